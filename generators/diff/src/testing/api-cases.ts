import type { RuleCase } from './rule-case.ts';
import { getBooks } from './specs.ts';

function secured(requirement: string): string {
  return getBooks(`security: ${requirement}`) + SCHEMES;
}
const SCHEMES =
  'components: { securitySchemes: { key: { type: apiKey, in: header, name: K }, basic: { type: http, scheme: basic } } }\n';

function oauth(path: string): string {
  return `components: { securitySchemes: { oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://acme.example${path}', scopes: {} } } } } }\n`;
}

/** What credentials, servers and the API as a whole can go through. */
export const apiCases: readonly RuleCase[] = [
  [
    'security-required',
    { before: secured('[]'), after: secured('[{ key: [] }]'), want: '`GET /books` now requires `key`.' },
  ],
  [
    'security-lifted',
    {
      before: secured('[{ key: [] }]'),
      after: secured('[]'),
      want: '`GET /books` requires no credentials any more.',
    },
  ],
  [
    'security-alternative-removed',
    {
      before: secured('[{ key: [] }, { basic: [] }]'),
      after: secured('[{ key: [] }]'),
      want: '`GET /books` no longer accepts `basic`.',
    },
  ],
  [
    'security-alternative-added',
    {
      before: secured('[{ key: [] }]'),
      after: secured('[{ key: [] }, { basic: [] }]'),
      want: '`GET /books` accepts `basic` too.',
    },
  ],
  [
    'security-scope-added',
    {
      before: secured('[{ key: [read] }]'),
      after: secured('[{ key: [read, write] }]'),
      want: '`GET /books` now requires the scope `write`.',
    },
  ],
  [
    'security-scope-removed',
    {
      before: secured('[{ key: [read, write] }]'),
      after: secured('[{ key: [read] }]'),
      want: '`GET /books` no longer requires the scope `write`.',
    },
  ],
  [
    'security-scheme-removed',
    {
      before: getBooks() + SCHEMES,
      after: getBooks() + SCHEMES.replace(', basic: { type: http, scheme: basic }', ''),
      want: 'The security scheme `basic` is gone.',
    },
  ],
  [
    'security-scheme-added',
    {
      before: getBooks() + SCHEMES.replace(', basic: { type: http, scheme: basic }', ''),
      after: getBooks() + SCHEMES,
      want: 'The security scheme `basic` is new.',
    },
  ],
  [
    'security-scheme-changed',
    {
      before: getBooks() + SCHEMES,
      after: getBooks() + SCHEMES.replace('scheme: basic', 'scheme: bearer'),
      want: 'The security scheme `basic` is `http bearer`, no longer `http basic`.',
    },
  ],
  [
    'security-url-changed',
    {
      before: getBooks() + oauth('/token'),
      after: getBooks() + oauth('/v2/token'),
      want: 'The token URL of `oauth`, flow `clientCredentials`, is `https://acme.example/v2/token`, no longer `https://acme.example/token`.',
    },
  ],
  [
    'server-removed',
    {
      before: `${getBooks()}servers: [{ url: https://a.example }, { url: https://b.example }]\n`,
      after: `${getBooks()}servers: [{ url: https://a.example }]\n`,
      want: 'The server `https://b.example` is gone.',
    },
  ],
  [
    'server-added',
    {
      before: `${getBooks()}servers: [{ url: https://a.example }]\n`,
      after: `${getBooks()}servers: [{ url: https://a.example }, { url: https://b.example }]\n`,
      want: 'The server `https://b.example` is new.',
    },
  ],
  [
    'api-description-changed',
    {
      before: getBooks(),
      after: getBooks().replace('title: Books', 'title: Library'),
      want: 'The API as a whole is described anew.',
    },
  ],
];
