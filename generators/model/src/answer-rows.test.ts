import { describe, expect, it } from 'vitest';
import { type FieldReader, pagedRows, possibleRows, rowsOfNames, wrappedRows } from './answer-rows.ts';
import { fieldsOf } from './fields.ts';
import { resolveSchema } from './resolve-schema.ts';
import type { Schema } from './spec/schema.ts';

const origin = { file: 'spec.yaml', pointer: '' };
const reader: FieldReader = {
  fields: (schema) => fieldsOf(schema, {}),
  resolve: (schema) => resolveSchema(schema, {}),
};

type Form = string | readonly [Form] | { readonly [name: string]: Form };

/** A schema in short: `['x']` is a list, an object is one, a text anything. */
function schemaOf(form: Form): Schema {
  if (typeof form === 'string') return { kind: 'string', origin };
  if (Array.isArray(form)) return { kind: 'array', origin, items: schemaOf(form[0]) };
  const properties = Object.entries(form).map(([name, inner]) => ({
    name,
    required: false,
    schema: schemaOf(inner),
  }));
  return { kind: 'object', origin, properties };
}

const row = { id: '', title: '' };

const wrapped: [string, { body: Form; path?: string; want: string | null }][] = [
  ['nothing of a list', { body: [row], want: null }],
  ['nothing of a thing', { body: { id: '', tags: [''] }, want: null }],
  ['a list beside what is said of it', { body: { data: [row], total: '', has_more: '' }, want: '/data[]' }],
  ['a list of any name', { body: { books: [row], meta: { page: '' } }, want: '/books[]' }],
  [
    'a list, of a path that ends in a key',
    { body: { results: [row] }, path: '/search/{q}', want: '/results[]' },
  ],
  ['no list of a thing with a key', { body: { url: '', tags: [''] }, path: '/books/{id}', want: null }],
  ['a list within two envelopes', { body: { data: { items: [row] } }, want: '/data/items[]' }],
  [
    'a list that its header describes',
    { body: { responseHeader: { status: '' }, response: { docs: [row] } }, want: '/response/docs[]' },
  ],
  [
    'a list within an envelope of its name',
    { body: { took: '', timed_out: '', hits: { total: '', hits: [row] } }, want: '/hits/hits[]' },
  ],
  [
    'the list of a hypertext',
    { body: { _embedded: { books: [row] }, _links: { self: '' } }, want: '/_embedded/books[]' },
  ],
  [
    'a page of a list',
    { body: { content: [row], totalPages: '', pageable: {}, empty: '' }, want: '/content[]' },
  ],
  ['of several lists that of an ordinary name', { body: { items: [row], notes: [''] }, want: '/items[]' }],
  ['of several lists that of the path', { body: { books: [row], authors: [row] }, want: '/books[]' }],
  ['none of several', { body: { authors: [row], shelves: [row] }, want: null }],
  ['one thing', { body: { data: row, included: [row] }, path: '/books/{id}', want: '/data' }],
  [
    'one thing of the name of the path',
    { body: { book: row, status: '' }, path: '/books/{id}', want: '/book' },
  ],
  ['no part of a thing', { body: { status: '', address: { street: '' } }, path: '/me', want: null }],
  [
    'what the path is of, though it speaks of answers elsewhere',
    { body: { errors: [row] }, path: '/errors', want: '/errors[]' },
  ],
];

describe('a body wraps', () => {
  it.each(wrapped)('%s', (_name, { body, path = '/books', want }) => {
    const rows = wrappedRows(schemaOf(body), { path, reader });
    expect(rows && ['', ...rows.at].join('/') + (rows.isList ? '[]' : '')).toBe(want);
  });
});

const paged: [string, { body: Form; want: string | null }][] = [
  ['the body', { body: [row], want: '' }],
  ['the only list, also of a thing', { body: { id: '', tracks: [row] }, want: '/tracks' }],
  [
    'of several the one that is not about the answer',
    { body: { tracks: [row], warnings: [''] }, want: '/tracks' },
  ],
  [
    'the list in an envelope',
    { body: { id: '', result: '', payload: { id: '', tracks: [row] } }, want: null },
  ],
  [
    'the list in the only envelope',
    { body: { result: '', payload: { id: '', tracks: [row] } }, want: '/payload/tracks' },
  ],
  ['none, where there is none', { body: { data: row }, want: null }],
];

describe('pages are of', () => {
  it.each(paged)('%s', (_name, { body, want }) => {
    const rows = pagedRows(schemaOf(body), { path: '/books', reader });
    expect(rows?.at.map((name) => `/${name}`).join('') ?? null).toBe(want);
  });
});

it('the rows of a body may be itself, its lists, and what its envelopes have', () => {
  const body = schemaOf({ id: '', tags: [''], data: { books: [row] }, shelf: { books: [row] } });
  expect([...possibleRows(body, { path: '/x', reader })].map(({ at }) => at.join('/'))).toEqual([
    '',
    'tags',
    'data',
    'data/books',
  ]);
});

const named: [string, { body: Form; names: readonly string[]; want: string }][] = [
  ['most of them', { body: { total: '', books: [row] }, names: ['id', 'title'], want: '/books' }],
  [
    'as many, and nothing else',
    { body: { title: '', shelf: '', data: [{ title: '' }] }, names: ['title'], want: '/data' },
  ],
  ['themselves, being a list', { body: [{ data: [row] }], names: ['id'], want: '' }],
  ['themselves, where nothing has them', { body: { total: '', data: [{ x: '' }] }, names: ['id'], want: '' }],
];

describe('the rows of names have', () => {
  it.each(named)('%s', (_name, { body, names, want }) => {
    const { at } = rowsOfNames(schemaOf(body), new Set(names), { path: '/x', reader });
    expect(at.map((name) => `/${name}`).join('')).toBe(want);
  });
});

it('a schema that contains itself ends', () => {
  const data: Schema = { kind: 'ref', name: 'Node', origin };
  const schemas = {
    Node: { kind: 'object', origin, properties: [{ name: 'data', required: true, schema: data }] },
  } as const;
  const own: FieldReader = {
    fields: (schema) => fieldsOf(schema, schemas),
    resolve: (schema) => resolveSchema(schema, schemas),
  };
  expect(wrappedRows(data, { path: '/x', reader: own })?.at).toEqual(['data', 'data', 'data']);
});
