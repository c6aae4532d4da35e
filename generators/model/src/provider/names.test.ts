import { describe, expect, it } from 'vitest';
import { camelName, paramKeys, pascalName, slugName, uniqueNames } from './names.ts';

const camel: [string, { given: string; want: string }][] = [
  ['snake case', { given: 'oauth_tokens', want: 'oauthTokens' }],
  ['one word', { given: 'users', want: 'users' }],
  ['camel case as it is', { given: 'deleteAll', want: 'deleteAll' }],
  ['dashes, dots and blanks', { given: 'a-b.c d', want: 'aBCD' }],
  ['a leading digit', { given: '2fa_tokens', want: '_2faTokens' }],
  ['an acronym at the start', { given: 'SAML_metadata', want: 'samlMetadata' }],
  ['a reserved word', { given: 'delete', want: 'delete' }],
  ['underscores at both ends', { given: '__proto__', want: 'proto' }],
  ['nothing that an identifier could hold', { given: '😀../', want: '_' }],
  ['an empty name', { given: '', want: '_' }],
  ['letters of other scripts', { given: 'größe_größte', want: 'größeGrößte' }],
];

const slugs: [string, { given: string; want: string }][] = [
  ['what is safe already', { given: 'oauth_tokens', want: 'oauth_tokens' }],
  ['a way out of the folder', { given: '../../etc/passwd', want: 'etc-passwd' }],
  ['a dot file', { given: '.git', want: 'git' }],
  ['a device of Windows', { given: 'con', want: '_con' }],
  ['a device with an extension', { given: 'NUL.txt', want: '_NUL.txt' }],
  ['nothing that is safe', { given: '😀', want: '_' }],
  ['a cut that would end in a dot', { given: `${'x'.repeat(79)}.y`, want: 'x'.repeat(79) }],
  ['a very long name', { given: 'x'.repeat(300), want: 'x'.repeat(80) }],
];

const unique: [string, { given: Parameters<typeof uniqueNames>; want: string[] }][] = [
  ['distinct names', { given: [['a', 'b']], want: ['a', 'b'] }],
  ['twins', { given: [['a', 'a', 'a']], want: ['a', 'a2', 'a3'] }],
  ['a twin whose number somebody has by name', { given: [['a', 'a', 'a2']], want: ['a', 'a3', 'a2'] }],
  ['a reserved name', { given: [['then', 'http'], { taken: ['then'] }], want: ['then2', 'http'] }],
  [
    'names that a file system takes for one',
    { given: [['Users', 'users'], { fold: (name) => name.toLowerCase() }], want: ['Users', 'users2'] },
  ],
];

const keys: [string, { given: Parameters<typeof paramKeys>[0]; want: string[] }][] = [
  ['distinct parameters', { given: [{ wireName: 'id', in: 'path' }], want: ['id'] }],
  [
    'one name in two places: the path keeps it, wherever it stands',
    {
      given: [
        { wireName: 'id', in: 'header' },
        { wireName: 'id', in: 'query' },
        { wireName: 'id', in: 'path' },
      ],
      want: ['idHeader', 'idQuery', 'id'],
    },
  ],
  [
    'a suffixed name that somebody has by himself',
    {
      given: [
        { wireName: 'id', in: 'path' },
        { wireName: 'id', in: 'query' },
        { wireName: 'idQuery', in: 'query' },
      ],
      want: ['id', 'idQuery2', 'idQuery'],
    },
  ],
  ['the key of the body', { given: [{ wireName: 'body', in: 'query' }], want: ['bodyQuery'] }],
  ['a hostile name', { given: [{ wireName: '__proto__', in: 'query' }], want: ['__proto__Query'] }],
  ['a parameter of no known place', { given: [{ wireName: 'body', in: null }], want: ['bodyOther'] }],
];

describe('a name in camel case', () => {
  it.each(camel)('of %s', (_name, { given, want }) => expect(camelName(given)).toBe(want));
  it('has a capital in the middle of another name', () => expect(pascalName('okta_admin')).toBe('OktaAdmin'));
});

describe('a name as a path segment', () => {
  it.each(slugs)('of %s', (_name, { given, want }) => expect(slugName(given)).toBe(want));
});

describe('unique names', () => {
  it.each(unique)('of %s', (_name, { given, want }) => expect(uniqueNames(...given)).toEqual(want));
  it('cost no more than their number', () => {
    const names = uniqueNames(Array.from({ length: 50_000 }, () => 'a'));
    expect(new Set(names).size).toBe(50_000);
    expect(names.at(-1)).toBe('a50000');
  });
});

describe('keys of parameters', () => {
  it.each(keys)('of %s', (_name, { given, want }) => expect(paramKeys(given)).toEqual(want));
});
