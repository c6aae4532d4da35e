import { dictionary, providerSettings } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { type Finding, fixture, type Library, reconcileLibrary } from '../testing/library.ts';

const VOLUMES = fixture('volumes.md');

const cases: [string, { given: Library; want: readonly Finding[] }][] = [
  ['a page and a spec that agree', { given: {}, want: [] }],
  [
    'a legacy page beside them: what its format has no place for is not missing',
    { given: { pages: { 'volumes.md': VOLUMES } }, want: [] },
  ],
  [
    'an operation that was removed, and one that nobody documents',
    {
      given: {
        spec: [
          ['/books/{bookId}/lend:', '/books/{bookId}/cards:'],
          ['lendBook', 'issueCard'],
          ['Lends a book to a reader.', 'Issues a card.'],
        ],
      },
      want: [
        ['method-unbound', 'lend_book', 'lend_book'],
        ['operation-missing-from-pages', 'POST /books/{bookId}/cards', 'post:'],
      ],
    },
  ],
  [
    'a method that is like nothing at all',
    {
      given: {
        pages: {
          'x.md': VOLUMES.replaceAll('volumes', 'x')
            .replaceAll('Id, host', 'x')
            .replace('code="get"', 'code="q"')
            .replace('Retrieves one book.', 'Q.'),
        },
      },
      want: [
        ['method-unbound', 'q', 'q'],
        ['method-unbound', 'delete', 'delete'],
      ],
    },
  ],
  [
    'two methods of a resource for one operation',
    {
      given: {
        pages: { 'volumes.md': VOLUMES.replace('code="list"', 'code="get_book"') },
        settings: { bind: { 'acme.books.volumes.get': 'GET /books/{bookId}' } },
      },
      want: [
        ['param-missing-from-page', 'bookId', '<CopyableCode code="get_book" />'],
        ['operation-bound-twice', 'get_book', 'get_book'],
        ['method-text-of-other-operation', 'get_book', 'Lists the books of the library. |'],
      ],
    },
  ],
  [
    "another operation's text in the row of a method",
    {
      given: { page: [['<td>Retrieves one book.</td>', '<td>Lists the books of the library.</td>']] },
      want: [['method-text-of-other-operation', 'get_book', 'Lists the books of the library.']],
    },
  ],
  [
    'a text of the page, beside what two operations have for theirs',
    {
      given: {
        spec: [['Replaces what is known of a book.', 'Removes a book from the library.']],
        page: [
          ['<td>Retrieves one book.</td>', '<td>Removes a book from the library.</td>'],
          ['<td>Replaces what is known of a book.</td>', '<td>Writes down what a book is.</td>'],
        ],
      },
      want: [],
    },
  ],
  [
    'a SELECT that deletes',
    {
      given: {
        page: [['<td><CopyableCode code="delete" /></td>', '<td><CopyableCode code="select" /></td>']],
      },
      want: [
        ['signature-ambiguous', 'get_book', 'get_book'],
        ['verb-contradicts-operation', 'delete_book', 'select'],
      ],
    },
  ],
  [
    'a deprecated operation without a mark',
    {
      given: { spec: [['operationId: getBook', 'operationId: getBook\n      deprecated: true']] },
      want: [['deprecation-missing-from-page', 'get_book', 'get_book']],
    },
  ],
  [
    'a deprecated operation whose description tells it',
    {
      given: {
        spec: [['operationId: getBook', 'operationId: getBook\n      deprecated: true']],
        page: [['<td>Retrieves one book.</td>', '<td>Deprecated: use `list_books`.</td>']],
      },
      want: [],
    },
  ],
  [
    'a mark that the spec does not have',
    {
      given: { page: [['<td>Retrieves one book.</td>', '<td>Retrieves one book. (deprecated)</td>']] },
      want: [['deprecation-missing-from-spec', 'get_book', 'get_book']],
    },
  ],
  [
    'settings that match nothing',
    {
      given: {
        settings: {
          bind: { 'acme.books.books.borrow': 'GET /books', 'acme.books.books.get_book': 'GET /volumes' },
          rename: { 'acme.books.shelves': 'racks' },
          client: { ...providerSettings('acme', '@acme/client').client, auth: dictionary([['tokn', {}]]) },
        },
      },
      want: [
        ['setting-matches-nothing', 'acme.books.books.get_book', 'get_book'],
        ['setting-matches-nothing', 'tokn', 'openapi: 3.1.0'],
        ['setting-matches-nothing', 'acme.books.books.borrow', 'openapi: 3.1.0'],
        ['setting-matches-nothing', 'acme.books.shelves', 'openapi: 3.1.0'],
      ],
    },
  ],
  [
    'a link of the spec that begins anew in its midst, told once for all operations that return the text',
    {
      given: {
        spec: [['description: Its title.', 'description: "See /docshttps://a.example/docs."']],
      },
      want: [['link-mangled', '', 'description: ']],
    },
  ],
  ['no pages', { given: { pages: { 'books.md': null } }, want: [['pages-missing', '', 'openapi: 3.1.0']] }],
  [
    'no pages, and webhooks alone',
    {
      given: { spec: [['\npaths:', '\nwebhooks:']], pages: { 'books.md': null } },
      want: [['operations-missing', '', 'webhooks:']],
    },
  ],
  [
    'no pages, and no paths',
    {
      given: { spec: [['\npaths:', '\nx-paths:']], pages: { 'books.md': null } },
      want: [['operations-missing', '', 'openapi: 3.1.0']],
    },
  ],
];

describe('methods and operations', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});
