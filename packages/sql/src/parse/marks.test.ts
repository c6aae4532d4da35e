import { describe, expect, it } from 'vitest';
import { only } from '../testing/only.ts';

/** The required ones among the conditions of a DELETE. */
const required = (text: string): string[] =>
  only(text, 'delete').where.flatMap(({ required: mark, expression }) =>
    mark !== null && expression.kind === 'binary' && expression.left.kind === 'column'
      ? [expression.left.name]
      : [],
  );

const forms: [string, { given: string; want: string[] }][] = [
  ['no mark', { given: "DELETE FROM t WHERE a = 'x' AND b = 'y';", want: [] }],
  [
    'a line comment with a blank',
    { given: "DELETE FROM t WHERE a = 'x' -- required\nAND b = 'y';", want: ['a'] },
  ],
  [
    'a line comment without',
    { given: "DELETE FROM t WHERE a = 'x'\nAND b = 'y' --required\n;", want: ['b'] },
  ],
  [
    'one glued to the value',
    { given: "DELETE FROM t WHERE a = 'x'--required\nAND b = {{ y }}--required\n;", want: ['a', 'b'] },
  ],
  ['a block comment', { given: "DELETE FROM t WHERE a = 'x' /* required */ AND b = 'y';", want: ['a'] }],
  ['capitals and parentheses', { given: "DELETE FROM t WHERE a = 'x' -- (Required)\n;", want: ['a'] }],
  [
    'one that swallowed the semicolon',
    { given: "DELETE FROM t WHERE a = 'x' --required\nAND b = 'y' -- required;", want: ['a', 'b'] },
  ],
  [
    'one that swallowed a comma',
    { given: "DELETE FROM t WHERE a = 'x' --required, \nAND b = 'y';", want: ['a'] },
  ],
  [
    'one above the condition',
    { given: "DELETE FROM t WHERE\n-- required\na = 'x'\nAND b = 'y';", want: ['a'] },
  ],
  ['CRLF', { given: "DELETE FROM t\r\nWHERE a = 'x' --required\r\nAND b = 'y'\r\n;\r\n", want: ['a'] }],
  [
    'a comment that says more',
    { given: "DELETE FROM t WHERE a = 'x' -- required if b is given\n;", want: [] },
  ],
  ['a column of that name', { given: 'DELETE FROM t WHERE required = 1;', want: [] }],
];

describe('marks of required items', () => {
  it.each(forms)('reads %s', (_name, { given, want }) => {
    expect(required(given)).toEqual(want);
  });

  it('gives a mark behind the comma to the item before it', () => {
    const { arguments: list } = only("EXEC a.b.c.d @x='1', --required\n@y='2'", 'exec');
    expect(list.map(({ required: mark }) => mark !== null)).toEqual([true, false]);
  });

  it('keeps other comments beside their items, and hints and comments above the statement', () => {
    const statement = only(
      "/*+ delete */\n-- all of them\nDELETE FROM t WHERE\n-- who\na = 1 -- default: 2\nAND b = 'y'; -- done",
      'delete',
    );
    expect(statement.hints.map(({ text, place }) => [text, place])).toEqual([['delete', 'before']]);
    expect(statement.comments.map(({ text, place }) => [text, place])).toEqual([
      ['all of them', 'before'],
      ['done', 'after'],
    ]);
    expect(statement.where[0]?.comments.map(({ text, place }) => [text, place])).toEqual([
      ['who', 'before'],
      ['default: 2', 'after'],
    ]);
  });
});
