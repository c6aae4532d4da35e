import { type Problem, type Token, tokensOf } from '@plumbline/sql';
import { alternatives, similar } from './catalogue/names.ts';

/** What would mend a statement that cannot be read; empty: its message says all there is to say. */
export function syntaxHint(text: string, { code, start, end, expected }: Problem): string {
  const word = text.slice(start, end);
  if (code === 'not-a-statement') return verbHint(word, expected);
  if (code === 'unclosed') return word.startsWith("'") ? "A quote within a text is doubled: 'it''s'." : '';
  if (code !== 'unexpected') return '';
  const tokens = tokensOf(text);
  const place = tokens.findIndex((token) => token.start === start);
  const found = tokens[place];
  const before = tokens[place - 1];
  if (found === undefined || before === undefined) return '';
  return (
    FOREIGN.get(found.upper || found.text) ??
    FOREIGN.get(before.upper) ??
    formHint({ verb: tokens[0], before, found, expected }) ??
    commaHint(before, found) ??
    strayHint(before, found, expected) ??
    nameHint(found, expected) ??
    keywordHint(before, found)
  );
}

/** What other databases read, and how it is said here. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ['ILIKE', 'Write LIKE: it takes a and A for the same.'],
  ['SIMILAR', 'Write REGEXP, LIKE or GLOB.'],
  ['~', 'Write REGEXP, LIKE or GLOB.'],
  ['EQ', 'Write =.'],
  ['[', 'Names stand in double quotes: "name".'],
  ['TOP', 'Write LIMIT 5 at the end of the statement.'],
  ['FETCH', 'Write LIMIT 5 at the end of the statement.'],
  ['INTERVAL', "Write datetime('now', '-1 day')."],
  ['TABLES', 'SHOW RESOURCES IN a service lists the tables there are.'],
  ['DATABASES', 'SHOW SERVICES lists them.'],
  ['SCHEMAS', 'SHOW SERVICES lists them.'],
  ['COLUMNS', 'DESCRIBE and the name of a resource lists its columns.'],
  ['/', 'Names have dots between: provider.service.resource.'],
]);

const CLAUSES = [
  'FROM',
  'WHERE',
  'GROUP',
  'HAVING',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'JOIN',
  'SET',
  'VALUES',
  'BETWEEN',
  'LIKE',
];

const CHANGING: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'REPLACE', 'DELETE']);

const DEFINING: ReadonlySet<string> = new Set(['CREATE', 'DROP', 'ALTER', 'TRUNCATE']);

/** The verbs that the first word of a text may stand for. */
function verbHint(word: string, expected: readonly string[]): string {
  const verbs = expected.map((verb) => verb.replaceAll('`', ''));
  if (DEFINING.has(word.toUpperCase())) {
    return 'The tables are what the provider has: INSERT, UPDATE and DELETE change what is in them.';
  }
  const own = VERBS.get(word.toUpperCase());
  if (own !== undefined) return own;
  // Anything is near to a letter or two.
  const near = word.length < 3 ? [] : similar(word, verbs, 1);
  return near.length > 0
    ? `Did you mean ${alternatives(near)}?`
    : `A statement begins with ${alternatives(verbs, 20)}.`;
}

const EXEC_FORM = 'Write EXEC provider.service.resource.method @name = ….';

const NO_TRANSACTION = 'Each request stands once it is answered: leave it out.';

/** What begins a statement elsewhere, and how it is said here. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ...['CALL', 'EXECUTE'].map((verb) => [verb, EXEC_FORM] as const),
  ...['BEGIN', 'START', 'COMMIT', 'ROLLBACK'].map((verb) => [verb, NO_TRANSACTION] as const),
  ['AUTH', 'The client has its credentials from the environment.'],
  ['ANALYZE', 'EXPLAIN alone stands in front of a statement.'],
  ['PRAGMA', 'DESCRIBE and the name of a resource lists its columns.'],
  ['PURGE', 'Nothing is kept between statements: leave it out.'],
  ['QUERY', 'EXPLAIN alone stands in front of a statement.'],
  ['REFRESH', 'Every statement asks anew: leave it out.'],
  ['USE', 'Name the service with each resource: service.resource.'],
]);

/** Of statements whose form is little known. */
function formHint({
  verb,
  before,
  found,
  expected,
}: {
  readonly verb: Token | undefined;
  readonly before: Token;
  readonly found: Token;
  readonly expected: readonly string[];
}): string | null {
  if (verb?.upper === 'EXEC') return EXEC_FORM;
  if (verb?.upper === 'REPLACE' && before.upper === 'INTO')
    return 'Write REPLACE provider.service.resource SET … WHERE …, or INSERT INTO.';
  if (verb?.upper === 'WITH' && CHANGING.has(found.upper))
    return `Write WITH within its query: ${found.upper} … WHERE id IN (WITH … SELECT …).`;
  if (verb !== undefined && CHANGING.has(verb.upper) && found.kind === 'word' && expected.includes('`;`'))
    return 'What is changed has no other name: its columns are named alone.';
  if ((found.upper === 'GROUP' || found.upper === 'ORDER') && expected.includes('`;`'))
    return `Write ${found.upper} BY.`;
  return verb?.upper === 'WITH' && before.upper === 'SELECT' ? 'Write WITH name AS (SELECT …).' : null;
}

function commaHint(before: Token, found: Token): string | null {
  const isEnd = found.text === ')' || CLAUSES.includes(found.upper);
  return before.text === ',' && isEnd ? 'Leave out the comma in front of it.' : null;
}

function strayHint(before: Token, found: Token, expected: readonly string[]): string | null {
  if (found.text === ')' && expected.includes('`;`')) return 'No parenthesis is open there.';
  const isDistinctOn = before.upper === 'DISTINCT' && found.upper === 'ON';
  return isDistinctOn ? 'GROUP BY has one row for each value.' : null;
}

function nameHint({ kind, text }: Token, expected: readonly string[]): string | null {
  const isName = expected.some((one) => one.startsWith('the name of') || one === 'a column');
  return kind === 'string' && isName ? `Write it without quotes: ${text}.` : null;
}

/** A keyword that one of two words was to be: what is misspelt is read as an alias. */
function keywordHint(before: Token, found: Token): string {
  const near = [before, found].flatMap(({ kind, upper }) =>
    kind === 'word' && upper.length > 2 && !CLAUSES.includes(upper) ? similar(upper, CLAUSES, 1) : [],
  );
  return near.length > 0 ? `Did you mean ${alternatives(near.slice(0, 1))}?` : '';
}
