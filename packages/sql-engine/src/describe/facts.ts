import { type Condition, parse, quoteIdentifier, quoteString } from '@plumbline/sql';
import type { RunContext } from '../select/context.ts';
import { runSelect, type Selection } from '../select/run-select.ts';

/** A row of what is known without a request. */
export type Facts = { readonly [column: string]: string | boolean | null };

/** A result that is known already. */
export function selectionOf(rows: readonly Facts[]): Selection {
  const names = Object.keys(rows[0] ?? { name: null });
  return {
    columns: names.map((name) => ({ name, type: 'any' as const })),
    batches: (async function* () {
      yield rows.map((row) => names.map((name) => row[name]));
    })(),
  };
}

/** The rows for which conditions on their columns hold. */
export async function narrowed(
  rows: readonly Facts[],
  where: readonly Condition[],
  context: RunContext,
): Promise<readonly Facts[]> {
  const [first] = rows;
  if (where.length === 0 || first === undefined) return rows;
  const names = Object.keys(first);
  const list = JSON.stringify(rows.map((row) => names.map((name) => row[name])));
  // Nothing in it is to be read as a template.
  const text = list.replaceAll(/[{<]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
  const columns = names.map((name, i) => `json_extract(value, '$[${i}]') AS ${quoteIdentifier(name)}`);
  const source = `SELECT key AS "row of facts", ${columns.join(', ')} FROM json_each(${quoteString(text)})`;
  const [statement] = parse(`SELECT "row of facts" FROM (${source})`).statements;
  if (statement?.kind !== 'select') throw new Error('A query of facts can be read.');
  const kept: Facts[] = [];
  for await (const batch of (await runSelect({ ...statement.query, where }, context)).batches) {
    for (const [place] of batch) kept.push(...rows.slice(Number(place), Number(place) + 1));
  }
  return kept;
}
