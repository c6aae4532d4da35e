import type { CatalogueMethod, CatalogueParam } from '@plumbline/client-runtime';
import { type Column, type Query, type Resource, walk } from '@plumbline/sql';
import type { Directory, Found } from '../catalogue/directory.ts';
import { boundParam, meaningOf, paramsOf, requiredOf } from '../catalogue/resource-facts.ts';
import { Refusal } from '../refusal.ts';
import { type Binding, type Known, ownerOf, readBindings } from './bindings.ts';
import { bestMethods, type Named, theOne, type Wanted } from './choose-method.ts';
import { refuseExplosion } from './expansion.ts';
import { commonTableOf, decidingColumns, readScopes, type Scopes, type Source } from './scopes.ts';
import { refuseUnasked } from './unasked.ts';

/** What a query asks of the provider, in the order in which it is asked. */
export interface QueryPlan {
  readonly query: Query;
  readonly scopes: Scopes;
  readonly tables: readonly TablePlan[];
}

/** A resource that is read into a table. */
export interface TablePlan {
  readonly source: Source;
  readonly found: Found;
  readonly method: CatalogueMethod;
  /** Its own, and the server variables. */
  readonly params: readonly CatalogueParam[];
  /** The parameters that are sent, each once. */
  readonly bound: readonly BoundParam[];
}

export interface BoundParam {
  readonly param: CatalogueParam;
  readonly binding: Binding;
}

export interface PlanOptions {
  readonly directory: Directory;
  readonly hinted: readonly string[];
}

/** A resource that a statement changes: not selected from, though its `WHERE` is read as a query's. */
export interface Target {
  readonly resource: Resource;
  readonly verb: CatalogueMethod['verb'];
  /** Names that the statement gives values to. */
  readonly written: readonly Named[];
}

/** Plans a query; throws a Refusal where the provider cannot be asked for what it needs. */
export async function planQuery(
  query: Query,
  { directory, hinted }: PlanOptions,
  target?: Target,
): Promise<QueryPlan> {
  const scopes = readScopes(query);
  refuseExplosion(query, scopes);
  refuseFunctions(scopes);
  const { variables } = directory.catalogue;
  const found = new Map<Source, Found>();
  for (const { sources } of scopes.scopes) {
    for (const source of sources) {
      if (source.resource !== null) found.set(source, await directory.resource(source.resource));
    }
  }
  const verbOf = (source: Source): CatalogueMethod['verb'] =>
    source.resource !== null && source.resource === target?.resource ? target.verb : 'select';
  const known = knownOf(found, variables, verbOf);
  const bindings = readBindings(scopes, known);
  const used = usedBy(scopes, known);
  const within = sourcesWithin(scopes, found);
  const deciding = decidingColumns(query, scopes);

  const planned = new Map<Source, TablePlan>();
  const isReady = ({ given }: Binding): boolean => {
    if (given.kind === 'constants') return true;
    if (given.kind === 'query') return within(given.query).every((source) => planned.has(source));
    return needsOf(given.from, within).every((source) => planned.has(source));
  };
  const wantedOf = (source: Source, one: Found, all: readonly Binding[]): Wanted => ({
    found: one,
    at: source.resource ?? source.item,
    variables,
    constants: all.flatMap(({ given, name }) => (given.kind === 'constants' ? name : [])),
    fed: all.flatMap(({ given, name }) => (given.kind === 'constants' ? [] : name)),
    // What a WHERE of the target names, and no parameter has, is told by who sends the change.
    used: verbOf(source) === 'select' ? (used.get(source)?.columns ?? []) : [],
    nameOf: (column) => used.get(source)?.names.get(column) ?? column.name,
    deciding,
    hinted,
    verb: verbOf(source),
    written: source.resource !== null && source.resource === target?.resource ? target.written : [],
  });

  // A resource that is selected as specifically as it can ever be comes first; where each waits for another, the first.
  while (planned.size < found.size) {
    const open = [...found].filter(([source]) => !planned.has(source));
    const choices = open.map(([source, one]) => {
      const all = bindings.filter((binding) => binding.source === source);
      const now = all.filter(isReady);
      const wanted = wantedOf(source, one, now);
      const methods = bestMethods(wanted);
      const final = bestMethods(wantedOf(source, one, all));
      const [method] = methods;
      const waiting = all.filter((binding) => !now.includes(binding));
      const isReadable =
        method !== undefined && !waiting.some((binding) => isParamAlone(binding, method, variables));
      return { source, found: one, now, wanted, methods, isReadable, isFinal: final[0] === method };
    });
    const choice =
      choices.find(({ isFinal, isReadable }) => isFinal && isReadable) ??
      choices.find(({ isReadable }) => isReadable) ??
      choices.find(({ methods }) => methods.length > 0) ??
      choices[0];
    if (choice === undefined) break;
    const method = theOne(choice.methods, choice.wanted);
    planned.set(choice.source, tableOf(choice, method, variables));
  }
  refuseUnasked(planned, deciding, { scopes, known });
  return { query, scopes, tables: [...planned.values()] };
}

const TABLE_FUNCTIONS: ReadonlySet<string> = new Set(['json_each', 'json_tree']);

/** What else SQLite has for functions that make tables tells of itself. */
function refuseFunctions({ scopes }: Scopes): void {
  for (const { item } of scopes.flatMap(({ sources }) => sources)) {
    const { source } = item;
    if (source.kind !== 'table-function' || TABLE_FUNCTIONS.has(source.name.toLowerCase())) continue;
    throw new Refusal('not-supported', {
      message: `\`${source.name}\` makes no table.`,
      hint: '`json_each` and `json_tree` do.',
      at: source,
    });
  }
}

function tableOf(
  {
    source,
    found,
    now,
  }: { readonly source: Source; readonly found: Found; readonly now: readonly Binding[] },
  method: CatalogueMethod,
  variables: readonly CatalogueParam[],
): TablePlan {
  const params = paramsOf(method, variables);
  const required = new Set(requiredOf(method));
  const bound = new Map<CatalogueParam, BoundParam>();
  // What is known beforehand asks for less than what other rows say; those are for what cannot be asked without.
  const inOrder = [...now].sort((a, b) => weight(a) - weight(b));
  for (const binding of inOrder) {
    const param = boundParam(method, params, binding.name);
    if (param === undefined || bound.has(param)) continue;
    const isWorth =
      binding.given.kind === 'constants' || required.has(param) || isParamAlone(binding, method, variables);
    if (isWorth) bound.set(param, { param, binding });
  }
  return { source, found, method, params, bound: [...bound.values()] };
}

/** Whether a condition binds what no row has: it can hold for nothing that was not asked for by it. */
function isParamAlone(
  { name }: Binding,
  method: CatalogueMethod,
  variables: readonly CatalogueParam[],
): boolean {
  const { column, param } = meaningOf(method.columns, paramsOf(method, variables), name);
  return param !== undefined && (column === undefined || method.verb !== 'select');
}

const weight = ({ given }: Binding): number =>
  given.kind === 'constants' ? (given.expressions.length === 1 ? 0 : 1) : given.kind === 'query' ? 2 : 3;

/** What the methods of a resource know of names, taken together. */
function knownOf(
  found: ReadonlyMap<Source, Found>,
  variables: readonly CatalogueParam[],
  verbOf: (source: Source) => CatalogueMethod['verb'],
): Known {
  const any = (source: Source, has: (method: CatalogueMethod) => boolean): boolean => {
    const { resource, method } = found.get(source) ?? {};
    return (resource?.methods ?? []).some(
      (one) => (method == null ? one.verb === verbOf(source) : one.name === method) && has(one),
    );
  };
  return {
    isParam: (source, name) =>
      any(source, (method) => boundParam(method, paramsOf(method, variables), name) !== undefined),
    isColumn: (source, name) =>
      any(
        source,
        (method) => meaningOf(method.columns, paramsOf(method, variables), name).column !== undefined,
      ),
  };
}

interface Used {
  readonly columns: Column[];
  readonly names: Map<Column, string>;
}

/** The columns that surely belong to a resource. */
function usedBy({ columns }: Scopes, known: Known): ReadonlyMap<Source, Used> {
  const used = new Map<Source, Used>();
  for (const [column, scope] of columns) {
    const { source, name } = ownerOf(column, scope, known);
    if (source?.resource == null) continue;
    const own: Used = used.get(source) ?? { columns: [], names: new Map() };
    own.columns.push(column);
    own.names.set(column, name);
    used.set(source, own);
  }
  return used;
}

export type Within = (query: Query) => readonly Source[];

/** The resources that must have been read before a source has rows. */
export function needsOf(source: Source, within: Within): readonly Source[] {
  const { item, resource, scope } = source;
  if (resource !== null) return [source];
  if (item.source.kind === 'derived-table') return within(item.source.query);
  const table = commonTableOf(source);
  if (table !== null) return within(table.query);
  // A table function is made of what stands before it; so are those of its kind there.
  const before = scope.sources.slice(0, source.place);
  return before.flatMap((one) => (one.item.source.kind === 'table-function' ? [] : needsOf(one, within)));
}

/** The resources that a query reads, in its common tables too. */
export function sourcesWithin({ scopes }: Scopes, found: ReadonlyMap<Source, Found>): Within {
  const byNode = new Map<Resource, Source>();
  for (const source of scopes.flatMap((scope) => scope.sources)) {
    if (source.item.source.kind === 'resource') byNode.set(source.item.source, source);
  }
  return (query) => {
    const sources = new Set<Source>();
    const seen = new Set<Query>();
    const open = [query];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      walk(next, (node) => {
        const source = node.kind === 'resource' ? byNode.get(node) : undefined;
        if (source === undefined) return;
        if (found.has(source)) sources.add(source);
        const table = commonTableOf(source);
        if (table !== null) open.push(table.query);
      });
    }
    return [...sources];
  };
}
