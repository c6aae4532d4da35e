import { describe, expect, it } from 'vitest';
import { proseOf } from '../markup/prose.ts';
import { marked } from '../testing/marked.ts';
import { pipeTables } from './pipe-table.ts';

/** The columns, then each row's cells as prose. */
function shown(given: string): readonly unknown[] {
  const page = marked(given);
  return pipeTables(page, page.all).map(({ columns, rows }) => [
    columns,
    ...rows.map(({ cells }) => cells.map((cell) => proseOf(page, cell))),
  ]);
}

const HEAD = '| Name | Description |\n|:-----|:------------|\n';
const COLUMNS = ['name', 'description'];

const cases: [string, { given: string; want: readonly unknown[] }][] = [
  ['no table', { given: 'a | b\n\nc', want: [] }],
  ['rows', { given: `${HEAD}| a | b |\n|c|d|`, want: [[COLUMNS, ['a', 'b'], ['c', 'd']]] }],
  ['no rows', { given: HEAD, want: [[COLUMNS]] }],
  [
    'known and unknown columns',
    {
      given:
        '| **Name** | Data type | Accessible by | Required Parameters | Optional Params | Since |\n|-|-|-|-|-|-|\n',
      want: [[['name', 'type', 'verb', 'required', 'optional', null]]],
    },
  ],
  ['no table where the delimiters are too few', { given: '| a | b |\n|---|\n', want: [] }],
  ['empty cells', { given: `${HEAD}| a ||\n| b | |\n`, want: [[COLUMNS, ['a', ''], ['b', '']]] }],
  ['missing cells', { given: `${HEAD}| a |\n`, want: [[COLUMNS, ['a']]] }],
  [
    'a row without its last pipe',
    { given: `${HEAD}| a | b\n| c | d |`, want: [[COLUMNS, ['a', 'b'], ['c', 'd']]] },
  ],
  ['escaped pipes', { given: `${HEAD}| a | b \\| \`c\\|d\` |\n`, want: [[COLUMNS, ['a', 'b | `c|d`']]] }],
  ['pipes that nobody escaped', { given: `${HEAD}| a | {b|c}/d |\n`, want: [[COLUMNS, ['a', '{b|c}/d']]] }],
  [
    'a row that a line ending broke',
    {
      given: `${HEAD}| a | b\nc\nd |\n| e | f |\n`,
      want: [[COLUMNS, ['a', 'b\nc\nd'], ['e', 'f']]],
    },
  ],
  [
    'a row that an empty line broke',
    { given: `${HEAD}| a | b\n\nc |\n`, want: [[COLUMNS, ['a', 'b\n\nc']]] },
  ],
  ['text behind the table', { given: `${HEAD}| a | b\n\nc\n`, want: [[COLUMNS, ['a', 'b']]] }],
  [
    'two tables',
    {
      given: `${HEAD}| a | b |\n\ntext\n\n${HEAD}| c | d |`,
      want: [
        [COLUMNS, ['a', 'b']],
        [COLUMNS, ['c', 'd']],
      ],
    },
  ],
];

describe('pipeTables', () => {
  it.each(cases)('reads %s', (_name, { given, want }) => {
    expect(shown(given)).toEqual(want);
  });

  it.each(cases)('reads %s with the line endings of Windows', (_name, { given, want }) => {
    expect(shown(given.replaceAll('\n', '\r\n'))).toEqual(want);
  });
});
