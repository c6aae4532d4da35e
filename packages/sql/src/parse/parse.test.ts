import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { print } from '../print/print.ts';
import { anyStatement } from '../testing/generated-statements.ts';
import type { Span } from '../tree/node.ts';
import { parse } from './parse.ts';

/** Code and text of each problem, and the kinds of what was read all the same. */
const problems: [string, { given: string; want: [string, string][]; read: string[] }][] = [
  ['an empty text', { given: ' \n', want: [], read: [] }],
  ['semicolons alone', { given: ';;', want: [], read: [] }],
  ['comments alone', { given: '-- nothing', want: [], read: [] }],
  ['no verb', { given: 'JSON_EXTRACT(a);', want: [['not-a-statement', 'JSON_EXTRACT']], read: [] }],
  [
    'a WHERE without conditions',
    { given: 'SELECT a FROM t WHERE\n-- conditions', want: [['incomplete', '']], read: [] },
  ],
  ['a comma too many', { given: 'SELECT a, FROM t;', want: [['unexpected', 'FROM']], read: [] }],
  ['no columns', { given: 'SELECT FROM t;', want: [['unexpected', 'FROM']], read: [] }],
  ['values missing', { given: 'INSERT INTO t (a) SELECT ;', want: [['incomplete', ';']], read: [] }],
  ['an assignment without its sign', { given: 'UPDATE t SET a 1;', want: [['unexpected', '1']], read: [] }],
  ['EXEC of a resource alone', { given: 'EXEC a;', want: [['incomplete', ';']], read: [] }],
  ['a body that is no text', { given: 'EXEC a.b @@json=1;', want: [['unexpected', '1']], read: [] }],
  ['two bodies', { given: "EXEC a.b @@json='' @@json='';", want: [['unexpected', '@@json']], read: [] }],
  ['an unclosed string', { given: "SELECT 'a;", want: [['unclosed', "'a;"]], read: [] }],
  ['an unclosed name', { given: 'SELECT "a;', want: [['unclosed', '"a;']], read: [] }],
  ['an unclosed comment', { given: 'SELECT a /* b', want: [['unclosed', '/* b']], read: [] }],
  [
    'an unclosed template',
    { given: 'SELECT {{ a\n; SELECT 1', want: [['unclosed', '{{ a']], read: ['select'] },
  ],
  ['an unknown character', { given: 'SELECT ?;', want: [['unexpected', '?']], read: [] }],
  [
    'an ellipsis',
    { given: "UPDATE t SET a = '1', ... WHERE b = 2;", want: [['ellipsis', '...']], read: ['update'] },
  ],
  [
    'a missing semicolon',
    { given: 'DELETE FROM t\nSELECT 1', want: [['missing-semicolon', 'SELECT']], read: ['delete', 'select'] },
  ],
  [
    'two mistakes in three statements',
    {
      given: 'SELECT; DELETE FROM t; DELETE t;',
      want: [
        ['incomplete', ';'],
        ['unexpected', 't'],
      ],
      read: ['delete'],
    },
  ],
  [
    'a parenthesis left open',
    { given: 'SELECT (1; SELECT 2', want: [['incomplete', ';']], read: ['select'] },
  ],
  ['nesting without end', { given: `SELECT ${'('.repeat(500)}1`, want: [['too-deep', '(']], read: [] }],
  ['a chain without end', { given: `SELECT 1${' + 1'.repeat(2000)}`, want: [['too-deep', '+']], read: [] }],
];

describe('parse', () => {
  it.each(problems)('reports %s', (_name, { given, want, read }) => {
    const result = parse(given);
    expect(result.problems.map(({ code, start, end }) => [code, given.slice(start, end)])).toEqual(want);
    expect(result.statements.map(({ kind }) => kind)).toEqual(read);
  });

  it('says in one sentence what was expected, and what stands there', () => {
    expect(parse('DELETE `x\n``y`').problems).toEqual([
      {
        code: 'unexpected',
        message: 'Expected `FROM`, found `x y`.',
        expected: ['`FROM`'],
        start: 7,
        end: 14,
      },
    ]);
    expect(parse('DELETE').problems[0]?.message).toBe('The statement ends where `FROM` must follow.');
  });

  it('keeps comments that belong to no statement', () => {
    expect(parse('SELECT 1;\n-- end').comments).toEqual([
      { style: 'line', text: 'end', place: 'after', start: 10, end: 16 },
    ]);
  });

  it('reads long lists and deep nesting within the limits', () => {
    expect(
      parse(`SELECT ${'a, '.repeat(50_000)}b FROM t WHERE ${'a = 1 OR '.repeat(50_000)}c`).problems,
    ).toEqual([]);
    expect(parse(`SELECT ${'('.repeat(150)}1${')'.repeat(150)}`).problems).toEqual([]);
  });

  it('gives every node a span within that of its parent, names and strings that of their text', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const text = print(statement);
        for (const read of parse(text).statements) expectSpans(text, read, read);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('never throws, and stays within the text', () => {
    const fragments = fc.constantFrom(
      ...[
        'SELECT ',
        'INSERT INTO ',
        'UPDATE ',
        'EXEC ',
        'SET ',
        'FROM ',
        'WHERE ',
        'RETURNING ',
        'WITH ',
        'CASE ',
      ],
      ...[
        'VALUES ',
        'ORDER BY ',
        'NOT ',
        'IN ',
        'a',
        'b.c',
        '@x=',
        '@@json=',
        "'",
        '"',
        '(',
        ')',
        ',',
        ';',
        '*',
        '.',
      ],
      ...[
        '{{ x }}',
        '{{',
        '}}',
        '--',
        '-- required;\n',
        '/*',
        '*/',
        '\n',
        '=',
        '::',
        '1',
        '...',
        '\ud800',
        '🙂',
      ],
    );
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.array(fragments, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const { statements, problems: found, comments } = parse(given);
        for (const { start, end } of [...statements, ...found, ...comments]) {
          expect(0 <= start && start <= end && end <= given.length).toBe(true);
        }
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
});

function expectSpans(text: string, value: unknown, parent: Span): void {
  if (typeof value !== 'object' || value === null) return;
  const span = 'kind' in value && isSpan(value) ? value : parent;
  expect(parent.start <= span.start && span.start <= span.end && span.end <= parent.end).toBe(true);
  if ('kind' in value && value.kind === 'string') expect(text.charAt(span.start)).toBe("'");
  if ('name' in value && 'quoted' in value && value.quoted === false) {
    expect(text.slice(span.start, span.end)).toBe(value.name);
  }
  for (const [key, below] of Object.entries(value)) {
    if (!REMARKS.has(key)) expectSpans(text, below, span);
  }
}

/** What may stand outside of its node. */
const REMARKS: ReadonlySet<string> = new Set(['required', 'comments', 'hints']);

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value;
}
