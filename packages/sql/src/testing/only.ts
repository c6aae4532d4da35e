import { expect } from 'vitest';
import { parse } from '../parse/parse.ts';
import type { Statement } from '../tree/statement.ts';

/** The only statement of a text in which nothing is wrong. */
export function only<K extends Statement['kind']>(text: string, kind: K): Extract<Statement, { kind: K }> {
  const { statements, problems } = parse(text);
  expect(problems).toEqual([]);
  expect(statements.map((statement) => statement.kind)).toEqual([kind]);
  const [statement] = statements;
  if (statement === undefined || !isKind(statement, kind)) throw new Error(`no ${kind}`);
  return statement;
}

function isKind<K extends Statement['kind']>(
  statement: Statement,
  kind: K,
): statement is Extract<Statement, { kind: K }> {
  return statement.kind === kind;
}
