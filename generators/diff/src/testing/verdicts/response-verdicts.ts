import { answers, field } from '../specs.ts';
import type { Verdict } from './verdict.ts';

const both = { compiles: true, runs: true };
const neither = { compiles: false, runs: false };
const compiles = { compiles: true, runs: false };
const runs = { compiles: false, runs: true };

const READ = 'const book = await acme.books.books.getBook();';
const EMMA = { json: { title: 'Emma' } };
const TWO = '{ type: object, properties: { title: { type: string }, year: { type: integer } } }';
const CAT = { json: { kind: 'cat' } };
/** A base that a discriminator leads on from, without and with a second heir. */
const [ONE, OTHER] = ['cat', 'dog'].map((name) => `${name}: '#/components/schemas/${name}'`);
const heir = (name: string, field: string) =>
  `${name}: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { ${field}: { type: boolean } } }] }`;
const pets = (mapping: string) =>
  answers(
    "{ $ref: '#/components/schemas/Pet' }",
    `{ Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { ${mapping} } } }, ${heir('cat', 'purrs')}, ${heir('dog', 'barks')} }`,
  );
const HEIRS = { before: pets(`${ONE}`), after: pets(`${ONE}, ${OTHER}`) };

/** What becomes of code that reads. */
export const responseVerdicts: readonly Verdict[] = [
  {
    rule: 'response-field-removed',
    states: { before: answers(TWO), after: answers(TWO.replace('title: { type: string }, ', '')) },
    use: `${READ} return book.title;`,
    was: EMMA,
    is: { json: {} },
    want: neither,
  },
  {
    rule: 'response-field-added',
    use: `${READ} return typeof book;`,
    was: { json: {} },
    is: EMMA,
    want: both,
  },
  {
    rule: 'response-field-renamed',
    use: `${READ} return book.title;`,
    was: EMMA,
    is: { json: { book_title: 'Emma' } },
    want: neither,
  },
  {
    rule: 'response-field-became-optional',
    use: `${READ} return book.title.length;`,
    was: EMMA,
    is: { json: {} },
    want: neither,
  },
  {
    rule: 'response-field-became-required',
    use: `${READ} return book.title;`,
    was: EMMA,
    is: EMMA,
    want: both,
  },
  {
    rule: 'response-field-became-write-only',
    states: {
      before: answers(TWO),
      after: answers(TWO.replace('type: string', 'type: string, writeOnly: true')),
    },
    use: `${READ} return book.title;`,
    was: EMMA,
    is: { json: {} },
    want: neither,
  },
  {
    rule: 'response-type-changed',
    use: `${READ} return book.title?.toUpperCase();`,
    states: {
      before: answers(field('{ type: string }')),
      after: answers(field('{ type: integer }')),
    },
    was: EMMA,
    is: { json: { title: 7 } },
    want: neither,
  },
  {
    rule: 'response-type-changed',
    use: `${READ} return Number.isInteger(book.title);`,
    was: { json: { title: 7 } },
    is: { json: { title: 7.5 } },
    want: compiles,
  },
  {
    rule: 'response-type-narrowed',
    use: `${READ} return typeof book.title;`,
    was: { json: { title: 7.5 } },
    is: { json: { title: 7 } },
    want: both,
  },
  {
    rule: 'response-null-added',
    use: `${READ} return (book.title ?? '').length && book.title?.length;`,
    states: {
      before: answers(field('{ type: string }', 'required: [title]')),
      after: answers(field('{ type: [string, "null"] }', 'required: [title]')),
    },
    was: EMMA,
    is: EMMA,
    want: both,
    why: 'The verdict is right of most: this code happens to check for what could not come before.',
  },
  {
    rule: 'response-null-added',
    use: `${READ} return book.title.length;`,
    states: {
      before: answers(field('{ type: string }', 'required: [title]')),
      after: answers(field('{ type: [string, "null"] }', 'required: [title]')),
    },
    was: EMMA,
    is: { json: { title: null } },
    want: neither,
  },
  { rule: 'response-null-removed', use: `${READ} return book.title;`, was: EMMA, is: EMMA, want: both },
  {
    rule: 'response-enum-value-removed',
    use: `${READ} return book.title === 'a';`,
    was: { json: { title: 'a' } },
    is: { json: { title: 'b' } },
    want: neither,
  },
  {
    rule: 'response-enum-value-added',
    use: `${READ} return book.title === 'a' ? 'a' : 'another';`,
    was: { json: { title: 'a' } },
    is: { json: { title: 'a' } },
    want: both,
  },
  {
    rule: 'response-enum-value-added',
    use: `${READ} const names: { readonly [title in 'a']: string } = { a: 'Emma' }; return book.title === undefined ? '' : names[book.title];`,
    was: { json: { title: 'a' } },
    is: { json: { title: 'b' } },
    want: neither,
    why: 'Compiler and run are right of code that lists every value, which is why the change is to note. The verdict speaks of all code: servers add values all the time, and a major step for each would say nothing.',
  },
  {
    rule: 'response-enum-set',
    use: `${READ} return book.title?.length;`,
    was: { json: { title: 'a' } },
    is: { json: { title: 'a' } },
    want: both,
  },
  {
    rule: 'response-enum-lifted',
    use: `${READ} const title: 'a' | undefined = book.title; return title;`,
    was: { json: { title: 'a' } },
    is: { json: { title: 'b' } },
    want: neither,
  },
  {
    rule: 'response-limit-changed',
    use: `${READ} return book.title?.slice(0, 9);`,
    was: EMMA,
    is: EMMA,
    want: both,
  },
  { rule: 'response-format-changed', use: `${READ} return book.title;`, was: EMMA, is: EMMA, want: both },
  { rule: 'response-default-changed', use: `${READ} return book.title;`, was: EMMA, is: EMMA, want: both },
  {
    rule: 'response-variant-removed',
    states: {
      before: answers(field('{ oneOf: [{ type: string }, { type: integer }] }')),
      after: answers(field('{ type: string }')),
    },
    use: `${READ} return typeof book.title === 'number' ? book.title.toFixed() : 'text';`,
    was: EMMA,
    is: EMMA,
    want: runs,
  },
  {
    rule: 'response-variant-added',
    states: {
      before: answers(field('{ type: string }')),
      after: answers(field('{ oneOf: [{ type: string }, { type: integer }] }')),
    },
    use: `${READ} return book.title?.toUpperCase();`,
    was: EMMA,
    is: { json: { title: 7 } },
    want: neither,
  },
  {
    rule: 'response-variant-added',
    states: HEIRS,
    use: `${READ} return book.kind;`,
    was: CAT,
    is: CAT,
    want: both,
    why: 'The verdict is right of alternatives in general, which may lack what the others have. The heirs of a base all have its fields, and this code reads no other.',
  },
  {
    rule: 'response-variant-added',
    states: HEIRS,
    use: `${READ} const names: { readonly [kind in 'cat']: string } = { cat: 'a cat' }; return names[book.kind];`,
    was: CAT,
    is: { json: { kind: 'dog' } },
    want: neither,
  },
  {
    rule: 'response-variant-removed',
    states: { before: HEIRS.after, after: HEIRS.before },
    use: `${READ} return book.kind === 'dog' ? book.barks : 'a cat';`,
    was: CAT,
    is: CAT,
    want: runs,
  },
  {
    rule: 'discriminator-field-changed',
    use: `${READ} return book.kind === 'cat' && book.sort;`,
    was: { json: { kind: 'cat', sort: 'black' } },
    is: { json: { kind: 'a cat', sort: 'cat' } },
    want: { compiles: true, runs: false },
  },
  {
    rule: 'discriminator-value-removed',
    use: `${READ} return book.kind === 'cat';`,
    was: CAT,
    is: { json: { kind: 'feline' } },
    want: neither,
  },
  {
    rule: 'response-tuple-changed',
    use: `${READ} return book.title?.[1];`,
    was: { json: { title: ['Emma', 'Jane'] } },
    is: { json: { title: ['Emma'] } },
    want: neither,
  },
  {
    rule: 'response-extra-fields-removed',
    use: `${READ} return book.year === undefined;`,
    was: { json: { year: 1815 } },
    is: { json: {} },
    want: neither,
  },
  { rule: 'response-extra-fields-added', use: `${READ} return book.title;`, was: EMMA, is: EMMA, want: both },
  {
    rule: 'schema-removed',
    use: "const book: import('./generated/books.types.ts').A = await acme.books.books.getBook(); return book.title;",
    was: EMMA,
    is: EMMA,
    want: runs,
  },
  { rule: 'value-deprecated', use: `${READ} return book.title;`, was: EMMA, is: EMMA, want: both },
  { rule: 'value-description-changed', use: `${READ} return book.title;`, was: EMMA, is: EMMA, want: both },
];
