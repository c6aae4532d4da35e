import { describe, expect, it } from 'vitest';
import { reconcileLibrary } from '../testing/library.ts';

describe('without pages', () => {
  const { model } = reconcileLibrary({ pages: { 'books.md': null } });

  it('there is a service for each tag, a resource for each collection and a method for each operation', () => {
    expect(model.services.map(({ name, description }) => [name, description])).toEqual([
      ['books', 'Everything about books.'],
    ]);
    const [resource] = model.services[0]?.resources ?? [];
    expect(resource).toMatchObject({
      id: 'acme.books.books',
      dialect: null,
      origins: { page: null, spec: null },
    });
    expect(resource?.methods.map(({ name, sqlVerb, operation }) => [name, sqlVerb, operation])).toEqual([
      ['list_books', 'select', 'GET /books'],
      ['create_book', 'insert', 'POST /books'],
      ['get_book', 'select', 'GET /books/{bookId}'],
      ['replace_book', 'replace', 'PUT /books/{bookId}'],
      ['delete_book', 'delete', 'DELETE /books/{bookId}'],
      ['lend_book', 'exec', 'POST /books/{bookId}/lend'],
    ]);
  });

  it('methods have the descriptions, parameters and fields of the spec', () => {
    const get = model.services[0]?.resources[0]?.methods[2];
    expect(get?.description).toBe('Retrieves one book.');
    expect(get?.params.map(({ name, in: place }) => [name, place])).toEqual([
      ['bookId', 'path'],
      ['host', 'server'],
    ]);
    expect(get?.fields.map(({ name }) => name)).toEqual(['id', 'title', 'added', 'pages', 'state']);
    expect(get?.origins.page).toBeNull();
  });

  it('the rows of an envelope are those of what it wraps', () => {
    const list = "schema: { type: array, items: { $ref: '#/components/schemas/Book' } }";
    const wrapped = `schema: { properties: { total: {}, data: { properties: { ${list.replace('schema', 'items')} } } } }`;
    const [resource] =
      reconcileLibrary({ pages: { 'books.md': null }, spec: [[list, wrapped]] }).model.services[0]
        ?.resources ?? [];
    const fields = resource?.methods.slice(0, 3).map((method) => method.fields.map(({ name }) => name));
    expect(fields?.[0]).toEqual(fields?.[2]);
  });

  it('names and groups come of the paths where there are no tags and no operationIds', () => {
    const bare = reconcileLibrary({
      pages: { 'books.md': null },
      spec: [
        ['  /books/{bookId}/lend:', '  /api/v2/readers/{readerId}/books/{bookId}/lend:'],
        ['      operationId: lendBook\n      tags: [books]\n', ''],
      ],
    }).model;
    const readers = bare.services.find(({ name }) => name === 'readers');
    expect(
      readers?.resources.map(({ name, methods }) => [
        name,
        methods.map((method) => [method.name, method.sqlVerb]),
      ]),
    ).toEqual([['books', [['lend', 'exec']]]]);
  });
});

const verbs: [string, { given: readonly [string, string]; want: string }][] = [
  ['to be made', { given: ['operationId: lendBook', 'operationId: createLoan'], want: 'insert' }],
  ['to be changed', { given: ['operationId: lendBook', 'operationId: updateLoan'], want: 'update' }],
  ['to be done', { given: ['operationId: lendBook', 'operationId: loans/borrow'], want: 'exec' }],
];

describe('a POST, without pages, is told by its operationId', () => {
  it.each(verbs)('%s', (_name, { given, want }) => {
    const { model } = reconcileLibrary({ pages: { 'books.md': null }, spec: [given] });
    const methods = model.services.flatMap(({ resources }) => resources.flatMap((one) => one.methods));
    expect(methods.find(({ operation }) => operation === 'POST /books/{bookId}/lend')?.sqlVerb).toBe(want);
  });
});
