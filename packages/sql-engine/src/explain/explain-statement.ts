import type { CatalogueMethod } from '@plumbline/client-runtime';
import { type ExecStatement, type InsertStatement, type Statement, tokensOf } from '@plumbline/sql';
import { together } from '../catalogue/names.ts';
import { bodyName } from '../catalogue/places.ts';
import { assignedBy, type ChangeStatement } from '../mutate/assignments.ts';
import { callValues } from '../mutate/call-values.ts';
import { isComputed, rowsToChange } from '../mutate/rows-to-change.ts';
import { planChange, runChange } from '../mutate/run-change.ts';
import { runExec } from '../mutate/run-exec.ts';
import { isRow, planInsert, runInsert } from '../mutate/run-insert.ts';
import { Refusal } from '../refusal.ts';
import type { RunContext } from '../select/context.ts';
import type { Selection } from '../select/run-select.ts';
import { draftingContext } from './drafts.ts';
import { explainQuery, explainTables, fedDraft, isKnown, valueOrName } from './explain-query.ts';
import { draftSteps, explained, feedingNote, type Step } from './steps.ts';

/** The text with blanks in place of `EXPLAIN` in front, so that all else stays where it is; null: it has none. */
export function withoutExplain(text: string): string | null {
  const [first] = tokensOf(text);
  if (first?.upper !== 'EXPLAIN') return null;
  return `${text.slice(0, first.start)}${' '.repeat(first.end - first.start)}${text.slice(first.end)}`;
}

/** The requests that a statement would send, as rows: none is sent. */
export async function explainStatement(statement: Statement, context: RunContext): Promise<Selection> {
  const steps = await stepsOf(statement, context);
  return explained(steps, 'Nothing is sent.');
}

async function stepsOf(statement: Statement, context: RunContext): Promise<readonly Step[]> {
  switch (statement.kind) {
    case 'select':
      return explainQuery(statement.query, context);
    case 'insert':
      return explainInsert(statement, context);
    case 'update':
    case 'replace':
    case 'delete':
      return explainChange(statement, context);
    case 'exec':
      return draftedSteps(statement, runExec, context);
    default:
      return [];
  }
}

/** The calls of a statement that depends on no answer: it is run, but for its requests. */
async function draftedSteps<T extends ChangeStatement | ExecStatement | InsertStatement>(
  statement: T,
  run: (statement: T, context: RunContext) => Promise<Selection>,
  context: RunContext,
): Promise<readonly Step[]> {
  const { context: drafting, drafts } = draftingContext(context);
  for await (const _ of (await run(statement, drafting)).batches);
  const found = await context.directory.resource(statement.resource);
  const steps = found.resource.methods.map(async (method) =>
    draftSteps(await drafts(found.resource, method), { found, method, note: '' }),
  );
  return (await Promise.all(steps)).flat();
}

async function explainInsert(statement: InsertStatement, context: RunContext): Promise<readonly Step[]> {
  const { source } = statement;
  if (source.kind === 'values' || isRow(source)) return draftedSteps(statement, runInsert, context);
  const { names, found, method, variables } = await planInsert(statement, context);
  const given = names.map(({ name, at }) => ({ name, at, value: `{${name}}` }));
  const open = takingNames(
    method,
    given.map(({ name }) => name),
  );
  const { params } = valuesOrNone(() => callValues(open, variables, given, { at: statement }));
  const step = await fedDraft({ found, method, params }, context);
  return [
    ...(await explainQuery(source, context)),
    { ...step, calls: null, note: 'once for each row of the query' },
  ];
}

async function explainChange(statement: ChangeStatement, context: RunContext): Promise<readonly Step[]> {
  const { plan, target, assignments } = await planChange(statement, context);
  const rows = rowsToChange(statement, { target, assignments });
  if (rows === null && isKnown(target, plan)) return draftedSteps(statement, runChange, context);
  const { found, method, bound } = target;
  const sources = plan.tables.filter((one) => one !== target);
  const { variables } = context.directory.catalogue;
  const addressed = bound.map((one) => ({
    name: one.param.name,
    value: valueOrName(one, context),
    at: one.binding.at,
  }));
  const computed = (rows?.names ?? [])
    .slice(rows?.addressing)
    .map((one) => ({ ...one, value: `{${one.name}}` }));
  const known = assignedBy(
    assignments.filter((one) => !isComputed(one)),
    context,
  );
  const given = [...addressed, ...computed, ...known];
  const open = takingNames(
    method,
    computed.map(({ name }) => name),
  );
  const { params } = valuesOrNone(() => callValues(open, variables, given, { at: statement }));
  const step = await fedDraft({ found, method, params }, context);
  if (rows !== null) {
    const read = await explainQuery(rows.query, context);
    const names = together(computed.map(({ name }) => name));
    return [...read, { ...step, calls: null, note: `once for each row, which gives ${names}` }];
  }
  return [
    ...(await explainTables(plan, sources, context)),
    { ...step, calls: null, note: feedingNote(bound, context) },
  ];
}

/** The method, where members of its body may be names in braces: `{age}` is no integer. */
function takingNames(method: CatalogueMethod, names: readonly string[]): CatalogueMethod {
  if (method.body === undefined) return method;
  const wanted = new Set(names.map(bodyName));
  const fields = method.body.fields.map((field) =>
    wanted.has(field.name) ? { ...field, type: 'any' as const } : field,
  );
  return { ...method, body: { ...method.body, fields } };
}

/** A name such as `{age}` is not of every parameter's type. */
function valuesOrNone(values: () => ReturnType<typeof callValues>): {
  readonly params: ReadonlyMap<string, unknown>;
} {
  try {
    return { params: new Map(Object.entries(values().params)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { params: new Map() };
  }
}
