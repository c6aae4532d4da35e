import type { Source } from '@plumbline/model';
import { nameSet } from '../text/name-set.ts';
import type { PlacedExample } from './examples.ts';
import { type FactRows, type KnownNames, readFactRows } from './fact-rows.ts';
import { labelsIn } from './labels.ts';
import type { OutlinedTable } from './outline.ts';
import type { FieldTable, MethodRow } from './rendered-page.ts';
import type { FactColumn } from './tables.ts';

export interface FieldSets {
  readonly sets: readonly FieldTable[];
  readonly doubtful: FactRows['doubtful'];
  /** Methods whose tab is there by its label alone, or that have fields and no tab. */
  readonly missing: readonly { readonly method: string; readonly source: Source }[];
}

/** The Fields tables, each with the method whose answer it is, as far as labels, order and examples tell. */
export function readFieldSets(
  tables: readonly OutlinedTable[],
  { known, methods, examples }: FieldContext,
): FieldSets {
  const selects = methods.filter(({ verb }) => verb === 'select').map(({ name }) => name);
  const names = nameSet(methods.map(({ name }) => name));
  const labels: string[] = [];
  const doubtful: FactRows['doubtful'][number][] = [];
  const read = tables.map((table) => {
    const above = labelsIn(table.above, names);
    labels.push(...above.labels);
    const columns = table.columns as readonly FactColumn[];
    const rows = readFactRows({ columns, layout: table.layout, body: table.lines }, known);
    doubtful.push(...rows.doubtful);
    return { table, rows: rows.rows, caption: captionOf(above.rest.map(({ text }) => text)) };
  });
  const owners = ownersOf(
    read.map(({ rows }) => rows.map(({ name }) => name)),
    { labels, selects, examples },
  );
  const sets = read.map(({ table, rows, caption }, i): FieldTable => {
    const hasDescriptions = (table.columns as readonly string[]).includes('description');
    return { method: owners[i] ?? null, caption, rows, hasDescriptions, source: table.source };
  });
  const [first] = tables;
  const told = new Set(owners);
  const missing =
    first === undefined || told.has(null)
      ? []
      : (labels.length > 0 ? labels : selects).flatMap((method) =>
          told.has(method) ? [] : [{ method, source: first.source }],
        );
  return { sets, doubtful, missing };
}

interface FieldContext {
  readonly known: KnownNames;
  readonly methods: readonly MethodRow[];
  readonly examples: readonly PlacedExample[];
}

/** The format has one tab a method of `SELECT`, in the order of the methods; without scripts a browser shows the first. */
function ownersOf(
  tables: readonly (readonly string[])[],
  {
    labels,
    selects,
    examples,
  }: {
    readonly labels: readonly string[];
    readonly selects: readonly string[];
    readonly examples: readonly PlacedExample[];
  },
): readonly (string | null)[] {
  const unique = [...new Set(labels)];
  if (unique.length > 0)
    return tables.length === 1 || tables.length === unique.length
      ? tables.map((_, i) => unique[i] ?? null)
      : tables.map(() => null);
  if (tables.length === selects.length) return selects;
  // The example in the tab that is shown selects all of its fields.
  return tables.map((fields) => {
    const shown = examples.filter(
      ({ verb, method, facts }) =>
        verb === 'select' && method !== null && facts !== null && isSame(facts.columns, fields),
    );
    return shown.length === 1 ? (shown[0]?.method ?? null) : null;
  });
}

function isSame(columns: readonly string[], fields: readonly string[]): boolean {
  return columns.length === fields.length && columns.every((name, i) => name === fields[i]);
}

/** What stands right above the table. */
function captionOf(lines: readonly string[]): string {
  return lines.findLast((text) => text !== '') ?? '';
}
