import type { JsonValue } from '@plumbline/contract-server';
import { type Node, parse, print, type Statement, walk } from '@plumbline/sql';
import type { Check } from '../check.ts';
import type { Session } from '../contract.ts';
import { membersOf } from '../documented.ts';
import { type Coverage, newCoverage } from '../meta.ts';
import type { Slot } from '../plan.ts';
import { expectSent } from '../sent.ts';
import { failure, type Subject } from '../subject.ts';
import { Untestable } from '../untestable.ts';
import { withoutTemplates } from './filled-statement.ts';
import { givenOf } from './given-of.ts';

/**
 * The SQL of the page's examples runs: its templates filled in, it sends the one request that the operation is, with the
 * values that were filled in; or it is refused for a required parameter that the page lacks, nothing being sent.
 */
export function sqlRunChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const statements = subject.given.page?.statements ?? [];
  if (statements.length === 0 || subject.suite.sqlOf === null) return [];
  return [
    {
      name: 'runs as it is shown in SQL',
      kind: 'sql',
      run: async (session, coverage) => {
        const [carried] = Object.keys(subject.carried.input);
        if (carried !== undefined)
          throw new Untestable(
            `Credentials are sent as the parameter \`${carried}\`, which no statement gives.`,
          );
        const [gap] = await sqlGaps(subject, session, coverage);
        if (gap !== undefined) coverage.uncovered.set(`sql ${subject.method.method}`, gap);
      },
    },
  ];
}

/** Runs the SQL of the page's examples: why a statement cannot send what the operation is, of each that cannot. */
export async function sqlGaps<Client>(
  subject: Subject<Client>,
  session: Session<Client>,
  coverage: Coverage,
): Promise<readonly string[]> {
  const gaps: string[] = [];
  for (const text of subject.given.page?.statements ?? []) {
    for (const statement of parse(text).statements) {
      if (!VERBS.has(statement.kind)) continue;
      const gap = await gapOfRun(subject, statement, session, coverage);
      if (gap !== null) gaps.push(gap);
    }
  }
  return gaps;
}

const VERBS: ReadonlySet<string> = new Set(['select', 'insert', 'update', 'replace', 'delete', 'exec']);

/** Runs a statement: why it is not to send what the operation is; null: it did. */
async function gapOfRun<Client>(
  subject: Subject<Client>,
  shown: Statement,
  session: Session<Client>,
  coverage: Coverage,
): Promise<string | null> {
  const { method, suite } = subject;
  const given = givenOf(subject, session, 'full', coverage);
  const values = valuesOf(subject, given);
  const statement = withoutTemplates(shown, (name) => !values.has(name));
  const text = print(statement, { comments: false, marks: false });
  const named = namesIn(statement);
  const sql = await suite.sqlOf?.(session.client(method.security[0] ?? [], false));
  if (sql === undefined) return null;
  session.server.reset();
  const answer = sql.run(text, { values: Object.fromEntries(values), maxRequests: 10 });
  let error: { readonly reason: unknown } | undefined;
  try {
    // A page is enough.
    for await (const row of answer) if (row) break;
  } catch (reason) {
    error = { reason };
  }
  const lack = lackOf(subject, named, session);
  if (lack !== null) {
    // The page is at fault, which drift tells: a request that is sent all the same is another method's.
    const gap = `the SQL of its page gives no value to \`${lack}\``;
    if (session.server.requests.length > 0) return `${gap}, and another request is sent`;
    // It is to be refused by the name of what lacks.
    return String(error?.reason).includes(`\`${lack}\``) ? gap : `${gap}, and is refused otherwise`;
  }
  if (error !== undefined && isAmbiguous(error.reason)) {
    return 'another method of the resource is selected by the same names';
  }
  const sent = restricted(given, named, subject, session);
  expectSent(subject, sent, { exchanges: [...session.server.requests], value: undefined, error });
  if (shown.kind === 'select') await checkColumns(subject, answer, text);
  return null;
}

function isAmbiguous(reason: unknown): boolean {
  return (
    typeof reason === 'object' && reason !== null && 'code' in reason && reason.code === 'ambiguous-method'
  );
}

/** The columns that come back are those that the page says. */
async function checkColumns<Client>(
  subject: Subject<Client>,
  answer: { readonly columns: () => Promise<readonly { readonly name: string }[]> },
  text: string,
): Promise<void> {
  const documented = Object.keys(subject.given.page?.fields ?? {});
  const [statement] = parse(text).statements;
  if (statement?.kind !== 'select') return;
  const wanted = statement.query.columns.flatMap(({ expression, alias }) =>
    expression.kind === 'star'
      ? documented
      : (alias?.name ?? (expression.kind === 'column' ? expression.name : [])),
  );
  const found = new Set((await answer.columns()).map(({ name }) => name));
  const missing = wanted.find((name) => !found.has(name));
  if (missing !== undefined)
    throw failure(subject, `the SQL of its page selects \`${missing}\`, which does not come back.`, {
      given: text,
    });
}

/** What templates are filled with: by the names of parameters, and of the members of the body. */
function valuesOf<Client>(
  { method, slots }: Subject<Client>,
  given: ReadonlyMap<Slot, JsonValue>,
): ReadonlyMap<string, JsonValue> {
  const values = new Map<string, JsonValue>();
  for (const [slot, value] of given) {
    if (slot.place === 'body') values.set('body', value);
    if (slot.place !== 'body' || !isObject(value)) continue;
    for (const [name, member] of Object.entries(value)) {
      values.set(name, member);
      values.set(`data__${name}`, member);
    }
  }
  for (const { name, wireName, in: place } of method.params) {
    if (place === 'server') values.set(name, 'server');
    const slot = slots.find((one) => one.place === place && one.name === wireName);
    const value = slot && given.get(slot);
    if (value !== undefined) values.set(name, value);
  }
  return values;
}

/** What a call must be given, and the statement does not give it; null: nothing. */
function lackOf<Client>(
  subject: Subject<Client>,
  named: ReadonlySet<string>,
  session: Session<Client>,
): string | null {
  for (const [slot, value] of givenOf(subject, session, 'required', newCoverage())) {
    if (slot.place !== 'body') {
      const { name } =
        subject.method.params.find((one) => one.wireName === slot.name && one.in === slot.place) ?? slot;
      if (!named.has(name)) return name;
    } else if (!isWholeNamed(named, subject, session)) {
      if (!isObject(value)) return 'body';
      const absent = Object.keys(value).find((name) => !isMemberNamed(name, named, subject));
      if (absent !== undefined) return absent;
    }
  }
  return null;
}

/** A member of the body; `data__` tells it from a parameter of the same name. */
function isMemberNamed<Client>(
  name: string,
  named: ReadonlySet<string>,
  { method }: Subject<Client>,
): boolean {
  const isParam = method.params.some((one) => one.name === name);
  return named.has(`data__${name}`) || (!isParam && named.has(name));
}

/** `body` is all of it, unless a parameter or a member is called so. */
function isWholeNamed<Client>(
  named: ReadonlySet<string>,
  { method, slots }: Subject<Client>,
  { contract }: Session<Client>,
): boolean {
  if (!named.has('body') || method.params.some(({ name }) => name === 'body')) return false;
  const schema = slots.find(({ place }) => place === 'body')?.schema;
  return !membersOf(schema, 'request', contract).any.has('body');
}

function isObject(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a statement gives values to. */
function namesIn(statement: Statement): ReadonlySet<string> {
  const found = new Set<string>();
  const parts = statement.kind === 'select' ? statement.query.where : [statement];
  const visit = (node: Node): void => walk(node, see);
  const see = (node: Node): void => {
    if (node.kind === 'column') found.add(node.name);
    if (node.kind === 'json-member') found.add(node.name);
  };
  if (statement.kind === 'exec' && statement.json?.members.length === 0) found.add('body');
  // What comes back is no value that is given.
  for (const part of parts) visit('returning' in part ? { ...part, returning: [] } : part);
  return found;
}

/** Of what a call may be given, that which a statement names. */
function restricted<Client>(
  given: ReadonlyMap<Slot, JsonValue>,
  named: ReadonlySet<string>,
  subject: Subject<Client>,
  session: Session<Client>,
): ReadonlyMap<Slot, JsonValue> {
  const { method } = subject;
  const sent = new Map<Slot, JsonValue>();
  for (const [slot, value] of given) {
    if (slot.place !== 'body') {
      const name = method.params.find((one) => one.wireName === slot.name && one.in === slot.place)?.name;
      if (name !== undefined && named.has(name)) sent.set(slot, value);
      continue;
    }
    if (isWholeNamed(named, subject, session)) {
      sent.set(slot, value);
      continue;
    }
    if (!isObject(value)) continue;
    const members = Object.entries(value).filter(([name]) => isMemberNamed(name, named, subject));
    if (members.length > 0 || slot.required) sent.set(slot, Object.fromEntries(members));
  }
  return sent;
}
