import type { Column, DeleteStatement, Expression, ReplaceStatement, UpdateStatement } from '@plumbline/sql';
import type { RunContext } from '../select/context.ts';
import type { Assigned } from './call-values.ts';
import { expressionValue } from './expression-value.ts';

export type ChangeStatement = UpdateStatement | ReplaceStatement | DeleteStatement;

/** The values that a `SET` gives, or the arguments of an `EXEC`. */
export function assignedBy(
  given: readonly { readonly column: Column; readonly value: Expression }[],
  context: RunContext,
): readonly Assigned[] {
  return given.map(({ column, value }) => ({
    name: column.name,
    value: expressionValue(value, context),
    at: value,
  }));
}
