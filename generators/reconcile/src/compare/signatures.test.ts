import { describe, expect, it } from 'vitest';
import { type Edit, type Library, reconcileLibrary } from '../testing/library.ts';

const HOST = '<a href="#parameter-host"><code>host</code></a>';
const BOTH = `<a href="#parameter-bookId"><code>bookId</code></a>, ${HOST}`;

/** Lets a method require `host` alone, or what is given. */
const keyless = (method: string, verb: string, names = HOST): Edit => [
  `"${method}" /></a></td>\n    <td><CopyableCode code="${verb}" /></td>\n    <td>${BOTH}</td>`,
  `"${method}" /></a></td>\n    <td><CopyableCode code="${verb}" /></td>\n    <td>${names}</td>`,
];

const cases: [string, { given: Library; want: readonly string[] }][] = [
  ['tell the methods of a verb apart, and the rows that they change', { given: {}, want: [] }],
  [
    'are ambiguous for want of what the spec requires',
    {
      given: { page: [keyless('get_book', 'select')] },
      want: [
        'signature-ambiguous: `get_book`, `list_books` cannot be told apart: each is a select that requires only `host`. ' +
          'List the required parameters that they lack; then they differ.',
      ],
    },
  ],
  [
    'are ambiguous by the spec itself',
    {
      given: {
        page: [keyless('get_book', 'select')],
        spec: [
          [
            'in: path\n        required: true\n        description: ID of the book.\n        schema: { type: string }\n    get:',
            'in: query\n        schema: { type: string }\n    get:',
          ],
        ],
      },
      want: [
        'signature-ambiguous: `get_book`, `list_books` cannot be told apart: each is a select that requires only `host`. ' +
          'Make all but one of them EXEC methods, or move them to resources of their own.',
      ],
    },
  ],
  [
    'name no row without a path parameter',
    {
      given: { page: [keyless('delete_book', 'delete')] },
      want: [
        'signature-names-no-row: `delete_book` (delete) names no row: it lists none of `bookId`. ' +
          'List the path parameters among the required ones.',
      ],
    },
  ],
  [
    'name no row by a field that the body does not have',
    {
      given: {
        page: [keyless('delete_book', 'delete', `${HOST}, <code>data__note</code>`)],
      },
      want: [
        'signature-names-no-row: `delete_book` (delete) names no row: it lists none of `bookId`. ' +
          'List the path parameters among the required ones.',
      ],
    },
  ],
  [
    'name the only row there is, where the operation has no path parameter',
    {
      given: {
        page: [keyless('delete_book', 'delete')],
        spec: [
          [
            'in: path\n        required: true\n        description: ID of the book.\n        schema: { type: string }\n    get:',
            'in: query\n        schema: { type: string }\n    get:',
          ],
        ],
      },
      want: [],
    },
  ],
];

describe('documented signatures', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    const found = reconcileLibrary(given).diagnostics.filter(({ code }) => code.startsWith('signature-'));
    expect(found.map(({ code, message, hint }) => `${code}: ${message} ${hint}`)).toEqual(want);
  });
});
