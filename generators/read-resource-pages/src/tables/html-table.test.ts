import { describe, expect, it } from 'vitest';
import { proseOf } from '../markup/prose.ts';
import { marked } from '../testing/marked.ts';
import { htmlTable } from './html-table.ts';

/** Each row's cells as prose, its anchor in front. */
function shown(given: string): { readonly columns: unknown; readonly rows: unknown; readonly rest: string } {
  const page = marked(given);
  const { table } = htmlTable(page, page.tokens, { first: 0, limit: page.all.end });
  return {
    columns: table.columns,
    rows: table.rows.map(({ anchor, cells }) => [
      ...(anchor === null ? [] : [`#${anchor}`]),
      ...cells.map((cell) => proseOf(page, cell)),
    ]),
    rest: given.slice(table.end),
  };
}

const cases: [
  string,
  { given: string; columns?: readonly string[]; rows: readonly unknown[]; rest?: string },
][] = [
  [
    'rows without a header',
    {
      given: '<table><tbody>\n<tr><td>a</td><td> b </td></tr>\n</tbody></table>c',
      rows: [['a', 'b']],
      rest: 'c',
    },
  ],
  [
    'a header and anchors',
    {
      given:
        '<table>\n<thead>\n<tr>\n<th>Name</th>\n</tr>\n</thead>\n<tbody>\n<tr id="a&amp;b">\n<td>c</td>\n</tr>\n</tbody>\n</table>',
      columns: ['name'],
      rows: [['#a&b', 'c']],
    },
  ],
  [
    'a header in the body',
    {
      given:
        '<table><tbody><tr><th>Name</th><th>Datatype</th></tr><tr><td>a</td><td></td></tr></tbody></table>',
      columns: ['name', 'type'],
      rows: [['a', '']],
    },
  ],
  [
    'a table in a cell',
    {
      given: '<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>',
      rows: [['a<table><tr><td>b</td></tr></table>']],
    },
  ],
  [
    'cells without end tags',
    { given: '<table><tr><td>a<td>b<tr><td>c</table>d', rows: [['a', 'b'], ['c']], rest: 'd' },
  ],
  ['cells without a row', { given: '<table><td>a</td><td>b</td></table>', rows: [['a', 'b']] }],
  ['an empty table', { given: '<table></table>', rows: [] }],
  ['a table without its end', { given: '<table><tr><td>a\n\nb', rows: [['a\n\nb']] }],
  ['a table that a tab ends', { given: '<table><tr><td>a\n</TabItem>b', rows: [['a']], rest: '</TabItem>b' }],
];

describe('htmlTable', () => {
  it.each(cases)('reads %s', (_name, { given, columns = [], rows, rest = '' }) => {
    expect(shown(given)).toEqual({ columns, rows, rest });
  });
});
