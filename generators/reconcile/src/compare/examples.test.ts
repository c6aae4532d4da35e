import { describe, expect, it } from 'vitest';
import { type Finding, fixture, type Library, reconcileLibrary } from '../testing/library.ts';

const DELETE = 'DELETE FROM acme.books.books\nWHERE bookId';

const UNDOCUMENTED: Library['settings'] = {
  ignore: [{ code: 'operation-missing-from-pages', reason: 'the page has no methods' }],
};
/** A legacy page with an example, whose format has no place for optional parameters. */
const OLD = `${fixture('volumes.md').replace('code="delete"', 'code="lend_out"').replace('`DELETE`', '`EXEC`').replace('Removes a book from the library.', 'Gives a book away.')}
## Lifecycle Methods

\`\`\`sql
EXEC acme.books.volumes.lend_out
@bookId='{{ bookId }}' --required,
@host='{{ host }}' --required,
@days='{{ days }}'
;
\`\`\`
`;

const WITH_SIBLING = `${fixture('volumes.md').replace(
  /^(\| Name \| Acc|\|:-----\|:---|\| <CopyableCode code="(?:get|list|delete)" \/> \|)/gm,
  (start) =>
    start.includes('Name')
      ? '| Name | Resource | Acc'
      : start.includes(':')
        ? '|:-----|:----|:---'
        : `${start} \`tomes\` |`,
)}
## \`SELECT\` example

\`\`\`sql
SELECT id FROM acme.books.tomes WHERE host = '{{ host }}';
\`\`\`
`;

const cases: [string, { given: Library; want: readonly Finding[] }][] = [
  [
    'calls a method that the page does not have',
    {
      given: { page: [['EXEC acme.books.books.lend_book', 'EXEC acme.books.books.lend']] },
      want: [['example-unknown-method', 'lend', 'lend']],
    },
  ],
  [
    'addresses another resource',
    {
      given: { page: [[DELETE, DELETE.replace('books.books', 'books.book')]] },
      want: [['example-other-resource', 'delete_book', 'acme.books.book']],
    },
  ],
  [
    'addresses, as all others do, another resource than the page is of',
    {
      given: {
        page: [['<CopyableCode code="acme.books.books" />', '<CopyableCode code="acme.books.book" />']],
      },
      want: [['page-id-differs', '', 'acme.books.book']],
    },
  ],
  [
    'uses another verb',
    {
      given: { page: [['REPLACE acme.books.books\nSET', 'UPDATE acme.books.books\nSET']] },
      want: [['example-other-verb', 'replace_book', 'acme.books.books']],
    },
  ],
  [
    'returns an unknown column',
    {
      given: { page: [['RETURNING\nid,', 'RETURNING\nisbn,']] },
      want: [['example-unknown-column', 'isbn', 'isbn,']],
    },
  ],
  [
    'passes, as it may, a body that has no members',
    {
      given: {
        spec: [
          [
            '      description: Removes a book from the library.\n',
            '      description: Removes a book from the library.\n      requestBody: { required: true, content: { application/json: { schema: { type: array, items: { type: string } } } } }\n',
          ],
        ],
        page: [["AND force = '{{ force }}'", "AND force = '{{ force }}' AND body = '{{ body }}'"]],
      },
      want: [],
    },
  ],
  [
    'passes an unknown parameter',
    {
      given: { page: [["AND force = '{{ force }}'", "AND gently = '{{ gently }}'"]] },
      want: [['example-unknown-parameter', 'gently', "gently = '{{ gently }}'"]],
    },
  ],
  [
    'filters by a column of the answer',
    {
      given: { page: [["AND genre = '{{ genre }}'", "AND genre = '{{ genre }}'\nAND state = 'in'"]] },
      want: [],
    },
  ],
  [
    'sends an unknown body field',
    {
      given: { page: [["SET\ntitle = '{{ title }}',", "SET\ntitle = '{{ title }}',\nisbn = '{{ isbn }}',"]] },
      want: [['example-unknown-body-field', 'isbn', "isbn = '{{ isbn }}',"]],
    },
  ],
  [
    'sends an unknown key of the JSON body',
    {
      given: { page: [['"reader": "{{ reader }}"', '"reader": "{{ reader }}",\n"days": 3']] },
      want: [['example-unknown-body-field', 'days', 'days']],
    },
  ],
  [
    'sends a read-only body field',
    {
      given: { page: [["SET\ntitle = '{{ title }}',", "SET\ntitle = '{{ title }}',\nid = '{{ id }}',"]] },
      want: [['example-unknown-body-field', 'id', "id = '{{ id }}',"]],
    },
  ],
  [
    'lacks a required parameter that the row lists',
    {
      given: {
        page: [
          [
            "DELETE FROM acme.books.books\nWHERE bookId = '{{ bookId }}' --required\nAND",
            'DELETE FROM acme.books.books\nWHERE',
          ],
        ],
      },
      want: [['example-lacks-required-parameter', 'bookId', 'acme.books.books']],
    },
  ],
  [
    'lacks a required parameter, and has a body field of its name',
    {
      given: {
        spec: [
          ['reader: { type: string,', 'bookId: { type: string }\n                reader: { type: string,'],
        ],
        page: [
          ["@bookId='{{ bookId }}' --required,\n", ''],
          ['"reader": "{{ reader }}"', '"bookId": "{{ bookId }}",\n"reader": "{{ reader }}"'],
        ],
      },
      want: [['example-lacks-required-parameter', 'bookId', 'acme.books.books.lend_book']],
    },
  ],
  [
    'is of a page without methods: they are all unknown',
    {
      given: { page: [['## Methods', 'Methods']], settings: UNDOCUMENTED },
      want: [],
    },
  ],
  [
    'passes what may be an optional parameter of an operation that is not in the spec any more',
    { given: { pages: { 'volumes.md': OLD } }, want: [['method-unbound', 'lend_out', 'lend_out']] },
  ],
  [
    'addresses a sibling that the Methods table names',
    { given: { pages: { 'volumes.md': WITH_SIBLING } }, want: [] },
  ],
  [
    'lacks a required body field that the row lists',
    {
      given: {
        page: [
          ['(\ntitle,\npages,', '(\npages,'],
          ["'{{ title }}' /* required */,\n", ''],
        ],
      },
      want: [['example-lacks-required-parameter', 'title', 'acme.books.books (']],
    },
  ],
];

describe('an example that', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});
