import { describe, expect, it } from 'vitest';
import { cells } from '../testing/cells.ts';
import { type Finding, fixture, type Library, reconcileLibrary } from '../testing/library.ts';

const GET = `${cells(['bookId', 'host'])}\n    <td>Retrieves`;
const LIST = cells(['host'], ['genre', 'limit']);

const HOST_PARAM =
  '        - { name: host, in: query, required: true, description: Where the library is., schema: { type: string } }\n';

const cases: [string, { given: Library; want: readonly Finding[] }][] = [
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
    'not a header that requests have anyway, required by the page, and by the spec as if it were a parameter',
    {
      given: {
        spec: [
          [
            '      description: Retrieves one book.\n',
            '      description: Retrieves one book.\n      parameters:\n        - { name: Accept, in: header, required: true, schema: { type: string } }\n',
          ],
        ],
        page: [[GET, `${cells(['bookId', 'host', 'Accept'])}\n    <td>Retrieves`]],
      },
      want: [
        ['param-row-missing', 'Accept', 'Accept'],
        ['example-lacks-required-parameter', 'Accept', 'acme.books.books'],
      ],
    },
  ],
  [
    'not two of one name, in the path and in the query, each in its cell',
    {
      given: {
        spec: [
          [
            '      description: Retrieves one book.\n',
            '      description: Retrieves one book.\n      parameters:\n        - { name: bookId, in: query, description: ID of the book., schema: { type: string } }\n',
          ],
        ],
        page: [[GET, `${cells(['bookId', 'host'], ['bookId'])}\n    <td>Retrieves`]],
      },
      want: [
        [
          'name-collision',
          'bookId',
          '{ name: bookId, in: query, description: ID of the book., schema: { type: string } }',
        ],
      ],
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
    'the server variable, whose name a parameter of one operation has too',
    {
      given: {
        spec: [['        - name: genre', `${HOST_PARAM}        - name: genre`]],
        settings: { serverVariables: {} },
      },
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

describe('listed parameters', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});
