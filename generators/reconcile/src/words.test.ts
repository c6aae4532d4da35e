import { describe, expect, it } from 'vitest';
import { compactName, nameTokens, wireKey, wordsOf } from './words.ts';

const texts: [string, { given: [string, string] }][] = [
  ['line ends', { given: ['Lists users.\n\nAll of them.', 'Lists users. All of them.'] }],
  ['emphasis and code', { given: ['Lists **all** `users`', 'Lists all users'] }],
  [
    'link targets',
    { given: ['See [Users](https://a.example/x).', 'See [Users](https://a.example/yhttps://b).'] },
  ],
  ['tags', { given: ['<p class="x">Lists</p> users', 'Lists users'] }],
  ['entities', { given: ['&gt; **Note:** a &#123;id&#125;', '> Note: a {id}'] }],
];

describe('the words of a text', () => {
  it.each(texts)('are the same whatever its %s', (_name, { given: [one, other] }) => {
    expect(wordsOf(one)).toBe(wordsOf(other));
  });
  it('tell texts apart', () => expect(wordsOf('Lists users')).not.toBe(wordsOf('Lists groups')));
  it('are found in time that grows with the text', () => {
    const hostile = '](<a '.repeat(50_000);
    const start = process.cpuUsage().user / 1000;
    wordsOf(hostile);
    expect(process.cpuUsage().user / 1000 - start).toBeLessThan(2000);
  });
});

describe('the tokens of a name', () => {
  const names: [string, string[]][] = [
    ['listOAuth2Tokens', ['list', 'oauth2', 'token']],
    ['list_policies', ['list', 'policy']],
    ['/api/v1/user-access/{userId}', ['api', 'v1', 'user', 'access', 'user', 'id']],
  ];
  it.each(names)('%s', (given, want) => expect(nameTokens(given)).toEqual(want));
});

describe('a compact name', () => {
  it.each([['api-tokens'], ['ApiToken'], ['api_tokens']])('%s', (given) => {
    expect(compactName(given)).toBe('apitoken');
  });
});

describe('the key of a wire name', () => {
  it.each([['user_id'], ['userId'], ['user-id'], ['USERID']])('%s', (given) => {
    expect(wireKey(given)).toBe('userid');
  });
  it('is the name where no letter is in it', () => expect([wireKey('$'), wireKey('_')]).toEqual(['$', '_']));
});
