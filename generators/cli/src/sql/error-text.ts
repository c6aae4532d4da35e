import { codeFrame, linesOf } from '../report/code-frame.ts';
import { printable } from '../report/printable.ts';
import type { Colors } from '../terminal/colours.ts';

export interface ErrorContext {
  /** The script that the statement is of, and where it begins there. */
  readonly script: string;
  readonly start: number;
  /** How the script is named; null: as it was typed. */
  readonly file: string | null;
  /** What its `not-writable` should hint at. */
  readonly allow: string;
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

interface Described {
  readonly message: string;
  /** An offset into the statement. */
  readonly at: number | null;
  /** Lines. */
  readonly more: readonly string[];
  readonly hint: string;
}

function described(error: unknown, { allow, credentials }: ErrorContext): Described {
  if (!(error instanceof Error)) return { message: String(error), at: null, more: [], hint: '' };
  const { message } = error;
  // A client has its own copy of the classes: errors are told by what they have.
  const facts = error as Partial<SqlFacts & ApiFacts>;
  if (error.name === 'AbortError') return { message: 'Cancelled.', at: null, more: [], hint: '' };
  if (error.name === 'SqlError' && facts.start !== undefined) {
    const hint = facts.code === 'not-writable' ? allow : (facts.hint ?? '');
    return { message, at: facts.start, more: [], hint };
  }
  if (typeof facts.status === 'number') {
    const { code, id, requestId, requiredScopes = [], status } = facts;
    const parts = Object.entries({ code, id, request: requestId === id ? undefined : requestId });
    const known = parts.flatMap(([name, value]) => (value === undefined ? [] : `${name} ${value}`));
    const more = known.length === 0 ? [] : [known.join(', ')];
    return { message, at: null, more, hint: statusHint(status, { credentials, scopes: requiredScopes }) };
  }
  const cause = rootOf(error);
  const more = cause === error ? [] : [cause.message || String((cause as { code?: unknown }).code ?? '')];
  return { message, at: null, more: more.filter((line) => line !== ''), hint: facts.hint ?? '' };
}

interface SqlFacts {
  readonly start: number;
  readonly code: string;
  readonly hint: string;
}

interface ApiFacts {
  readonly status: number;
  readonly code: string;
  readonly id: string;
  readonly requestId: string;
  readonly requiredScopes: readonly string[];
}

function statusHint(
  status: number,
  { credentials, scopes }: { readonly credentials: readonly string[]; readonly scopes: readonly string[] },
): string {
  if (status === 401)
    return credentials.length === 0
      ? 'Credentials come from the environment, as the client reads them.'
      : `Credentials come from the environment: ${credentials.join(', ')}.`;
  if (status === 403 && scopes.length > 0) return `It takes one of the scopes ${scopes.join(', ')}.`;
  return '';
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
