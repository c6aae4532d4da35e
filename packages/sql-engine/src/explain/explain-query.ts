import type { CatalogueMethod } from '@plumbline/client-runtime';
import type { Query } from '@plumbline/sql';
import type { Found } from '../catalogue/directory.ts';
import {
  type BoundParam,
  needsOf,
  planQuery,
  type QueryPlan,
  sourcesWithin,
  type TablePlan,
} from '../plan/plan-query.ts';
import { type StoredTable, storedTable } from '../plan/stored-table.ts';
import { argumentOf } from '../requests/arguments.ts';
import { constantsOf, listOf } from '../select/constants.ts';
import type { RunContext } from '../select/context.ts';
import { readTable } from '../select/read-table.ts';
import { runSelect } from '../select/run-select.ts';
import { isRowByRow } from '../select/streaming.ts';
import { draftingContext, draftOf } from './drafts.ts';
import { draftSteps, feedingNote, type Step } from './steps.ts';

/** The requests that a query would send, in their order. */
export async function explainQuery(query: Query, context: RunContext): Promise<readonly Step[]> {
  const plan = await planQuery(query, context);
  const { context: drafting, drafts } = draftingContext(context);
  // What SQLite has against the query it says here.
  const { batches } = await runSelect(query, drafting);
  const [only, ...others] = plan.tables;
  if (only === undefined || others.length > 0) return explainTables(plan, plan.tables, context);
  for await (const _ of batches);
  const isBounded = query.limit !== null && isRowByRow(query, [storedTable(only, 'explained')]);
  const note = pagesNote(only.method, isBounded);
  return draftSteps(await drafts(only.found.resource, only.method), { ...only, note });
}

/** The requests for tables of a plan that depend on one another. */
export async function explainTables(
  plan: QueryPlan,
  wanted: readonly TablePlan[],
  context: RunContext,
): Promise<readonly Step[]> {
  const tables = new Map(plan.tables.map((one, i) => [one, storedTable(one, `explained${i}`)]));
  for (const table of tables.values()) context.store.create(table);
  const steps: Step[] = [];
  for (const one of wanted) {
    const table = tables.get(one);
    if (table === undefined) continue;
    steps.push(
      ...(isKnown(one, plan)
        ? await knownSteps(table, { plan, tables: [...tables.values()] }, context)
        : [await fedStep(one, context)]),
    );
  }
  return steps;
}

async function knownSteps(
  table: StoredTable,
  { plan, tables }: { readonly plan: QueryPlan; readonly tables: readonly StoredTable[] },
  context: RunContext,
): Promise<readonly Step[]> {
  const { context: drafting, drafts } = draftingContext(context);
  const reading = { plan, tables: new Map(tables.map((one) => [one.plan.source, one])) };
  for await (const _ of readTable(table, { reading, need: null, concurrency: 1 }, drafting));
  const { found, method } = table.plan;
  return draftSteps(await drafts(found.resource, method), { found, method, note: pagesNote(method, false) });
}

/** A request whose values are those of rows that are not there yet: they are named in place of it. */
async function fedStep(table: TablePlan, context: RunContext): Promise<Step> {
  const { found, method, bound } = table;
  const params = new Map(
    bound.flatMap((one): [string, unknown][] => {
      const { param, binding } = one;
      if (param.in === 'server') return [];
      const value = valueOrName(one, context);
      const isName = value === nameOf(one);
      return [[param.key ?? param.name, isName ? value : argumentOf(value, param, binding.at)]];
    }),
  );
  const pages = pagesNote(method, false);
  const note = [feedingNote(bound, context), ...(pages === '' ? [] : [pages])].join('; ');
  return { ...(await fedDraft({ found, method, params }, context)), calls: null, note };
}

const nameOf = ({ param: { name } }: BoundParam): string => `{${name}}`;

/** The value of a parameter that has one, else its name in braces. */
export function valueOrName(one: BoundParam, context: RunContext): unknown {
  const { given } = one.binding;
  if (given.kind !== 'constants') return nameOf(one);
  const [only, ...others] = (given.isList ? listOf : constantsOf)(given.expressions, context);
  return only !== undefined && others.length === 0 ? only : nameOf(one);
}

/** The draft of a call that holds names such as `{userId}`; where the method does not take them, its operation. */
export async function fedDraft(
  {
    found,
    method,
    params,
  }: {
    readonly found: Found;
    readonly method: CatalogueMethod;
    readonly params: ReadonlyMap<string, unknown>;
  },
  { functionOf }: RunContext,
): Promise<Pick<Step, 'resource' | 'method' | 'request' | 'body'>> {
  const facts = { resource: found.id, method: method.name };
  try {
    const run = await functionOf(found.resource, method.call);
    const { request, body } = await draftOf(run, Object.fromEntries(params));
    return { ...facts, request: withNames(request, params.values()), body };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ...facts, request: method.operation, body: null };
  }
}

/** A request in which names stand in braces again, rather than encoded. */
function withNames(request: string, values: Iterable<unknown>): string {
  let named = request;
  for (const value of values) {
    if (typeof value === 'string' && /^\{[\w.~-]+\}$/.test(value))
      named = named.replaceAll(encodeURIComponent(value), value);
  }
  return named;
}

/** Whether no answer decides which values a table's parameters have. */
export function isKnown({ bound }: TablePlan, plan: QueryPlan): boolean {
  const within = sourcesWithin(plan.scopes, new Map(plan.tables.map((one) => [one.source, one.found])));
  return bound.every(({ binding: { given } }) => {
    if (given.kind === 'constants') return true;
    return (given.kind === 'query' ? within(given.query) : needsOf(given.from, within)).length === 0;
  });
}

function pagesNote({ isPaged }: CatalogueMethod, isBounded: boolean): string {
  if (!isPaged) return '';
  return isBounded ? 'a call for each page, up to LIMIT' : 'a call for each page';
}
