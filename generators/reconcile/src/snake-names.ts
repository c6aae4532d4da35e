import type { Located, PageStatement, StatementParameter } from '@plumbline/model';
import { wireKey } from './words.ts';

/** The API's name of one that a page shows. */
export type ToWire = (name: string) => string;

/** A name that differs from one of its own only in case and separators is of that one; every other name is as it is. */
export function snakeNames(declared: Iterable<string>): ToWire {
  const names = new Set(declared);
  const byKey = new Map<string, string | null>();
  for (const name of names) {
    const key = wireKey(name);
    byKey.set(key, byKey.has(key) ? null : name);
  }
  return (name) => (names.has(name) || !SNAKE.test(name) ? name : (byKey.get(wireKey(name)) ?? name));
}

const SNAKE = /^[a-z0-9_]+$/;

/** A statement with the API's names. */
export function inWireNames(statement: PageStatement, toWire: ToWire): PageStatement {
  const located = (name: Located<string>): Located<string> => ({ ...name, value: toWire(name.value) });
  const parameter = (one: StatementParameter): StatementParameter => ({ ...one, name: located(one.name) });
  return {
    ...statement,
    columns: statement.columns.map(located),
    parameters: statement.parameters.map(parameter),
    bodyFields: statement.bodyFields.map(parameter),
    undecided: statement.undecided.map(parameter),
    jsonKeys: statement.jsonKeys.map(located),
    returning: statement.returning.map(located),
  };
}
