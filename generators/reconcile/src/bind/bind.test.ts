import { describe, expect, it } from 'vitest';
import { fixture, type Library, reconcileLibrary } from '../testing/library.ts';

const VOLUMES = fixture('volumes.md');
/** The legacy page with descriptions that are not the spec's. */
const REWORDED = VOLUMES.replace('Retrieves one book.', 'Fetches a book.')
  .replace('Lists the books of the library.', 'All books.')
  .replace('Removes a book from the library.', 'Removes a book of the library.');

interface Bound {
  readonly operation: string | null;
  readonly boundBy: string;
}
const bound = (operation: string, boundBy: string): Bound => ({ operation, boundBy });
/** An operation that only its path tells from that of lending. */
const KEEPING = `  /books/{bookId}/keep:
    post:
      tags: [books]
      parameters:
        - { name: bookId, in: path, required: true, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [reader], properties: { reader: { type: string } } }
      responses: { '204': { description: Done. } }
`;
const UNBOUND: Bound = { operation: null, boundBy: 'none' };

const cases: [string, { given: Library; method: string; want: Bound }][] = [
  [
    'by the name that the operationId has',
    { given: {}, method: 'acme.books.books.get_book', want: bound('GET /books/{bookId}', 'operation-id') },
  ],
  [
    'by the last part of an operationId, within its service',
    {
      given: { spec: [['operationId: getBook', 'operationId: books/get-book']] },
      method: 'acme.books.books.get_book',
      want: bound('GET /books/{bookId}', 'operation-id'),
    },
  ],
  [
    'by name to the operation that its verb stands for, where two have the name',
    {
      given: {
        spec: [
          ['operationId: getBook', 'operationId: books/read-it'],
          ['operationId: deleteBook', 'operationId: books/read-it2'],
        ],
        pages: { 'volumes.md': REWORDED.replace('code="get"', 'code="read_it"') },
      },
      method: 'acme.books.volumes.read_it',
      want: bound('GET /books/{bookId}', 'operation-id'),
    },
  ],
  [
    'by the name of an ordinary deed to an operation of its own resource alone',
    {
      given: { spec: [['operationId: listBooks', 'operationId: get']], pages: { 'volumes.md': VOLUMES } },
      method: 'acme.books.volumes.get',
      want: bound('GET /books/{bookId}', 'description'),
    },
  ],
  [
    'by name outside its service, if nobody else has it',
    {
      given: {
        pages: {
          'volumes.md': VOLUMES.replace('acme.books.volumes', 'acme.old.volumes').replace(
            'code="get"',
            'code="get_book"',
          ),
        },
      },
      method: 'acme.old.volumes.get_book',
      want: bound('GET /books/{bookId}', 'operation-id'),
    },
  ],
  [
    'by the name that it has without pages, where there is no operationId',
    {
      given: {
        spec: [
          ['      operationId: lendBook\n', ''],
          ['components:\n', `${KEEPING}components:\n`],
        ],
        pages: {
          'books.md': fixture('books.md')
            .replaceAll('lend_book', 'lend')
            .replace('Lends a book to a reader.', ''),
        },
      },
      method: 'acme.books.books.lend',
      want: bound('POST /books/{bookId}/lend', 'signature'),
    },
  ],
  [
    'by the config before anything else',
    {
      given: { settings: { bind: { 'acme.books.books.get_book': 'GET /books' } } },
      method: 'acme.books.books.get_book',
      want: bound('GET /books', 'config'),
    },
  ],
  [
    'by a description that no other operation has',
    {
      given: { pages: { 'volumes.md': VOLUMES } },
      method: 'acme.books.volumes.get',
      want: bound('GET /books/{bookId}', 'description'),
    },
  ],
  [
    'by its signature, where two methods have the description of each other',
    {
      given: {
        pages: {
          'volumes.md': VOLUMES.replace('Retrieves one book.', 'x')
            .replace('Lists the books of the library.', 'Retrieves one book.')
            .replace(' x ', ' Lists the books of the library. '),
        },
      },
      method: 'acme.books.volumes.get',
      want: bound('GET /books/{bookId}', 'signature'),
    },
  ],
  [
    'by its signature, where names and fields point to one operation alone',
    {
      given: { pages: { 'volumes.md': REWORDED.replace('code="delete"', 'code="delete_book_now"') } },
      method: 'acme.books.volumes.delete_book_now',
      want: bound('DELETE /books/{bookId}', 'signature'),
    },
  ],
  [
    'to nothing, where its required parameters are not those of the operation',
    {
      given: {
        pages: {
          'volumes.md': REWORDED.replace(
            '<CopyableCode code="delete" /> | `DELETE` | <CopyableCode code="bookId, host" />',
            '<CopyableCode code="delete_book_now" /> | `DELETE` | <CopyableCode code="host" />',
          ),
        },
      },
      method: 'acme.books.volumes.delete_book_now',
      want: UNBOUND,
    },
  ],
  [
    'to nothing, where the operation of its description belongs to another method of the resource',
    {
      given: {
        page: [
          ['<CopyableCode code="lend_book" /></a>', '<CopyableCode code="read_book" /></a>'],
          ['<td>Lends a book to a reader.</td>', '<td>Retrieves one book.</td>'],
        ],
      },
      method: 'acme.books.books.read_book',
      want: UNBOUND,
    },
  ],
  [
    'to nothing, where two operations have its description',
    {
      given: {
        spec: [['description: Retrieves one book.', 'description: Removes a book from the library.']],
        pages: {
          'volumes.md': VOLUMES.replace('code="delete"', 'code="drop"').replace(
            'bookId, host" /> | Removes',
            'x" /> | Removes',
          ),
        },
      },
      method: 'acme.books.volumes.drop',
      want: UNBOUND,
    },
  ],
  [
    'to nothing, where the verb cannot stand for the operation of its description',
    {
      given: { pages: { 'volumes.md': VOLUMES.replace('`DELETE`', '`SELECT`') } },
      method: 'acme.books.volumes.delete',
      want: UNBOUND,
    },
  ],
];

describe('a method is bound', () => {
  it.each(cases)('%s', (_name, { given, method, want }) => {
    const { model } = reconcileLibrary(given);
    const methods = model.services.flatMap(({ resources }) =>
      resources.flatMap(({ id, methods: own }) =>
        own.map(({ name, operation, boundBy }) => ({ id: `${id}.${name}`, operation, boundBy })),
      ),
    );
    expect(methods.find(({ id }) => id === method)).toEqual({ id: method, ...want });
  });

  it('to the same operations, in whatever order the pages come', () => {
    const pages = { 'volumes.md': VOLUMES, 'a.md': VOLUMES.replaceAll('volumes', 'tomes') };
    const reversed = Object.fromEntries(Object.entries(pages).reverse());
    expect(reconcileLibrary({ pages }).model).toEqual(reconcileLibrary({ pages: reversed }).model);
  });
});
