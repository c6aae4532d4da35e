import { toJson } from '@plumbline/client-runtime';
import { type Assignment, buildColumn, type Column, type Query } from '@plumbline/sql';
import { hasQuery, namesOf } from '../plan/bindings.ts';
import { fromItem, queryOf } from '../plan/built-query.ts';
import type { TablePlan } from '../plan/plan-query.ts';
import { Refusal } from '../refusal.ts';
import type { RunContext } from '../select/context.ts';
import { runSelect } from '../select/run-select.ts';
import type { ChangeStatement } from './assignments.ts';
import type { Assigned } from './call-values.ts';

/** What a statement sets, and what of it takes a row to tell. */
export interface RowsToChange {
  /** A row for each request: what it addresses, then the values. */
  readonly query: Query;
  /** The names that the columns of the query stand for. */
  readonly names: readonly Pick<Assigned, 'name' | 'at'>[];
  /** How many of them, from the first, the request addresses. */
  readonly addressing: number;
}

type Given = Pick<Assignment, 'column' | 'value'>;

/** Whether a value is made of columns or of a query: `credit + 1`. */
export const isComputed = ({ value }: Given): boolean => namesOf(value).length > 0 || hasQuery(value);

/** The rows that `SET credit = credit + 1` is of: those that its `WHERE` finds. Null: all values are known without them. */
export function rowsToChange(
  { resource, where }: ChangeStatement,
  { target, assignments }: { readonly target: TablePlan; readonly assignments: readonly Given[] },
): RowsToChange | null {
  const computed = assignments.filter(isComputed);
  if (computed.length === 0) return null;
  const addressed = target.bound.map(({ param, binding }) => ({ name: param.name, at: binding.at }));
  const columns = addressed.map(({ name, at }): Column => ({ ...buildColumn(name), ...at }));
  // A method that is named is the one for changes.
  const parts = target.found.method === null ? resource.parts : resource.parts.slice(0, -1);
  const source = { ...resource, parts, name: parts.map(({ name }) => name).join('.') };
  return {
    query: queryOf({
      columns: [...columns, ...computed.map(({ value }) => value)],
      from: [fromItem(source)],
      where,
    }),
    names: [...addressed, ...computed.map(({ column, value: at }) => ({ name: column.name, at }))],
    addressing: addressed.length,
  };
}

/** The values of each row. Throws a Refusal where two rows are for one request. */
export async function* valuesOfRows(
  { query, names, addressing }: RowsToChange,
  context: RunContext,
): AsyncGenerator<readonly Assigned[]> {
  const addresses = new Set<string>();
  for await (const batch of (await runSelect(query, context)).batches) {
    for (const row of batch) {
      const address = toJson(row.slice(0, addressing));
      if (addresses.has(address)) {
        throw new Refusal('not-supported', {
          message: 'Several rows have values for one request.',
          hint: 'Narrow the rows, or take one value of them: SET … = (SELECT max(…) FROM …).',
          at: names[addressing]?.at ?? query,
        });
      }
      addresses.add(address);
      yield names.map((one, i) => ({ ...one, value: row[i] }));
    }
  }
}
