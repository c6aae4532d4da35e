import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from './parse/parse.ts';
import { print } from './print/print.ts';
import { meaning } from './testing/meaning.ts';
import type { Expression } from './tree/expression.ts';
import type { Statement } from './tree/statement.ts';

const corpora = join(import.meta.dirname, '../../../../shared/corpora');

/** The text of each `sql` fence. */
function fences(folder: string): string[] {
  return globSync('**/*.{md,mdx,txt}', { cwd: join(corpora, folder) })
    .sort()
    .flatMap(
      (file) => readFileSync(join(corpora, folder, file), 'utf8').match(/^```sql\r?\n[\s\S]*?^```/gm) ?? [],
    )
    .map((fence) => fence.replace(/^```sql\r?\n/, '').slice(0, -3));
}

const nameOf = (expression: Expression): string => (expression.kind === 'column' ? expression.name : '*');

/** The names of a SELECT's columns by the lines that they stand on. */
function columnLines(text: string): string[] {
  const list = /^SELECT\r?\n([\s\S]*?)\r?\nFROM /.exec(text)?.[1] ?? '';
  return list.split(/,\r?\n/).map((line) => line.trim());
}

/** How many items bear a mark. */
function countMarks(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = 'required' in value && value.required !== null ? 1 : 0;
  return Object.values(value).reduce((sum, below) => sum + countMarks(below), own);
}

const commentsOf = (statements: readonly Statement[]): string[] =>
  [...JSON.stringify(statements).matchAll(/"style":"(?:line|block)","text":"((?:[^"\\]|\\.)*)"/g)]
    .map((match) => match[1] ?? '')
    .sort();

describe.skipIf(!existsSync(corpora))('the examples of published pages (needs ../shared/corpora)', () => {
  const all = existsSync(corpora)
    ? ['okta', 'okta-legacy', 'github-sample', 'page-dialects', 'seeds'].flatMap(fences)
    : [];
  const clean = all.filter((text) => parse(text).problems.length === 0);

  it('are read, but for three that are no SQL', () => {
    const broken = all.flatMap((text) => parse(text).problems.map(({ code, message }) => [code, message]));
    expect(all).toHaveLength(852);
    expect(broken.sort()).toEqual([
      // An author's "and so on" in a list of assignments; the rest of the statement is read.
      ['ellipsis', 'An ellipsis is no SQL.'],
      // A WHERE that holds no more than the comment "query conditions".
      ['incomplete', 'The statement ends where an expression must follow.'],
      // Two expressions, shown without a statement around them.
      ['not-a-statement', '`JSON_EXTRACT` begins no statement.'],
    ]);
    expect(clean.flatMap((text) => parse(text).statements)).toHaveLength(849);
  });

  it('mean the same when printed and read again, comments and marks included', () => {
    for (const text of clean) {
      const { statements } = parse(text);
      const again = parse(statements.map((statement) => print(statement)).join('\n'));
      expect(again.problems).toEqual([]);
      expect(meaning(again.statements)).toEqual(meaning(statements));
      expect(commentsOf(again.statements)).toEqual(commentsOf(statements));
    }
  });

  it('give the columns that stand on their lines, and the marks that a count finds', () => {
    for (const text of clean) {
      const { statements } = parse(text);
      expect(countMarks(statements)).toBe(text.match(/(?:--|\/\*) ?required/g)?.length ?? 0);
      for (const statement of statements) {
        if (statement.kind !== 'select' || /[(]/.test(columnLines(text).join())) continue;
        const { columns } = statement.query;
        if (columns.some(({ alias }) => alias !== null)) continue;
        expect(columns.map(({ expression }) => nameOf(expression))).toEqual(columnLines(text));
      }
    }
  });
});
