import { describe, expect, it } from 'vitest';
import { cells } from '../testing/cells.ts';
import { type Finding, type Library, reconcileLibrary } from '../testing/library.ts';

const LIMIT = '<td>At most so many books. (default: 20, minimum: 1, maximum: 200)</td>';
const GENRE = '<td>Books of this genre alone. (novel, poetry)</td>';

const cases: [string, { given: Library; want: readonly Finding[] }][] = [
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
    'no description',
    {
      given: { page: [['<td>Also if it is lent.</td>', '<td></td>']] },
      want: [['param-description-missing-from-page', 'force', 'force']],
    },
  ],
  [
    'notes in place of a description',
    {
      given: { page: [[LIMIT, '<td>(default: 20, minimum: 1, maximum: 200)</td>']] },
      want: [['param-description-missing-from-page', 'limit', 'limit']],
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
  ...['', '""'].map((empty): (typeof cases)[number] => [
    `an empty default as ${empty === '' ? 'nothing' : empty}`,
    {
      given: {
        spec: [[', default: 20', ", default: ''"]],
        page: [[LIMIT, LIMIT.replace('20,', `${empty},`)]],
      },
      want: [],
    },
  ]),
  [
    'no default that only the spec’s prose has',
    {
      given: {
        spec: [
          [', default: 20', ''],
          ['At most so many books.', '"At most so many books. (default: 20)"'],
        ],
      },
      want: [],
    },
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

describe('a row of the Parameters table with', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});
