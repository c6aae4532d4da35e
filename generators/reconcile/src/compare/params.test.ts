import { describe, expect, it } from 'vitest';
import { type Finding, fixture, type Library, reconcileLibrary } from '../testing/library.ts';

/** The two cells of a row of the Methods table. */
const cells = (required: readonly string[], optional: readonly string[] = []): string =>
  [required, optional]
    .map((names) => names.map((name) => `<a href="#parameter-${name}"><code>${name}</code></a>`).join(', '))
    .map((cell) => `    <td>${cell}</td>`)
    .join('\n');

const GET = `${cells(['bookId', 'host'])}\n    <td>Retrieves`;
const LIST = cells(['host'], ['genre', 'limit']);
const LIMIT = '<td>At most so many books. (default: 20, minimum: 1, maximum: 200)</td>';
const GENRE = '<td>Books of this genre alone. (novel, poetry)</td>';

const listed: [string, { given: Library; want: readonly Finding[] }][] = [
  [
    'a required parameter that the row lacks, told once though the example lacks it too',
    {
      given: {
        page: [
          [GET, `${cells(['host'])}\n    <td>Retrieves`],
          ["WHERE bookId = '{{ bookId }}' -- required\nAND host", 'WHERE host'],
        ],
      },
      want: [
        ['param-missing-from-page', 'bookId', '<a href="#get_book">'],
        ['signature-ambiguous', 'get_book', 'get_book'],
      ],
    },
  ],
  [
    'an optional parameter that the row lacks',
    {
      given: { page: [[LIST, cells(['host'], ['genre'])]] },
      want: [['optional-param-missing-from-page', 'limit', '<a href="#list_books">']],
    },
  ],
  [
    'a server variable that every other method lists',
    {
      given: { page: [[GET, `${cells(['bookId'])}\n    <td>Retrieves`]] },
      want: [['param-missing-from-page', 'host', '<a href="#get_book">']],
    },
  ],
  [
    'a parameter that the operation does not have',
    {
      given: { page: [[LIST, cells(['host'], ['genre', 'limit', 'colour'])]] },
      want: [['param-missing-from-spec', 'colour', 'colour']],
    },
  ],
  [
    'an optional parameter among the required ones',
    {
      given: {
        page: [[LIST, cells(['host', 'limit'], ['genre'])]],
      },
      want: [['param-listed-as-required', 'limit', 'limit']],
    },
  ],
  [
    'a required parameter among the optional ones',
    {
      given: { page: [[GET, `${cells(['host'], ['bookId'])}\n    <td>Retrieves`]] },
      want: [
        ['signature-ambiguous', 'get_book', 'get_book'],
        ['param-listed-as-optional', 'bookId', 'bookId'],
      ],
    },
  ],
  [
    'a listed parameter without a row',
    {
      given: {
        page: [
          [
            '<tr id="parameter-force">\n    <td><CopyableCode code="force" /></td>\n    <td><code>boolean</code></td>\n    <td>Also if it is lent.</td>\n</tr>\n',
            '',
          ],
        ],
      },
      want: [['param-row-missing', 'force', 'force']],
    },
  ],
  [
    'a header, whose name has no case',
    {
      given: {
        spec: [['- name: force\n          in: query', '- name: Force\n          in: header']],
      },
      want: [],
    },
  ],
  [
    'a name of the page that stands for another on the wire',
    {
      given: {
        spec: [['- name: force', '- name: evenIfLent']],
        page: [['<td>Also if it is lent.</td>', '<td>Also if it is lent. (wire: evenIfLent)</td>']],
      },
      want: [],
    },
  ],
  [
    'the server variable, not mapped: told once for all methods',
    {
      given: { settings: { serverVariables: {} } },
      want: [['server-variable-unmapped', 'host', 'host']],
    },
  ],
  [
    'a name that every method lists, where the config makes up for the variable of the server URL',
    {
      given: {
        pages: { 'books.md': null, 'volumes.md': fixture('volumes.md').replaceAll('host"', 'shelf, host"') },
        settings: {
          ignore: [{ code: 'operation-missing-from-pages', reason: 'the page has three methods' }],
        },
      },
      want: [
        ['param-missing-from-spec', 'shelf', 'shelf, host'],
        ['param-missing-from-spec', 'shelf', 'shelf, host'],
        ['param-missing-from-spec', 'shelf', 'shelf, host'],
      ],
    },
  ],
  [
    'a parameter in a cookie that the row lacks',
    {
      given: {
        spec: [
          [
            '- name: force\n          in: query',
            '- { name: session, in: cookie, required: true, schema: { type: string } }\n        - name: force\n          in: query',
          ],
        ],
      },
      want: [['param-missing-from-page', 'session', '<a href="#delete_book">']],
    },
  ],
];

const rows: [string, { given: Library; want: readonly Finding[] }][] = [
  [
    'another type',
    {
      given: { page: [['<code>integer (int32)</code>', '<code>string</code>']] },
      want: [['param-type-differs', 'limit', 'string']],
    },
  ],
  [
    'no type',
    {
      given: { page: [['<code>integer (int32)</code>', '']] },
      want: [['param-type-differs', 'limit', '<CopyableCode code="limit" />']],
    },
  ],
  [
    'no format',
    {
      given: { page: [['<code>integer (int32)</code>', '<code>integer</code>']] },
      want: [['param-format-differs', 'limit', 'integer']],
    },
  ],
  [
    'no allowed values',
    {
      given: { page: [[GENRE, '<td>Books of this genre alone.</td>']] },
      want: [['param-enum-missing-from-page', 'genre', 'Books of this genre alone.']],
    },
  ],
  [
    'allowed values told in prose',
    { given: { page: [[GENRE, '<td>Books of this genre alone: `novel` or `poetry`.</td>']] }, want: [] },
  ],
  [
    "a parenthesis of the author's in place of the values",
    {
      given: { page: [[GENRE, '<td>Books of this genre alone. (fiction)</td>']] },
      want: [['param-enum-missing-from-page', 'genre', 'Books of this genre alone. (fiction)']],
    },
  ],
  [
    'a value too few',
    {
      given: { page: [[GENRE, '<td>Books of this genre alone. (novel)</td>']] },
      want: [['param-enum-differs', 'genre', 'Books of this genre alone. (novel)']],
    },
  ],
  [
    'a value too many',
    {
      given: { page: [[GENRE, '<td>Books of this genre alone. (novel, poetry, drama)</td>']] },
      want: [['param-enum-differs', 'genre', 'Books of this genre alone. (novel, poetry, drama)']],
    },
  ],
  [
    'no default',
    {
      given: { page: [[LIMIT, '<td>At most so many books. (minimum: 1, maximum: 200)</td>']] },
      want: [
        ['param-default-missing-from-page', 'limit', 'At most so many books. (minimum: 1, maximum: 200)'],
      ],
    },
  ],
  [
    'another default',
    {
      given: { page: [[LIMIT, LIMIT.replace('20,', '10,')]] },
      want: [
        ['param-default-differs', 'limit', 'At most so many books. (default: 10, minimum: 1, maximum: 200)'],
      ],
    },
  ],
  [
    'a default in other words',
    { given: { page: [[LIMIT, '<td>By default 20. (minimum: 1, maximum: 200)</td>']] }, want: [] },
  ],
  [
    'a default that the spec does not have',
    {
      given: { spec: [[', default: 20', '']] },
      want: [
        ['param-default-differs', 'limit', 'At most so many books. (default: 20, minimum: 1, maximum: 200)'],
      ],
    },
  ],
  [
    'no bounds',
    {
      given: { page: [[LIMIT, '<td>At most so many books. (default: 20)</td>']] },
      want: [
        ['param-bound-missing-from-page', 'limit', 'At most so many books. (default: 20)'],
        ['param-bound-missing-from-page', 'limit', 'At most so many books. (default: 20)'],
      ],
    },
  ],
  [
    'bounds in other words',
    { given: { page: [[LIMIT, '<td>Between 1 and 200. (default: 20)</td>']] }, want: [] },
  ],
  [
    'another bound',
    {
      given: { page: [[LIMIT, LIMIT.replace('200', '100')]] },
      want: [
        ['param-bound-differs', 'limit', 'At most so many books. (default: 20, minimum: 1, maximum: 100)'],
      ],
    },
  ],
  [
    'a deprecated parameter without a mark',
    {
      given: { spec: [['- name: genre', '- deprecated: true\n          name: genre']] },
      want: [['deprecation-missing-from-page', 'genre', 'genre']],
    },
  ],
  [
    'a row that several methods share, right for one of them',
    {
      given: {
        spec: [
          [
            '- name: force',
            '- { name: limit, in: query, schema: { type: integer, format: int32, default: 5 } }\n        - name: force',
          ],
        ],
        page: [[cells(['bookId', 'host'], ['force']), cells(['bookId', 'host'], ['force', 'limit'])]],
      },
      want: [],
    },
  ],
  [
    'the text that the spec has for another method that lists the parameter',
    {
      given: {
        spec: [
          [
            '- name: force',
            '- { name: genre, in: query, description: Only one of this genre., schema: { type: string, enum: [novel, poetry] } }\n        - name: force',
          ],
        ],
        page: [[cells(['bookId', 'host'], ['force']), cells(['bookId', 'host'], ['force', 'genre'])]],
      },
      want: [['param-row-of-other-method', 'genre', 'genre']],
    },
  ],
  [
    'a row that is wrong for several methods, told once',
    {
      given: {
        page: [
          [
            '<td>ID of the book.</td>\n</tr>\n<tr id="parameter-host">',
            '<td>ID of the book. (minLength: 5)</td>\n</tr>\n<tr id="parameter-host">',
          ],
        ],
      },
      want: [['param-bound-differs', 'bookId', 'ID of the book. (minLength: 5)']],
    },
  ],
];

const body: [string, { given: Library; want: readonly Finding[] }][] = [
  [
    'a required field that the row lacks',
    {
      given: { page: [[cells(['bookId', 'reader', 'host']), cells(['bookId', 'host'])]] },
      want: [['body-field-missing-from-page', 'reader', '<a href="#lend_book">']],
    },
  ],
  [
    'a required field among the optional ones',
    {
      given: { page: [[cells(['bookId', 'reader', 'host']), cells(['bookId', 'host'], ['reader'])]] },
      want: [['body-field-listed-as-optional', 'reader', 'reader']],
    },
  ],
  [
    'an optional field among the required ones',
    {
      given: { spec: [['required: [reader]', 'required: []']] },
      want: [['body-field-listed-as-required', 'reader', 'reader']],
    },
  ],
  [
    'a read-only field among the required ones',
    {
      given: { spec: [['reader: { type: string,', 'reader: { type: string, readOnly: true,']] },
      want: [['read-only-field-required', 'reader', 'reader']],
    },
  ],
  [
    'an optional field that no example shows',
    {
      given: {
        spec: [
          ['reader: { type: string,', 'days: { type: integer }\n                reader: { type: string,'],
        ],
      },
      want: [['optional-body-field-missing-from-page', 'days', 'acme.books.books.lend_book']],
    },
  ],
  [
    'a required field with the prefix of a page that has prefixes',
    {
      given: {
        pages: {
          'volumes.md': fixture('volumes.md').replace(
            '`DELETE` | <CopyableCode code="bookId, host" /> | Removes a book from the library.',
            '`EXEC` | <CopyableCode code="bookId, data__reader, host" /> | Lends a book to a reader.',
          ),
        },
      },
      want: [],
    },
  ],
];

describe('listed parameters', () => {
  it.each(listed)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});

describe('rows of the Parameters table', () => {
  it.each(rows)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});

describe('fields of the request body', () => {
  it.each(body)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});
