import { describe, expect, it } from 'vitest';
import { type ConfigProblem, checkConfig, keyText } from './check-config.ts';

const RIGHT = { provider: 'okta', spec: ['./openapi.yaml'] };

const accepted: [string, object][] = [
  ['the least', RIGHT],
  ['a key that is undefined', { ...RIGHT, pages: undefined }],
  [
    'every key',
    {
      ...RIGHT,
      pages: ['./resources/**/*.md'],
      providerYaml: [],
      overlays: [],
      serverVariables: { subdomain: { url: 'https://{subdomain}.okta.com', default: 'my-org', env: 'X' } },
      auth: { apiToken: { prefix: 'SSWS ', env: 'OKTA_API_TOKEN' } },
      pagination: { kind: 'link' },
      errors: { message: 'errorSummary', code: 'errorCode', id: 'errorId' },
      rateLimit: { reset: 'x-rate-limit-reset' },
      bind: { 'okta.users.users.get': 'GET /api/v1/users/{id}' },
      rename: { 'okta.users.users.get': 'get_user' },
      severity: { 'input-not-found': 'off' },
      ignore: [
        { code: 'field-*', resource: 'okta.logs.*', reason: 'they change daily' },
        { code: 'row-duplicate', method: 'get', name: 'id', operation: 'GET /x', reason: 'known' },
      ],
      allowRemote: false,
      client: { package: '@x/client', dir: './client' },
      docs: { dir: './docs', siteUrl: 'https://example.org' },
      contractTests: { dir: './tests' },
    },
  ],
];

const refused: [string, { given: unknown; want: string }][] = [
  ['no object', { given: 'okta', want: ': must be an object; it is "okta"' }],
  ['a missing key', { given: { provider: 'okta' }, want: 'spec: is missing' }],
  ['an empty list', { given: { ...RIGHT, spec: [] }, want: 'spec: must not be empty' }],
  [
    'a text for a list',
    {
      given: { ...RIGHT, spec: 'a.yaml' },
      want: 'spec: must be a list; it is "a.yaml" | Write `["a.yaml"]`.',
    },
  ],
  ['a number for a text', { given: { ...RIGHT, pages: [1] }, want: 'pages[0]: must be a string; it is 1' }],
  [
    'a text for a switch',
    { given: { ...RIGHT, allowRemote: 'no' }, want: 'allowRemote: must be `true` or `false`; it is "no"' },
  ],
  [
    'a provider that is no id',
    { given: { ...RIGHT, provider: '../x' }, want: 'provider: must start with a letter' },
  ],
  ['a misspelt key', { given: { ...RIGHT, page: [] }, want: 'page: unknown, pages' }],
  [
    'a misspelt key inside',
    { given: { ...RIGHT, client: { package: 'a', dir: 'b', dirr: 'c' } }, want: 'client.dirr: unknown, dir' },
  ],
  [
    'a key inside a record',
    {
      given: { ...RIGHT, auth: { 'api token': { prefx: 'a' } } },
      want: 'auth["api token"].prefx: unknown, prefix',
    },
  ],
  [
    'several configs',
    { given: [RIGHT], want: ': must be an object; it is a list | Give each provider a config' },
  ],
  ['a key like nothing', { given: { ...RIGHT, xyzzy: 1 }, want: 'xyzzy: unknown, null' }],
  [
    'a missing key inside',
    {
      given: { ...RIGHT, docs: {} },
      want: 'docs.dir: is missing | Give it: The folder of the pages, all of it emitted.',
    },
  ],
  [
    'a wrong choice',
    {
      given: { ...RIGHT, pagination: { kind: 'lnk' } },
      want: 'pagination.kind: must be one of link, cursor, offset, page, none; it is "lnk" | Did you mean `link`?',
    },
  ],
  ['no operation', { given: { ...RIGHT, bind: { a: 'users' } }, want: 'bind.a: must be an operation' }],
  [
    'no URL',
    {
      given: { ...RIGHT, docs: { dir: 'a', siteUrl: 'example.org' } },
      want: 'docs.siteUrl: must be an http or https URL',
    },
  ],
  [
    'a server URL without its variable',
    {
      given: { ...RIGHT, serverVariables: { org: { url: 'https://okta.com' } } },
      want: 'serverVariables.org.url: does not hold `{org}`',
    },
  ],
  [
    'an unknown code',
    {
      given: { ...RIGHT, severity: { 'input-not-fund': 'off' } },
      want: 'severity["input-not-fund"]: is not a diagnostic code | Did you mean `input-not-found`?',
    },
  ],
  [
    'a pattern of no code',
    {
      given: { ...RIGHT, ignore: [{ code: 'filed-*', reason: 'x' }] },
      want: 'ignore[0].code: is `filed-*`, which is not a diagnostic code',
    },
  ],
  [
    'a finding about the run',
    {
      given: { ...RIGHT, ignore: [{ code: 'input-not-found', reason: 'x' }] },
      want: 'ignore[0].code: is `input-not-found`, which tells of the run itself and cannot be silenced | Take the entry out.',
    },
  ],
  [
    'an unknown code to ignore',
    {
      given: { ...RIGHT, ignore: [{ code: 'constructor', reason: 'x' }] },
      want: 'ignore[0].code: is `constructor`, which is not a diagnostic code',
    },
  ],
  [
    'no reason',
    { given: { ...RIGHT, ignore: [{ code: 'input-not-found' }] }, want: 'ignore[0].reason: is missing' },
  ],
];

describe('a config', () => {
  it.each(accepted)('is accepted: %s', (_, given) => {
    expect(checkConfig(given)).toEqual({ config: given });
  });

  it.each(refused)('is refused: %s', (_, { given, want }) => {
    const checked = checkConfig(given);
    expect('problems' in checked ? checked.problems.map(told) : []).toEqual([expect.stringContaining(want)]);
  });

  it('tells everything that is wrong at once', () => {
    const checked = checkConfig({ provider: 1, page: [] });
    expect('problems' in checked ? checked.problems.map(({ path }) => keyText(path)) : []).toEqual([
      'provider',
      'spec',
      'page',
    ]);
  });
});

function told(problem: ConfigProblem): string {
  const what =
    problem.kind === 'unknown-key' ? `unknown, ${problem.nearest}` : `${problem.problem} | ${problem.remedy}`;
  return `${keyText(problem.path)}: ${what}`;
}
