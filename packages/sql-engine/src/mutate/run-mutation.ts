import type {
  Column,
  DeleteStatement,
  ExecStatement,
  Expression,
  InsertStatement,
  JsonArgument,
  Query,
  ReplaceStatement,
  SelectItem,
  UpdateStatement,
} from '@plumbline/sql';
import { placeOf } from '../catalogue/places.ts';
import { conjuncts, hasQuery, isSaidBy, namesOf } from '../plan/bindings.ts';
import { fromItem, queryOf } from '../plan/built-query.ts';
import { bestMethods, theOne, type Wanted } from '../plan/choose-method.ts';
import { planQuery } from '../plan/plan-query.ts';
import { storedTable } from '../plan/stored-table.ts';
import { Refusal } from '../refusal.ts';
import { argumentSets, type Reading } from '../select/argument-sets.ts';
import type { RunContext } from '../select/context.ts';
import { fillTable } from '../select/read-table.ts';
import { runSelect, type Selection } from '../select/run-select.ts';
import { type Assigned, type CallValues, callValues, type WholeBody } from './call-values.ts';
import { expressionValue } from './expression-value.ts';
import { jsonBody } from './json-argument.ts';
import { isComputed, type RowsToChange, rowsToChange, valuesOfRows } from './rows-to-change.ts';
import { runCalls } from './run-calls.ts';

export type ChangeStatement = UpdateStatement | ReplaceStatement | DeleteStatement;

/** The method that inserts what a statement's columns name. */
export async function planInsert(statement: InsertStatement, context: RunContext) {
  const names = statement.columns.map(({ column }) => ({ name: column.name, at: column }));
  return { names, ...(await chosen({ statement, names, verb: 'insert' }, context)) };
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

/** Calls a method by its name; its answer becomes rows. */
export async function runExec(statement: ExecStatement, context: RunContext): Promise<Selection> {
  const { resource, method: name, arguments: given, json } = statement;
  const names = given.map(({ column }) => ({ name: column.name, at: column }));
  const named = { ...resource, parts: [...resource.parts, name] };
  const { found, method, variables } = await chosen(
    { statement, names, verb: 'exec', resource: named },
    context,
  );
  const assigned = assignedBy(given, context);
  const whole = json === null ? {} : { whole: wholeBody(json, context) };
  const calls = [callValues(method, variables, assigned, { ...whole, at: statement })];
  const star = { kind: 'star', qualifier: [], start: -1, end: -1 } as const;
  const all: SelectItem = {
    kind: 'select-item',
    expression: star,
    alias: null,
    required: null,
    comments: [],
    start: -1,
    end: -1,
  };
  const returning = method.columns.length > 0 ? [all] : [];
  return runCalls({ found, method, resource, calls, returning }, context);
}

/** What `@@json` says, and where. */
function wholeBody(json: JsonArgument, { text, values }: RunContext): WholeBody {
  return {
    value: jsonBody(json, text, values),
    placeOf: (name) => json.members.find((member) => member.name === name)?.value ?? json,
  };
}

interface Choice {
  readonly statement: InsertStatement | ExecStatement;
  readonly names: Wanted['written'];
  readonly verb: Wanted['verb'];
  readonly resource?: InsertStatement['resource'];
}

/** The method that takes all values that a statement gives. */
async function chosen(
  { statement, names: written, verb, resource = statement.resource }: Choice,
  { directory, hinted }: RunContext,
) {
  const found = await directory.resource(resource);
  const { variables } = directory.catalogue;
  const wanted: Wanted = {
    found,
    at: statement.resource,
    variables,
    constants: [],
    fed: [],
    used: [],
    nameOf: ({ name }) => name,
    deciding: new Set(),
    hinted,
    verb,
    written,
  };
  return { found, variables, method: theOne(bestMethods(wanted), wanted) };
}
