import type { Outcome } from '@plumbline/sql-engine';
import type { Host } from '../host.ts';
import { codeFrame, linesOf } from '../report/code-frame.ts';
import { printable } from '../report/printable.ts';
import type { Colors } from '../terminal/colours.ts';
import { textOf } from './cells.ts';
import type { Session } from './session.ts';

/** So much of an answer is shown. */
const LONGEST = 300;

export interface ErrorContext {
  /** The script that the statement is of, and where it begins there. */
  readonly script: string;
  readonly start: number;
  /** How the script is named; null: as it was typed. */
  readonly file: string | null;
  /** What its `not-writable` should hint at. */
  readonly allow: string;
  readonly optionName: Session['optionName'];
  /** The environment, and its variables that credentials are read from. */
  readonly env: Host['env'];
  readonly credentials: readonly string[];
  readonly colours: Colors;
  readonly width: number;
  readonly isDebugging: boolean;
}

/** What went wrong with a statement: where, and what would mend it; never a stack, unless somebody debugs. */
export function errorText(error: unknown, context: ErrorContext): string {
  const { colours } = context;
  const { message, at, more, hint } = described(error, context);
  const label = colours.bold(colours.red('error'));
  const lines = [
    `${label}: ${emphasized(message, colours)}`,
    ...(at === null ? [] : frameOf(at, context)),
    ...more.map((line) => `  ${printable(line)}`),
    ...(hint === '' ? [] : [`  ${colours.cyan('hint')}: ${emphasized(hint, colours)}`]),
  ];
  const stack = context.isDebugging && error instanceof Error ? `${error.stack}\n` : '';
  return `${lines.join('\n')}\n${stack}`;
}

/** What became of one call of several, on a line. */
export function failureLine(outcome: Outcome, context: ErrorContext): string {
  const { message, more } = described(outcome.ok ? null : outcome.error, context);
  const label = context.colours.bold(context.colours.red('error'));
  const text = `row ${outcome.row + 1}: ${[message, ...more].join('; ')}`;
  return `${label}: ${emphasized(text, context.colours)}
`;
}

interface Described {
  readonly message: string;
  /** An offset into the statement. */
  readonly at: number | null;
  /** Lines. */
  readonly more: readonly string[];
  readonly hint: string;
}

function described(error: unknown, context: ErrorContext): Described {
  if (!(error instanceof Error)) return { message: String(error), at: null, more: [], hint: '' };
  // A client has its own copy of the classes: errors are told by what they have.
  const facts = error as Error & Partial<SqlFacts>;
  const at = error.name === 'SqlError' ? (facts.start ?? null) : null;
  const api = apiFacts(error) ?? apiFacts(error.cause);
  if (api !== null) {
    const hint = statusHint(api, context) ?? hintOf(facts, context);
    return { message: error.message, at, more: answerLines(api, error.message), hint };
  }
  if (error instanceof RangeError && error.message.startsWith('Maximum call stack'))
    return {
      message: 'A value is nested too deeply to be printed.',
      at: null,
      more: [],
      hint: 'Leave its column out.',
    };
  const root = rootOf(error);
  const isLate = error.cause instanceof Error && error.cause.name === 'TimeoutError';
  const why = root === error ? '' : root.message || String((root as { code?: unknown }).code ?? '');
  const more = why === '' || error.message.includes(why) ? [] : [why];
  const hint = isLate
    ? `Ask for less at once, or give it longer: \`${context.optionName('timeout')}\`.`
    : hintOf(facts, context);
  return { message: error.message, at, more, hint };
}

interface SqlFacts {
  readonly start: number;
  readonly code: string;
  readonly hint: string;
}

/** What a client knows of an answer that is no success. */
interface ApiFacts {
  readonly status: number;
  readonly code?: string;
  readonly id?: string;
  readonly requestId?: string;
  readonly requiredScopes?: readonly string[];
  readonly body?: unknown;
}

function apiFacts(error: unknown): ApiFacts | null {
  if (!(error instanceof Error) || error.name === 'SqlError') return null;
  return 'status' in error && typeof error.status === 'number' ? (error as Error & ApiFacts) : null;
}

/** By what the provider's support finds an error; and what it says, where the message does not. */
function answerLines({ status, code, id, requestId, body }: ApiFacts, message: string): readonly string[] {
  const parts = Object.entries({ code, id, request: requestId === id ? undefined : requestId });
  const known = parts.flatMap(([name, value]) => (value === undefined ? [] : `${name} ${value}`)).join(', ');
  const isSaid = message.includes(`answered ${status}:`) || body === undefined;
  return [known, isSaid ? '' : bodyText(body)].filter((line) => line !== '');
}

/** The sentence of an answer's body (`detail` of RFC 9457 section 3.1), or all of it. */
function bodyText(body: unknown): string {
  const members = typeof body === 'object' && body !== null ? new Map(Object.entries(body)) : new Map();
  const said = ['detail', 'message', 'error_description', 'title'].map((name): unknown => members.get(name));
  const text = said.find((value) => typeof value === 'string') ?? textOf(body);
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** The engine's hints speak of its options as code has them. */
function hintOf({ code, hint = '' }: Partial<SqlFacts>, { allow, optionName }: ErrorContext): string {
  if (code === 'not-writable') return allow;
  const value = code === 'missing-value' ? /^Give one: `values: \{ (\w+): … \}`/.exec(hint)?.[1] : undefined;
  if (value !== undefined)
    return `Give one: \`${optionName('set')} ${value}=…\`, or write it in place of the template.`;
  return hint
    .replaceAll('`maxRequests`', `\`${optionName('max-requests')}\``)
    .replaceAll('`maxSteps`', `\`${optionName('max-steps')}\``)
    .replaceAll('`concurrency`', `\`${optionName('concurrency')}\``);
}

/** Null: it is not about credentials. */
function statusHint(
  { status, requiredScopes = [] }: ApiFacts,
  { credentials, env }: ErrorContext,
): string | null {
  if (status === 403 && requiredScopes.length > 0)
    return `It takes one of the scopes ${requiredScopes.join(', ')}.`;
  if (status !== 401) return null;
  const names = credentials.map((name) => `\`${name}\``).join(' or ');
  const given = credentials.filter((name) => env[name]).map((name) => `\`${name}\``);
  if (names === '')
    return 'The client reads them from the variables of the environment that its config names: `auth: { …: { env } }`.';
  return given.length === 0
    ? `Set ${names} in the environment: the client reads its credentials from there.`
    : `The provider refuses what ${given.join(' and ')} holds.`;
}

function rootOf(error: Error): Error {
  let root = error;
  for (let depth = 0; depth < 5 && root.cause instanceof Error; depth += 1) root = root.cause;
  return root;
}

function frameOf(at: number, { script, start, file, colours, width }: ErrorContext): readonly string[] {
  const before = script.slice(0, start + at).split('\n');
  const source = {
    file: file ?? '',
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
  const frame = codeFrame(
    source,
    linesOf(() => script),
    { colours, width, context: 0 },
  );
  return file === null ? frame : [`  ${printable(file)}:${source.line}:${source.column}`, ...frame];
}

/** Names in backticks stand out. */
function emphasized(text: string, colours: Colors): string {
  return printable(text).replace(/`[^`]*`/g, (name) => colours.bold(name));
}
