import type { OpenMethodRow } from './method-rows.ts';
import type { MethodColumn, MethodRow } from './rendered-page.ts';
import type { StatementFacts } from './statement-facts.ts';

export interface PlacedRows {
  readonly rows: readonly MethodRow[];
  /** Rows of one list of which nothing on the page says whether it is required. */
  readonly doubtful: readonly MethodRow[];
}

/**
 * Tells for rows with one list whether it is that of required or of optional parameters: by the marks in the method's
 * example, else by what other rows and examples say of the same names.
 */
export function placeLists(
  rows: readonly OpenMethodRow[],
  columns: readonly MethodColumn[],
  examples: readonly (StatementFacts & { readonly method: string | null })[],
): PlacedRows {
  const doubtful: MethodRow[] = [];
  const seen = { required: new Set<string>(), optional: new Set<string>() };
  for (const { required, optional, isPlaced } of rows) {
    if (!isPlaced) continue;
    for (const name of required) seen.required.add(name);
    for (const name of optional) seen.optional.add(name);
  }
  for (const example of examples) for (const name of example.required) seen.required.add(name);
  const byMethod = new Map(examples.map((example) => [example.method, example]));
  const placed = rows.map((open): MethodRow => {
    const { lists, isPlaced, name, verb, required, optional, description, source } = open;
    const row = { name, verb, required, optional, description, source };
    const [only] = lists;
    if (isPlaced || only === undefined) return row;
    if (!columns.includes('optional')) return { ...row, required: only, optional: [] };
    if (!columns.includes('required')) return { ...row, required: [], optional: only };
    const own = byMethod.get(row.name);
    const marked = own === undefined ? [] : only.filter((name) => own.required.includes(name));
    const unmarked = own === undefined ? [] : only.filter((name) => own.optional.includes(name));
    const isRequired =
      marked.length > 0 ||
      (unmarked.length === 0 && only.some((name) => seen.required.has(name))) ||
      !only.some((name) => seen.optional.has(name) || unmarked.includes(name));
    const whole = { ...row, required: isRequired ? only : [], optional: isRequired ? [] : only };
    const isKnown =
      marked.length > 0 ||
      only.some((name) => seen.required.has(name) || seen.optional.has(name) || unmarked.includes(name));
    if (!isKnown) doubtful.push(whole);
    return whole;
  });
  return { rows: placed, doubtful };
}
