import type { Column, Expression } from '@plumbline/sql';
import { placeOf } from '../catalogue/places.ts';
import { conjuncts, hasQuery, isSaidBy, namesOf } from '../plan/bindings.ts';
import { fromItem, queryOf } from '../plan/built-query.ts';
import { planQuery } from '../plan/plan-query.ts';
import { storedTable } from '../plan/stored-table.ts';
import { Refusal } from '../refusal.ts';
import { argumentSets, type Reading } from '../select/argument-sets.ts';
import type { RunContext } from '../select/context.ts';
import { fillTable } from '../select/read-table.ts';
import type { Selection } from '../select/run-select.ts';
import { assignedBy, type ChangeStatement } from './assignments.ts';
import { type CallValues, callValues } from './call-values.ts';
import { isComputed, type RowsToChange, rowsToChange, valuesOfRows } from './rows-to-change.ts';
import { runCalls } from './run-calls.ts';

/** What the `WHERE` of a statement that changes something comes to, and what it sets. */
export async function planChange(statement: ChangeStatement, context: RunContext) {
  const { kind: verb, resource, where } = statement;
  const inBody = await bodyConditions(statement, context);
  const assignments = [
    ...(statement.kind === 'delete' ? [] : statement.set.assignments),
    ...inBody.map(({ column, value }) => ({ column, value })),
  ];
  const written = assignments.map(({ column }) => ({ name: column.name, at: column }));
  const plan = await planQuery(queryOf({ columns: [], from: [fromItem(resource)], where }), context, {
    resource,
    verb,
    written,
  });
  const target = plan.tables.find(({ source }) => source.resource === resource);
  if (target === undefined) throw new Error('The resource that a statement changes is planned.');
  const bindings = target.bound.map(({ binding }) => binding);
  const said = inBody.map(({ at }) => at.start);
  const stray = conjuncts(where).find((one) => !said.includes(one.start) && !isSaidBy(one, bindings));
  if (stray !== undefined) refuseUnbound(stray, verb);
  return { plan, target, assignments };
}

/** Changes, replaces or deletes what the parameters of the `WHERE` address: once for each combination of their values. */
export async function runChange(statement: ChangeStatement, context: RunContext): Promise<Selection> {
  const { resource, returning } = statement;
  const { plan, target, assignments } = await planChange(statement, context);
  const { found, method } = target;
  const rows = rowsToChange(statement, { target, assignments });
  if (rows !== null) {
    const calls = changesOf(rows, { target, assignments, statement }, context);
    return runCalls({ found, method, resource, calls, returning }, context);
  }
  const tables = plan.tables.map(storedTable);
  const reading: Reading = { plan, tables: new Map(tables.map((table) => [table.plan.source, table])) };
  for (const table of tables) context.store.create(table);

  async function* calls(): AsyncGenerator<CallValues> {
    for (const table of tables) {
      if (table.plan === target) continue;
      await fillTable(table, { reading, insert: (batch) => context.store.insert(table, batch) }, context);
    }
    const { variables } = context.directory.catalogue;
    const set = assignedBy(assignments, context);
    for (const bound of argumentSets(target, reading, context).sets()) {
      const addressed = target.bound.map(({ param, binding }) => ({
        name: param.name,
        value: bound.get(param),
        at: binding.at,
      }));
      yield callValues(target.method, variables, [...addressed, ...set], { at: statement });
    }
  }

  return runCalls({ found, method, resource, calls: calls(), returning }, context);
}

/** The calls that rows give the values of. */
async function* changesOf(
  rows: RowsToChange,
  {
    target,
    assignments,
    statement,
  }: Pick<Awaited<ReturnType<typeof planChange>>, 'target' | 'assignments'> & {
    readonly statement: ChangeStatement;
  },
  context: RunContext,
): AsyncGenerator<CallValues> {
  const set = assignedBy(
    assignments.filter((one) => !isComputed(one)),
    context,
  );
  const { variables } = context.directory.catalogue;
  for await (const row of valuesOfRows(rows, context)) {
    yield callValues(target.method, variables, [...row, ...set], { at: statement });
  }
}

/** The conditions that name a member of the body, and no parameter: some requests to delete have one. */
async function bodyConditions(
  { kind: verb, resource, where }: ChangeStatement,
  { directory }: RunContext,
): Promise<readonly { readonly column: Column; readonly value: Expression; readonly at: Expression }[]> {
  const { resource: found } = await directory.resource(resource);
  const methods = found.methods.filter((method) => method.verb === verb);
  const { variables } = directory.catalogue;
  return conjuncts(where).flatMap((at) => {
    if (at.kind !== 'binary' || at.operator !== '=' || at.left.kind !== 'column') return [];
    const column = at.left;
    const places = methods.map((method) => placeOf(method, variables, column.name)?.kind);
    const isMember = places.includes('field') && !places.includes('param');
    return isMember && namesOf(at.right).length === 0 && !hasQuery(at.right)
      ? [{ column, value: at.right, at }]
      : [];
  });
}

/** What is changed is what the request addresses: no row can be looked at before. */
function refuseUnbound(stray: Expression, verb: string): never {
  throw new Refusal('not-supported', {
    message: `The WHERE of ${verb.toUpperCase()} binds parameters, by = or IN; this condition does not.`,
    hint: 'Find the rows by a query: WHERE id IN (SELECT id FROM … WHERE …).',
    at: stray,
  });
}
