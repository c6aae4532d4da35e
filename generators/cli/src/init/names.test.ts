import { describe, expect, it } from 'vitest';
import { environmentName, providerProblem, scopeOf, scopeProblem, suggestedProvider } from './names.ts';

describe('a provider id', () => {
  it.each(['okta', 'Okta', 'a', 'my_api-2', 'constructor', 'class'])('may be %s', (given) =>
    expect(providerProblem(given)).toBeNull(),
  );

  it.each([
    ['a path', { given: '../x', want: 'is not a provider id' }],
    ['a device of Windows', { given: 'con', want: 'Windows has no folders' }],
    ['another', { given: 'LPT1', want: 'Windows has no folders' }],
    ['nothing', { given: '', want: 'is not a provider id' }],
    ['a number', { given: '2fa', want: 'is not a provider id' }],
    ['a property that is no name', { given: '__proto__', want: 'is not a provider id' }],
    ['too long for a folder', { given: 'a'.repeat(65), want: 'is not a provider id' }],
  ])('is never %s', (_name, { given, want }) => expect(providerProblem(given)?.message).toContain(want));

  it.each([
    ['the title', { given: ['Swagger Petstore - OpenAPI 3.0', ''], want: 'petstore' }],
    [
      'the title before the host',
      { given: ['Okta Admin Management', 'https://{sub}.okta.com'], want: 'okta' },
    ],
    [
      'the host where the title says nothing',
      { given: ['API v2', 'https://api.github.com/v3'], want: 'github' },
    ],
    ['neither', { given: ['', 'http://127.0.0.1:80'], want: 'acme' }],
    ['no script but ours', { given: ['日本 API', 'https://api.example.jp'], want: 'example' }],
    ['no device', { given: ['Con API', ''], want: 'acme' }],
  ] as const)('is suggested by %s', (_name, { given: [title, url], want }) =>
    expect(suggestedProvider(title, url)).toBe(want),
  );
});

it.each([
  ['acme', true],
  ['@acme.io-x', true],
  ['@Acme', false],
  ['@a/b', false],
  ['@', false],
  ['@../x', false],
])('the npm scope %s: %s', (given, isRight) => expect(scopeProblem(scopeOf(given)) === null).toBe(isRight));

it.each([
  [['okta', 'apiToken'], 'OKTA_API_TOKEN'],
  [['my-api', 'OAuth2 (client)'], 'MY_API_OAUTH2_CLIENT'],
  [['a', 'x`${y}\n'], 'A_X_Y'],
] as const)('an environment variable: %j', ([provider, name], want) =>
  expect(environmentName(provider, name)).toBe(want),
);
