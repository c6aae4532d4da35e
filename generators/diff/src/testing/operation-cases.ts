import type { RuleCase } from './rule-case.ts';
import { api, getBooks } from './specs.ts';

const DONE = "responses: { '204': { description: Done. } }";
const LIMIT = '{ name: limit, in: query, schema: { type: integer } }';
const NEEDED = '{ name: limit, in: query, required: true, schema: { type: integer } }';
const JSON_BODY = 'content: { application/json: { schema: { type: object } } }';
const BOTH =
  'content: { application/json: { schema: { type: object } }, text/plain: { schema: { type: string } } }';

function path(name: string, members = ''): string {
  return `${name}: { get: { operationId: getBook, tags: [books], ${members}${DONE} } }`;
}

function response(status: string, members = ''): string {
  return `'${status}': { description: Yes.${members === '' ? '' : `, ${members}`} }`;
}

function secured(requirement: string): string {
  return getBooks(`security: ${requirement}`) + SCHEMES;
}
const SCHEMES =
  'components: { securitySchemes: { key: { type: apiKey, in: header, name: K }, basic: { type: http, scheme: basic } } }\n';

function paged(members: string): string {
  const next = 'headers: { Link: { schema: { type: string }, description: The next page. } }';
  const content = 'content: { application/json: { schema: { type: array, items: { type: string } } } }';
  const params =
    '[{ name: after, in: query, schema: { type: string } }, { name: limit, in: query, schema: { type: integer } }]';
  return getBooks(
    `parameters: ${params}`,
    `responses: { ${response('200', `${next}, ${content}`)} }`,
    members,
  );
}

/** What operations, parameters, responses, credentials and the API itself can go through. */
export const operationCases: readonly RuleCase[] = [
  [
    'operation-removed',
    {
      before: api(`paths: { ${path('/books')}, /clubs: { post: { operationId: join, ${DONE} } } }`),
      after: api(`paths: { ${path('/books')} }`),
      want: '`POST /clubs` is gone.',
    },
  ],
  [
    'operation-added',
    {
      before: api(`paths: { ${path('/books')} }`),
      after: api(`paths: { ${path('/books')}, /clubs: { post: { operationId: join, ${DONE} } } }`),
      want: '`POST /clubs` is new.',
    },
  ],
  [
    'operation-moved',
    {
      before: api(`paths: { ${path('/books')} }`),
      after: api(`paths: { ${path('/v2/books')} }`),
      want: '`GET /books` has become `GET /v2/books`.',
    },
  ],
  [
    'operation-id-changed',
    {
      before: api(`paths: { ${path('/books')} }`),
      after: api(`paths: { ${path('/books')} }`).replace('getBook', 'GetBook'),
      want: 'The operationId of `GET /books` is `GetBook`, no longer `getBook`.',
    },
  ],
  [
    'operation-deprecated',
    {
      before: getBooks(),
      after: getBooks('deprecated: true'),
      want: '`GET /books` is deprecated.',
    },
  ],
  [
    'operation-undeprecated',
    {
      before: getBooks('deprecated: true'),
      after: getBooks(),
      want: '`GET /books` is no longer deprecated.',
    },
  ],
  [
    'operation-description-changed',
    {
      before: getBooks('summary: Books'),
      after: getBooks('summary: All books'),
      want: '`GET /books` is described anew.',
    },
  ],
  [
    'method-renamed',
    {
      before: getBooks(),
      after: getBooks().replace('listBooks', 'browse'),
      want: 'The method `books.books.listBooks` is now `books.books.browse`.',
      also: ['operation-id-changed'],
    },
  ],
  [
    'parameter-removed',
    { before: getBooks(`parameters: [${LIMIT}]`), after: getBooks(), want: 'The parameter `limit` is gone.' },
  ],
  [
    'parameter-added-required',
    {
      before: getBooks(),
      after: getBooks(`parameters: [${NEEDED}]`),
      want: 'The required parameter `limit` is new.',
    },
  ],
  [
    'parameter-added-optional',
    {
      before: getBooks(),
      after: getBooks(`parameters: [${LIMIT}]`),
      want: 'The optional parameter `limit` is new.',
    },
  ],
  [
    'parameter-renamed',
    {
      before: api(
        `paths: { ${path('"/books/{id}"', 'parameters: [{ name: id, in: path, required: true, schema: { type: string } }], ')} }`,
      ),
      after: api(
        `paths: { ${path('"/books/{bookId}"', 'parameters: [{ name: bookId, in: path, required: true, schema: { type: string } }], ')} }`,
      ),
      want: 'The parameter `id` is now `bookId`.',
    },
  ],
  [
    'parameter-moved',
    {
      before: getBooks(`parameters: [${LIMIT}]`),
      after: getBooks(`parameters: [${LIMIT.replace('query', 'header')}]`),
      want: 'The parameter `limit` is sent in the header, no longer in the query.',
    },
  ],
  [
    'parameter-became-required',
    {
      before: getBooks(`parameters: [${LIMIT}]`),
      after: getBooks(`parameters: [${NEEDED}]`),
      want: 'The parameter `limit` is now required.',
    },
  ],
  [
    'parameter-became-optional',
    {
      before: getBooks(`parameters: [${NEEDED}]`),
      after: getBooks(`parameters: [${LIMIT}]`),
      want: 'The parameter `limit` is now optional.',
    },
  ],
  [
    'parameter-serialized-anew',
    {
      before: getBooks(`parameters: [${LIMIT}]`),
      after: getBooks(`parameters: [${LIMIT.replace('in: query', 'in: query, explode: false')}]`),
      want: 'The parameter `limit` is written as `form`, no longer as `form, exploded`.',
    },
  ],
  [
    'parameter-deprecated',
    {
      before: getBooks(`parameters: [${LIMIT}]`),
      after: getBooks(`parameters: [${LIMIT.replace('in: query', 'in: query, deprecated: true')}]`),
      want: 'The parameter `limit` is deprecated.',
    },
  ],
  [
    'parameter-description-changed',
    {
      before: getBooks(`parameters: [${LIMIT}]`),
      after: getBooks(`parameters: [${LIMIT.replace('in: query', 'in: query, description: How many')}]`),
      want: 'The parameter `limit` is described anew.',
    },
  ],
  [
    'request-body-removed',
    {
      before: getBooks(`requestBody: { ${JSON_BODY} }`),
      after: getBooks(),
      want: '`GET /books` takes no body any more.',
    },
  ],
  [
    'request-body-added-required',
    {
      before: getBooks(),
      after: getBooks(`requestBody: { required: true, ${JSON_BODY} }`),
      want: '`GET /books` now requires a body.',
    },
  ],
  [
    'request-body-added-optional',
    {
      before: getBooks(),
      after: getBooks(`requestBody: { ${JSON_BODY} }`),
      want: '`GET /books` now takes a body.',
    },
  ],
  [
    'request-body-became-required',
    {
      before: getBooks(`requestBody: { ${JSON_BODY} }`),
      after: getBooks(`requestBody: { required: true, ${JSON_BODY} }`),
      want: 'The body of `GET /books` is now required.',
    },
  ],
  [
    'request-body-became-optional',
    {
      before: getBooks(`requestBody: { required: true, ${JSON_BODY} }`),
      after: getBooks(`requestBody: { ${JSON_BODY} }`),
      want: 'The body of `GET /books` is now optional.',
    },
  ],
  [
    'request-media-type-removed',
    {
      before: getBooks(`requestBody: { ${BOTH} }`),
      after: getBooks(`requestBody: { ${JSON_BODY} }`),
      want: '`GET /books` takes no `text/plain` any more.',
    },
  ],
  [
    'request-media-type-added',
    {
      before: getBooks(`requestBody: { ${JSON_BODY} }`),
      after: getBooks(`requestBody: { ${BOTH} }`),
      want: '`GET /books` takes `text/plain` too.',
    },
  ],
  [
    'response-success-removed',
    {
      before: getBooks(`responses: { ${response('200')}, ${response('202')} }`),
      after: getBooks(`responses: { ${response('200')} }`),
      want: '`GET /books` no longer answers with `202`.',
    },
  ],
  [
    'response-success-added',
    {
      before: getBooks(`responses: { ${response('200')} }`),
      after: getBooks(`responses: { ${response('200')}, ${response('202')} }`),
      want: '`GET /books` may also answer with `202`.',
    },
  ],
  [
    'response-error-removed',
    {
      before: getBooks(`responses: { ${response('200')}, ${response('404')} }`),
      after: getBooks(`responses: { ${response('200')} }`),
      want: '`GET /books` no longer answers with `404`.',
    },
  ],
  [
    'response-error-added',
    {
      before: getBooks(`responses: { ${response('200')} }`),
      after: getBooks(`responses: { ${response('200')}, ${response('404')} }`),
      want: '`GET /books` may also answer with `404`.',
    },
  ],
  [
    'response-media-type-removed',
    {
      before: getBooks(`responses: { ${response('200', BOTH)} }`),
      after: getBooks(`responses: { ${response('200', JSON_BODY)} }`),
      want: '`response 200` no longer answers with `text/plain`.',
    },
  ],
  [
    'response-media-type-added',
    {
      before: getBooks(`responses: { ${response('200', JSON_BODY)} }`),
      after: getBooks(`responses: { ${response('200', BOTH)} }`),
      want: '`response 200` can also answer with `text/plain`.',
    },
  ],
  [
    'response-header-removed',
    {
      before: getBooks(
        `responses: { ${response('200', 'headers: { X-Total: { schema: { type: integer } } }')} }`,
      ),
      after: getBooks(`responses: { ${response('200')} }`),
      want: 'The header `X-Total` is gone.',
    },
  ],
  [
    'response-header-added',
    {
      before: getBooks(`responses: { ${response('200')} }`),
      after: getBooks(
        `responses: { ${response('200', 'headers: { X-Total: { schema: { type: integer } } }')} }`,
      ),
      want: 'The header `X-Total` is new.',
    },
  ],
  [
    'response-description-changed',
    {
      before: getBooks(`responses: { ${response('200')} }`),
      after: getBooks("responses: { '200': { description: Here. } }"),
      want: '`response 200` is described anew.',
    },
  ],
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
  [
    'pagination-added',
    {
      before: paged('x-plain: true').replace('headers: { Link:', 'headers: { X-Link:'),
      after: paged('x-plain: true'),
      want: '`GET /books` is paged.',
      also: ['response-header-removed', 'response-header-added'],
    },
  ],
  [
    'pagination-removed',
    {
      before: paged('x-plain: true'),
      after: paged('x-plain: true').replace('headers: { Link:', 'headers: { X-Link:'),
      want: '`GET /books` is no longer paged.',
      also: ['response-header-removed', 'response-header-added'],
    },
  ],
];
