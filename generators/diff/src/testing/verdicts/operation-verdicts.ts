import type { Verdict } from './verdict.ts';

const both = { compiles: true, runs: true };
const neither = { compiles: false, runs: false };
const compiles = { compiles: true, runs: false };
const runs = { compiles: false, runs: true };

const LIST = "await acme.books.books.listBooks(); return 'read';";
const CREATED = { status: 200, text: '' };

/** What becomes of code that calls methods, and looks at how they answer. */
export const operationVerdicts: readonly Verdict[] = [
  {
    rule: 'operation-removed',
    use: "await acme.clubs.clubs.join(); return 'joined';",
    want: neither,
  },
  { rule: 'operation-added', use: "await acme.books.books.getBook(); return 'read';", want: both },
  {
    rule: 'operation-moved',
    use: "await acme.books.books.getBook(); return 'read';",
    refuses: ({ path }) => path !== '/v2/books',
    want: both,
  },
  { rule: 'operation-id-changed', use: "await acme.books.books.getBook(); return 'read';", want: both },
  { rule: 'operation-deprecated', use: LIST, want: both },
  { rule: 'operation-undeprecated', use: LIST, want: both },
  { rule: 'operation-description-changed', use: LIST, want: both },
  { rule: 'method-renamed', use: LIST, want: neither },
  {
    rule: 'response-success-removed',
    use: 'const { status } = await acme.books.books.listBooks().withResponse(); return status === 202;',
    was: CREATED,
    is: CREATED,
    want: runs,
  },
  {
    rule: 'response-success-added',
    use: 'const { status } = await acme.books.books.listBooks().withResponse(); const only: 200 = status; return only;',
    was: CREATED,
    is: { status: 202, text: '' },
    want: neither,
  },
  {
    rule: 'response-error-removed',
    use: "return await acme.books.books.listBooks().then(() => 'there', () => 'not there');",
    was: CREATED,
    is: CREATED,
    want: both,
  },
  {
    rule: 'response-error-removed',
    use: 'const answer = await acme.books.books.listBooks().result(); return answer.status === 404;',
    was: CREATED,
    is: CREATED,
    want: runs,
    why: 'The verdict is right of code that awaits: an error ends in an error. Only `result()` lists the statuses; a comparison with one that is gone is dead code, and mended by leaving it out.',
  },
  {
    rule: 'response-error-added',
    use: "return await acme.books.books.listBooks().then(() => 'there', () => 'not there');",
    was: { status: 404, text: '' },
    is: { status: 404, text: '' },
    want: both,
  },
  {
    rule: 'response-media-type-removed',
    use: 'return await acme.books.books.listBooks();',
    was: { json: {} },
    is: { json: {} },
    want: both,
    why: 'The verdict is right: this client reads JSON, which is left; one that asks for plain text is refused.',
  },
  {
    rule: 'response-media-type-added',
    use: 'return await acme.books.books.listBooks();',
    was: { json: {} },
    is: { json: {} },
    want: both,
  },
  {
    rule: 'response-header-removed',
    use: "const { headers } = await acme.books.books.listBooks().withResponse(); return headers.get('X-Total');",
    was: { ...CREATED, headers: { 'X-Total': '7' } },
    is: CREATED,
    want: compiles,
  },
  {
    rule: 'response-header-became-optional',
    use: "const { headers } = await acme.books.books.listBooks().withResponse(); return headers.get('X-Total');",
    was: { ...CREATED, headers: { 'X-Total': '7' } },
    is: { ...CREATED, headers: { 'X-Total': '7' } },
    want: both,
  },
  {
    rule: 'response-header-added',
    use: 'const { headers } = await acme.books.books.listBooks().withResponse(); return headers.get("X-Other");',
    was: CREATED,
    is: { ...CREATED, headers: { 'X-Total': '7' } },
    want: both,
  },
  {
    rule: 'pagination-added',
    use: 'return await acme.books.books.listBooks({ limit: 2 });',
    was: { json: ['a', 'b'] },
    is: { json: ['a', 'b'] },
    want: both,
  },
  {
    rule: 'pagination-removed',
    use: 'const all: string[] = []; for await (const one of acme.books.books.listBooks()) all.push(one); return all;',
    was: { json: ['a', 'b'] },
    is: { json: ['a', 'b'] },
    want: neither,
  },
];
