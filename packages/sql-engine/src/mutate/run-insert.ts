import type { InsertStatement, Query } from '@plumbline/sql';
import { Refusal } from '../refusal.ts';
import type { RunContext } from '../select/context.ts';
import { runSelect, type Selection } from '../select/run-select.ts';
import { type Assigned, type CallValues, callValues } from './call-values.ts';
import { chosenMethod } from './chosen-method.ts';
import { expressionValue } from './expression-value.ts';
import { runCalls } from './run-calls.ts';

/** The method that inserts what a statement's columns name. */
export async function planInsert(statement: InsertStatement, context: RunContext) {
  const names = statement.columns.map(({ column }) => ({ name: column.name, at: column }));
  return { names, ...(await chosenMethod({ statement, names, verb: 'insert' }, context)) };
}

/** Inserts a row for each of `VALUES`, or of a query. */
export async function runInsert(statement: InsertStatement, context: RunContext): Promise<Selection> {
  const { resource, source, returning } = statement;
  const { names, found, method, variables } = await planInsert(statement, context);

  async function* calls(): AsyncGenerator<CallValues> {
    for await (const row of rowsOf(source)) {
      if (row.length !== names.length) {
        throw new Refusal('wrong-type', {
          message:
            names.length === 0
              ? 'No columns are named that the values are for.'
              : `${names.length} columns are named, and a row has ${row.length} values.`,
          hint:
            names.length === 0
              ? `Name the columns: INSERT INTO ${found.id} (…) VALUES (…).`
              : 'Give one value for each column.',
          at: source,
        });
      }
      const assigned = names.map((one, i) => ({ ...one, value: row[i]?.value, at: row[i]?.at ?? one.at }));
      yield callValues(method, variables, assigned, { at: statement });
    }
  }

  type Cell = Omit<Assigned, 'name'>;
  async function* rowsOf(given: InsertStatement['source']): AsyncGenerator<readonly Cell[]> {
    if (given.kind === 'values') {
      for (const { values } of given.rows) {
        yield values.map(({ expression }) => ({
          value: expressionValue(expression, context),
          at: expression,
        }));
      }
    } else if (isRow(given)) {
      // `SELECT 'a', true`: values that stay what they are.
      yield given.columns.map(({ expression }) => ({
        value: expressionValue(expression, context),
        at: expression,
      }));
    } else {
      for await (const batch of (await runSelect(given, context)).batches) {
        for (const row of batch) yield row.map((value) => ({ value, at: given }));
      }
    }
  }

  return runCalls({ found, method, resource, calls: calls(), returning }, context);
}

/** A `SELECT` that reads nothing. */
export function isRow({ from, where, compound, with: tables, limit, columns }: Query): boolean {
  return (
    from.length + where.length + compound.length + tables.length === 0 &&
    limit === null &&
    columns.every(({ expression }) => expression.kind !== 'star' && expression.kind !== 'subquery')
  );
}
