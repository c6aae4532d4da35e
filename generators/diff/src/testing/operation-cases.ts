import type { RuleCase } from './rule-case.ts';
import { api, getBooks } from './specs.ts';

const DONE = "responses: { '204': { description: Done. } }";
const JSON_BODY = 'content: { application/json: { schema: { type: object } } }';
const BOTH =
  'content: { application/json: { schema: { type: object } }, text/plain: { schema: { type: string } } }';

function path(name: string, members = ''): string {
  return `${name}: { get: { operationId: getBook, tags: [books], ${members}${DONE} } }`;
}

function response(status: string, members = ''): string {
  return `'${status}': { description: Yes.${members === '' ? '' : `, ${members}`} }`;
}

function total(members = ''): string {
  return `headers: { X-Total: { ${members}schema: { type: integer } } }`;
}

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

/** What operations and their answers can go through. */
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
    'response-header-became-optional',
    {
      before: getBooks(`responses: { ${response('200', total('required: true, '))} }`),
      after: getBooks(`responses: { ${response('200', total())} }`),
      want: 'The header `X-Total` may now be missing.',
    },
  ],
  [
    'response-header-became-required',
    {
      before: getBooks(`responses: { ${response('200', total())} }`),
      after: getBooks(`responses: { ${response('200', total('required: true, '))} }`),
      want: 'The header `X-Total` is now always there.',
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
