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

/** What parameters and bodies can go through. */
export const parameterCases: readonly RuleCase[] = [
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
    'parameter-undeprecated',
    {
      before: getBooks(`parameters: [${LIMIT.replace('in: query', 'in: query, deprecated: true')}]`),
      after: getBooks(`parameters: [${LIMIT}]`),
      want: 'The parameter `limit` is no longer deprecated.',
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
];
