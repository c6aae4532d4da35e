import { answers, api, field, getBooks, sends } from '../specs.ts';
import type { Verdict } from './verdict.ts';

const SEND = "await acme.books.books.createBook({ body: { title: 'Emma' } }); return 'sent';";
const SEND_NOTHING = "await acme.books.books.createBook({ body: {} }); return 'sent';";
const LIST = "await acme.books.books.listBooks(); return 'read';";
const LIST_FIVE = "await acme.books.books.listBooks({ limit: 5 }); return 'read';";
const both = { compiles: true, runs: true };
const neither = { compiles: false, runs: false };
const compiles = { compiles: true, runs: false };
const runs = { compiles: false, runs: true };

const posting = (body: string) =>
  api(
    `paths: { /books: { post: { operationId: createBook, tags: [books], ${body}responses: { '204': { description: Done. } } } } }`,
  );
const TWO = '{ type: object, properties: { title: { type: string }, year: { type: integer } } }';
const JSON_BODY = 'content: { application/json: { schema: { type: object } } }';
const OPTIONAL = posting(`requestBody: { ${JSON_BODY} }, `);
const REQUIRED = posting(`requestBody: { required: true, ${JSON_BODY} }, `);
const CREATE = "await acme.books.books.createBook(); return 'sent';";
const CREATE_EMPTY = "await acme.books.books.createBook({ body: {} }); return 'sent';";

/** What becomes of code that sends. */
export const requestVerdicts: readonly Verdict[] = [
  {
    rule: 'parameter-removed',
    use: LIST_FIVE,
    want: neither,
  },
  { rule: 'parameter-added-required', use: LIST, refuses: ({ query }) => !('limit' in query), want: neither },
  { rule: 'parameter-added-optional', use: LIST, want: both },
  {
    rule: 'parameter-renamed',
    use: "await acme.books.books.getBook({ id: '1' }); return 'read';",
    want: neither,
  },
  {
    rule: 'parameter-moved',
    use: LIST_FIVE,
    refuses: ({ headers }) => headers.limit !== '5',
    want: both,
  },
  {
    rule: 'parameter-became-required',
    use: LIST,
    refuses: ({ query }) => !('limit' in query),
    want: neither,
  },
  { rule: 'parameter-became-optional', use: LIST_FIVE, want: both },
  {
    rule: 'parameter-serialized-anew',
    states: {
      before: getBooks(
        'parameters: [{ name: ids, in: query, schema: { type: array, items: { type: integer } } }]',
      ),
      after: getBooks(
        'parameters: [{ name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }]',
      ),
    },
    use: "await acme.books.books.listBooks({ ids: [1, 2] }); return 'read';",
    refuses: ({ query }) => query.ids !== '1,2',
    want: both,
  },
  { rule: 'parameter-deprecated', use: LIST_FIVE, want: both },
  {
    rule: 'request-body-removed',
    states: { before: OPTIONAL, after: posting('') },
    use: CREATE_EMPTY,
    want: neither,
  },
  {
    rule: 'request-body-added-required',
    states: { before: posting(''), after: REQUIRED },
    use: CREATE,
    refuses: ({ headers }) => headers['content-type'] === undefined,
    want: neither,
  },
  {
    rule: 'request-body-added-optional',
    states: { before: posting(''), after: OPTIONAL },
    use: CREATE,
    want: both,
  },
  {
    rule: 'request-body-became-required',
    states: { before: OPTIONAL, after: REQUIRED },
    use: CREATE,
    refuses: ({ headers }) => headers['content-type'] === undefined,
    want: neither,
  },
  {
    rule: 'request-body-became-optional',
    states: { before: REQUIRED, after: OPTIONAL },
    use: CREATE_EMPTY,
    want: both,
  },
  {
    rule: 'request-media-type-removed',
    states: {
      before: posting(
        'requestBody: { content: { application/json: { schema: { type: object } }, text/plain: { schema: { type: string } } } }, ',
      ),
      after: posting('requestBody: { content: { text/plain: { schema: { type: string } } } }, '),
    },
    use: CREATE_EMPTY,
    refuses: ({ headers }) => headers['content-type'] !== 'text/plain',
    want: neither,
  },
  {
    rule: 'request-field-removed',
    states: { before: sends(TWO), after: sends(TWO.replace('title: { type: string }, ', '')) },
    use: SEND,
    refuses: ({ body }) => 'title' in body,
    want: neither,
  },
  {
    rule: 'request-field-added-required',
    use: SEND_NOTHING,
    refuses: ({ body }) => !('title' in body),
    want: neither,
  },
  { rule: 'request-field-added-optional', use: SEND_NOTHING, want: both },
  { rule: 'request-field-renamed', use: SEND, refuses: ({ body }) => 'title' in body, want: neither },
  {
    rule: 'request-field-became-required',
    use: SEND_NOTHING,
    refuses: ({ body }) => !('title' in body),
    want: neither,
  },
  { rule: 'request-field-became-optional', use: SEND, want: both },
  {
    rule: 'request-field-became-read-only',
    states: { before: sends(TWO), after: sends(TWO.replace('type: string', 'type: string, readOnly: true')) },
    use: SEND,
    refuses: ({ body }) => 'title' in body,
    want: neither,
  },
  {
    rule: 'request-type-changed',
    use: SEND,
    refuses: ({ body }) => typeof body.title !== 'number',
    want: neither,
  },
  {
    rule: 'request-type-widened',
    use: "await acme.books.books.createBook({ body: { title: 1 } }); return 'sent';",
    want: both,
  },
  {
    rule: 'request-null-refused',
    use: "await acme.books.books.createBook({ body: { title: null } }); return 'sent';",
    refuses: ({ body }) => body.title === null,
    want: neither,
  },
  { rule: 'request-null-accepted', use: SEND, want: both },
  {
    rule: 'request-enum-value-removed',
    use: "await acme.books.books.createBook({ body: { title: 'a' } }); return 'sent';",
    refuses: ({ body }) => body.title === 'a',
    want: neither,
  },
  {
    rule: 'request-enum-value-added',
    use: "await acme.books.books.createBook({ body: { title: 'a' } }); return 'sent';",
    want: both,
  },
  { rule: 'request-enum-set', use: SEND, refuses: ({ body }) => body.title !== 'a', want: neither },
  {
    rule: 'request-enum-lifted',
    use: "await acme.books.books.createBook({ body: { title: 'a' } }); return 'sent';",
    want: both,
  },
  {
    rule: 'request-limit-tightened',
    use: "await acme.books.books.createBook({ body: { title: 'Emma, 1815' } }); return 'sent';",
    states: {
      before: sends(field('{ type: string, maxLength: 99 }')),
      after: sends(field('{ type: string, maxLength: 5 }')),
    },
    refuses: ({ body }) => String(body.title).length > 5,
    want: compiles,
  },
  {
    rule: 'request-limit-loosened',
    use: "await acme.books.books.createBook({ body: { title: 7 } }); return 'sent';",
    want: both,
  },
  {
    rule: 'request-format-changed',
    use: "await acme.books.books.createBook({ body: { title: '7b1f9e6e-26b3-4ae5-8a6c-3b6f6a0d0c11' } }); return 'sent';",
    refuses: ({ body }) => !/^\d{4}-\d\d-\d\d$/.test(String(body.title)),
    want: compiles,
  },
  { rule: 'request-format-lifted', use: SEND, want: both },
  {
    rule: 'request-default-changed',
    states: {
      before: sends(field('{ type: string, default: a }')),
      after: sends(field('{ type: string, default: b }')),
    },
    use: "await acme.books.books.createBook({ body: {} }); return 'sent';",
    want: both,
    why: 'The verdict is right: neither the compiler nor the answer of this request shows what the server made of what was left out.',
  },
  { rule: 'request-default-set', use: SEND_NOTHING, want: both },
  { rule: 'request-default-lifted', use: SEND_NOTHING, want: both },
  {
    rule: 'request-variant-removed',
    use: "await acme.books.books.createBook({ body: { title: 7 } }); return 'sent';",
    refuses: ({ body }) => typeof body.title === 'number',
    want: neither,
  },
  { rule: 'request-variant-added', use: SEND, want: both },
  {
    rule: 'request-tuple-changed',
    use: "await acme.books.books.createBook({ body: { title: ['Emma'] } }); return 'sent';",
    refuses: ({ body }) => !Array.isArray(body.title) || body.title.length < 2,
    want: neither,
  },
  {
    rule: 'request-extra-fields-refused',
    states: {
      before: sends(field('{ type: string }', 'additionalProperties: true')),
      after: sends(field('{ type: string }', 'additionalProperties: false')),
    },
    use: "await acme.books.books.createBook({ body: { title: 'Emma', year: 1815 } }); return 'sent';",
    refuses: ({ body }) => 'year' in body,
    want: neither,
  },
  {
    rule: 'request-extra-fields-refused',
    use: "const book = { title: 'Emma', year: 1815 }; await acme.books.books.createBook({ body: book }); return 'sent';",
    refuses: ({ body }) => 'year' in body,
    want: compiles,
  },
  { rule: 'request-extra-fields-accepted', use: SEND, want: both },
  {
    rule: 'security-required',
    use: LIST,
    refuses: ({ headers }) => headers.k === undefined,
    want: compiles,
  },
  {
    rule: 'security-lifted',
    options: "auth: { key: 'secret' }",
    use: LIST,
    want: both,
  },
  {
    rule: 'security-alternative-removed',
    options: "auth: { basic: { username: 'a', password: 'b' } }",
    use: LIST,
    refuses: ({ headers }) => headers.k === undefined,
    want: compiles,
  },
  {
    rule: 'security-scheme-removed',
    options: "auth: { basic: { username: 'a', password: 'b' } }",
    use: LIST,
    want: neither,
  },
  {
    rule: 'schema-renamed',
    states: {
      before: answers("{ $ref: '#/components/schemas/A' }", `{ A: ${field('{ type: string }')} }`),
      after: answers("{ $ref: '#/components/schemas/C' }", `{ C: ${field('{ type: string }')} }`),
    },
    use: "const book: import('./generated/books.types.ts').A = await acme.books.books.getBook(); return book.title;",
    was: { json: { title: 'Emma' } },
    is: { json: { title: 'Emma' } },
    want: runs,
  },
];
