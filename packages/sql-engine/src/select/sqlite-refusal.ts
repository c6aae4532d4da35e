import { type Column, type Node, type Span, walk } from '@plumbline/sql';
import { Misuse } from '../functions/misuse.ts';
import { Refusal } from '../refusal.ts';
import { TooManySteps } from '../store/store.ts';

/** What SQLite, or the making of its values, says of a part of a statement: at the place in it that it speaks of. */
export function refusedBySqlite(cause: unknown, part: Node | Span): unknown {
  if (cause instanceof TooManySteps) {
    return new Refusal('too-many-steps', {
      message: `The statement combines its rows more than ${cause.most} times.`,
      hint: 'Join by what is equal, narrow the sources, or raise `maxSteps`.',
      at: part,
    });
  }
  if (cause instanceof Misuse) {
    const at = callOf(part, cause.name) ?? part;
    return new Refusal('query', { message: cause.message, hint: cause.hint, at });
  }
  // V8's own word for a text that takes too many steps within each other.
  if (cause instanceof RangeError && cause.message.startsWith('Maximum call stack')) {
    return new Refusal('query', {
      message: 'A value of a row is nested too deeply.',
      hint: 'Leave its column out.',
      at: part,
    });
  }
  const isSqlite = cause instanceof Error && 'code' in cause && cause.code === 'ERR_SQLITE_ERROR';
  if (!isSqlite) return cause;
  for (const explain of EXPLAINED) {
    const refusal = explain(cause.message, part);
    if (refusal !== null) return new Refusal(refusal.code ?? 'query', refusal);
  }
  const message = `${cause.message.charAt(0).toUpperCase()}${cause.message.slice(1)}.`;
  return new Refusal('query', {
    message,
    hint: 'SQLite says so, which does what no request answers.',
    at: part,
  });
}

interface Explained {
  readonly code?: 'unknown-column' | 'ambiguous-column';
  readonly message: string;
  readonly hint: string;
  readonly at: Span;
}

const EXPLAINED: readonly ((message: string, part: Node | Span) => Explained | null)[] = [
  (message, part) => {
    const [, kind, name] = /^misuse of (aggregate|window)(?: function|:) (\w+)\(\)$/.exec(message) ?? [];
    if (kind === undefined || name === undefined) return null;
    const hint =
      kind === 'window'
        ? `Write \`${name}(…) OVER (ORDER BY …)\`, in the columns or the ORDER BY.`
        : 'Write HAVING behind GROUP BY, or a query in parentheses.';
    return { message: `\`${name}\` cannot stand here.`, hint, at: callOf(part, name) ?? part };
  },
  (message, part) =>
    message === 'no tables specified'
      ? {
          message: 'There is no FROM that * could be of.',
          hint: 'Write SELECT * FROM and a resource.',
          at: part,
        }
      : null,
  (message, part) => {
    const name = /^no such function: (.*)$/s.exec(message)?.[1];
    if (name === undefined) return null;
    const hint = INSTEAD.get(name.toUpperCase()) ?? FUNCTIONS;
    return { message: `There is no function \`${name}\`.`, hint, at: callOf(part, name) ?? part };
  },
  (message, part) => {
    const name = /^unable to use function (\w+) in the requested context$/.exec(message)?.[1];
    if (name === undefined) return null;
    const hint = INSTEAD.get(name.toUpperCase()) ?? FUNCTIONS;
    return { message: `\`${name}\` cannot be used here.`, hint, at: callOf(part, name) ?? part };
  },
  (message, part) => {
    const name = /^wrong number of arguments to function (.*)\(\)$/s.exec(message)?.[1];
    if (name === undefined) return null;
    const at = callOf(part, name) ?? part;
    return { message: `\`${name}\` takes another number of arguments.`, hint: FUNCTIONS, at };
  },
  (message, part) => {
    const name = /^ambiguous column name: (.*)$/s.exec(message)?.[1];
    if (name === undefined) return null;
    const hint = `Say of which it is, by its alias: \`a.${name}\`.`;
    const at = columnOf(part, name) ?? part;
    return {
      code: 'ambiguous-column',
      message: `Several of what is selected from have a column \`${name}\`.`,
      hint,
      at,
    };
  },
  (message, part) => {
    const name = /^no such column: "?(.*?)"?(?: - should this be .*)?$/s.exec(message)?.[1];
    const at = name === undefined ? null : columnOf(part, name);
    return at === null
      ? null
      : {
          code: 'unknown-column',
          message: `Nothing that is selected from has a column \`${at.name}\`.`,
          hint: 'DESCRIBE and the resource lists its columns; a text stands in single quotes.',
          at,
        };
  },
  (message, part) => {
    if (message !== 'malformed JSON') return null;
    const hint = "CASE WHEN json_valid(a) THEN json_extract(a, '$.b') END leaves out what is none.";
    return { message: 'A text is read as JSON that is none.', hint, at: jsonCallOf(part) ?? part };
  },
  (message, part) => {
    const operator = /^SELECTs to the left and right of (.*) do not have the same/.exec(message)?.[1];
    if (operator === undefined) return null;
    const hint = 'Select as many columns in each, NULL in place of those that one has not.';
    return { message: `The queries of ${operator} have different numbers of columns.`, hint, at: part };
  },
  (message, part) => {
    const path = /^bad JSON path: '(.*)'$/s.exec(message)?.[1];
    if (path === undefined) return null;
    const hint = `A path begins with $, each name with a dot: '$.${path.replace(/^[$.]+/, '')}'.`;
    return { message: `\`${path}\` is no path into JSON.`, hint, at: textOf(part, path) ?? part };
  },
];

const FUNCTIONS =
  'The functions are those of SQLite, `split_part`, `json_equal`, `regexp_like`, `regexp_substr` and `regexp_replace`.';

/** Functions that other databases have, and what SQLite has for them. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ...['NOW', 'GETDATE', 'SYSDATE'].map((name) => [name, "Write datetime('now')."] as const),
  ...['CURDATE', 'TODAY'].map((name) => [name, "Write date('now')."] as const),
  ...['DATE_FORMAT', 'TO_CHAR', 'DATE_TRUNC', 'YEAR', 'MONTH', 'DAY', 'EXTRACT'].map(
    (name) => [name, "Write strftime('%Y-%m', …)."] as const,
  ),
  ...['DATE_ADD', 'DATE_SUB', 'DATEADD'].map((name) => [name, "Write datetime(…, '-1 day')."] as const),
  ...['DATEDIFF', 'DATE_DIFF'].map((name) => [name, 'Write julianday(…) - julianday(…).'] as const),
  ...['LEN', 'CHAR_LENGTH'].map((name) => [name, 'Write length(…).'] as const),
  ...['NVL', 'ISNULL'].map((name) => [name, 'Write coalesce(…).'] as const),
  ...['CHARINDEX', 'POSITION', 'STRPOS', 'LOCATE'].map((name) => [name, 'Write instr(text, part).'] as const),
  ...['ARRAY_AGG', 'JSON_AGG'].map((name) => [name, 'Write json_group_array(…).'] as const),
  ...['JSON_VALUE', 'JSON_QUERY', 'JSON_EXTRACT_PATH_TEXT'].map(
    (name) => [name, "Write json_extract(…, '$.name')."] as const,
  ),
  ['MATCH', 'Write REGEXP, LIKE or GLOB.'],
  ['REGEXP_MATCHES', 'Write regexp_substr(text, pattern).'],
  ['AWS_POLICY_EQUAL', 'Write json_equal(a, b).'],
  ['GREATEST', 'Write max(a, b).'],
  ['LEAST', 'Write min(a, b).'],
  ['UUID', 'Write hex(randomblob(16)).'],
]);

/** The first node below that is looked for. */
function find<T>(part: Node | Span, pick: (node: Node) => T | null): T | null {
  if (!('kind' in part)) return null;
  let found: T | null = null;
  walk(part, (node) => {
    found ??= pick(node);
  });
  return found;
}

function callOf(part: Node | Span, name: string): Span | null {
  const wanted = name.toLowerCase();
  return find(part, (node) => {
    const isIt =
      (node.kind === 'call' && node.name.toLowerCase() === wanted) ||
      (node.kind === 'binary' && node.operator.toLowerCase().endsWith(wanted));
    return isIt && node.start >= 0 ? node : null;
  });
}

/** The only call that reads JSON; null: there are several. */
function jsonCallOf(part: Node | Span): Span | null {
  const calls: Span[] = [];
  find(part, (node) => {
    const isIt =
      (node.kind === 'call' && /^json/i.test(node.name)) ||
      (node.kind === 'binary' && (node.operator === '->' || node.operator === '->>'));
    if (isIt && node.start >= 0) calls.push(node);
    return null;
  });
  return calls.length === 1 ? (calls[0] ?? null) : null;
}

function columnOf(part: Node | Span, name: string): Column | null {
  const wanted = name.replace(/^.*\./s, '').toLowerCase();
  return find(part, (node) =>
    node.kind === 'column' && node.parts.at(-1)?.name.toLowerCase() === wanted && node.start >= 0
      ? node
      : null,
  );
}

function textOf(part: Node | Span, value: string): Span | null {
  return find(part, (node) => (node.kind === 'string' && node.value === value ? node : null));
}
