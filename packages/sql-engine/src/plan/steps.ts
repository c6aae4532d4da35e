import type { Condition, Expression, Query, SelectCore } from '@plumbline/sql';
import { commonTableOf, type Scope, type Scopes, type Source } from './scopes.ts';
import type { StoredTable } from './stored-table.ts';

/** The function of SQLite that counts how often a statement looks at a row; it is always true. */
export const STEP = 'plumbline_step';

export interface StepContext {
  readonly scopes: Scopes;
  readonly tables: ReadonlyMap<Source, StoredTable>;
  /** The name that an expression without an alias has in a result. */
  readonly nameOf: (expression: Expression, scope: Scope) => string;
}

/**
 * Whether a query can take long out of all proportion to its rows: it looks at several sources, or at one of its own. SQLite
 * cannot be interrupted from the thread that it runs in.
 */
export function mayRunAway({ scopes }: Scopes): boolean {
  return scopes.reduce((count, { sources }) => count + sources.length, 0) > 1;
}

/** The conditions by which each row of a source counts: before all others, on the `ON` of a join that keeps rows. */
export function stepConditions(core: SelectCore, scope: Scope, context: StepContext) {
  const from = core.from.map((item, i) => {
    const source = scope.sources[i];
    const step = source === undefined ? null : stepOf(source, context);
    const isOuter = /LEFT|RIGHT|FULL/.test(item.join ?? '') && item.on.length > 0;
    return { item, step, isOuter };
  });
  return {
    from: from.map(({ item, step, isOuter }) =>
      isOuter && step !== null ? { ...item, on: [step, ...item.on] } : item,
    ),
    where: [...from.flatMap(({ step, isOuter }) => (isOuter || step === null ? [] : step)), ...core.where],
  };
}

const BUILT = { start: -1, end: -1 };

function stepOf(source: Source, context: StepContext): Condition | null {
  const name = firstColumn(source, context, new Set());
  if (name === null) return null;
  const parts = [source.alias, name].map((part) => ({
    kind: 'identifier' as const,
    name: part,
    quoted: true,
    ...BUILT,
  }));
  const column = { kind: 'column' as const, parts, name: '', ...BUILT };
  // Something of the row, so that it is looked at for each; and little, for it is handed over.
  const isNull: Expression = {
    kind: 'binary',
    operator: 'IS',
    left: column,
    right: { kind: 'constant', value: null, ...BUILT },
    ...BUILT,
  };
  const expression: Expression = {
    kind: 'call',
    name: STEP,
    distinct: false,
    arguments: [isNull],
    orderBy: [],
    filter: null,
    over: null,
    ...BUILT,
  };
  return { kind: 'condition', expression, required: null, comments: [], ...BUILT };
}

/** A column that a source has, whatever else; null: it reads itself before anything else. */
function firstColumn(source: Source, context: StepContext, seen: ReadonlySet<Source>): string | null {
  if (seen.has(source)) return null;
  const table = context.tables.get(source);
  if (table !== undefined) return (table.columns[0] ?? table.params[0])?.stored ?? null;
  const around = new Set([...seen, source]);
  const read = source.item.source;
  if (read.kind === 'table-function') return 'key';
  if (read.kind === 'derived-table') return firstResult(read.query, context, around);
  const common = commonTableOf(source);
  if (common === null) return null;
  return common.columns[0]?.name ?? firstResult(common.query, context, around);
}

function firstResult(query: Query, context: StepContext, seen: ReadonlySet<Source>): string | null {
  const [item] = query.columns;
  const scope = context.scopes.queries.get(query);
  if (item === undefined || scope === undefined) return null;
  const { alias, expression } = item;
  if (alias !== null) return alias.name;
  if (expression.kind !== 'star') return context.nameOf(expression, scope);
  const wanted = expression.qualifier.at(-1)?.name.toLowerCase();
  const home = scope.sources.find((one) => wanted === undefined || one.alias.toLowerCase() === wanted);
  if (home === undefined) return null;
  return context.tables.get(home)?.columns[0]?.column.name ?? firstColumn(home, context, seen);
}
