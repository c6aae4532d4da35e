import { type Dictionary, dictionary } from '../dictionary.ts';
import { CONSTRAINT_KEYS } from '../spec/schema.ts';

/**
 * The facts at the end of a description cell, as the pages write them:
 * `Status (ACTIVE, REVOKED) (default: ACTIVE, example: REVOKED) (deprecated)`.
 */
export interface CellNotes {
  /** A group of bare values: an enum, if the spec has one there; else a parenthesis of the author's. */
  readonly listed: readonly string[] | null;
  /** `default`, `minimum` and so on, each value as text. */
  readonly pairs: Dictionary<string>;
  readonly flags: readonly NoteFlag[];
}

/** The keys of pairs, in the order in which they are written. */
export const NOTE_KEYS = ['wire', 'title', 'default', 'const', ...CONSTRAINT_KEYS, 'example'] as const;
export type NoteKey = (typeof NOTE_KEYS)[number];

export const NOTE_FLAGS = ['required', 'read-only', 'write-only', 'nullable', 'deprecated'] as const;
export type NoteFlag = (typeof NOTE_FLAGS)[number];

export const NO_NOTES: CellNotes = { listed: null, pairs: dictionary(), flags: [] };

/** Some pages write allowed values as a pair too: `(default: a, enum: [a, b])`. */
const ENUM = 'enum';
const KEY = [...NOTE_KEYS, `${ENUM}(?=: \\[)`].join('|');
/** What else generators write there, text of the spec that no page is about; alone, an extension has a vendor's name. */
const PASSED_OVER = 'x-[\\w.-]+|contentMediaType|contentEncoding|collectionFormat';
const FIRST_KEY = `${KEY}|x-\\w+-[\\w.-]+`;
const PAIRS_START = new RegExp(`^(?:${FIRST_KEY}): `);
const PAIRS_GROUP = new RegExp(`(?:^|\\s)\\((?=(?:${FIRST_KEY}): )`, 'g');
const PAIR_BOUNDARY = new RegExp(`, (?=(?:${KEY}|${PASSED_OVER}): )`);
const IS_NOTE: ReadonlySet<string> = new Set(NOTE_KEYS);
/** A listed value that needs no quotes. */
const BARE = /^[^\s,()"][^,()"]*$/;

/** A value without anything that notes give a meaning to. */
const WORD = /^[\w.-]+$/;

/** One of each kind, and one more for pages that write a kind twice. */
const MAX_GROUPS = 4;

/** Splits a decoded cell into its prose and its notes. */
export function parseCellNotes(text: string): { readonly prose: string; readonly notes: CellNotes } {
  let prose = text.trimEnd();
  let listed: string[] | null = null;
  let pairs: readonly [string, string][] = [];
  let flags: readonly NoteFlag[] = [];
  for (let count = 0; count < MAX_GROUPS; count += 1) {
    const group = lastGroup(prose);
    if (group === null) break;
    if (PAIRS_START.test(group.content)) {
      const own = parsePairs(group.content);
      pairs = [...own.filter(([key]) => IS_NOTE.has(key)), ...pairs];
      listed ??= valuesOf(own.find(([key]) => key === ENUM)?.[1]);
    } else if (isFlags(group.content)) flags = [...(group.content.split(', ') as NoteFlag[]), ...flags];
    else {
      const values: string[] | null = listed === null ? parseList(group.content) : null;
      if (values === null) break;
      listed = values;
    }
    prose = prose.slice(0, group.start).trimEnd();
    // An author's parenthesis may stand before a list; a second list would be his too.
    if (listed !== null) break;
  }
  return { prose, notes: { listed, pairs: dictionary(pairs), flags } };
}

/** The text of notes, starting with a blank where there are any: what {@link parseCellNotes} reads back. */
export function printCellNotes(notes: CellNotes): string {
  if (notes === NO_NOTES) return '';
  const { listed, pairs, flags } = notes;
  const groups: string[] = [];
  if (listed !== null && listed.length > 0) groups.push(listed.map(quoteListed).join(', '));
  const written = orderedKeys(pairs).map((key) => `${key}: ${quotePair(pairs[key] ?? '')}`);
  if (written.length > 0) groups.push(written.join(', '));
  if (flags.length > 0) groups.push(NOTE_FLAGS.filter((flag) => flags.includes(flag)).join(', '));
  return groups.map((group) => ` (${group})`).join('');
}

/** Most notes have one pair. */
function orderedKeys(pairs: Dictionary<string>): readonly string[] {
  const keys = Object.keys(pairs);
  return keys.length < 2 ? keys : NOTE_KEYS.filter((key) => pairs[key] !== undefined);
}

/** The parenthesis that ends the text, quotes and nesting respected. */
function lastGroup(text: string): { readonly start: number; readonly content: string } | null {
  if (!text.endsWith(')')) return null;
  // Pairs first: their values may hold a lone parenthesis, which counting depth would trip over.
  const pairs = [...text.matchAll(PAIRS_GROUP)].at(-1);
  const balanced = balancedStart(text);
  const start = pairs === undefined ? balanced : pairs.index + pairs[0].length - 1;
  if (start === -1) return null;
  const isInside = pairs !== undefined && balanced > start && !closesBefore(text, start, balanced);
  const from = pairs !== undefined && !isInside && balanced > start ? balanced : start;
  if (from > 0 && !/\s/.test(text.charAt(from - 1))) return null;
  return { start: from, content: text.slice(from + 1, -1) };
}

/** The group that opens at `start` ends before `end`: what follows is a group of its own. */
function closesBefore(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trimEnd().endsWith(')');
}

function balancedStart(text: string): number {
  let depth = 0;
  let mayBeQuoted = true;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    const char = text.charAt(i);
    if (char === '"') {
      const opening = mayBeQuoted ? openingQuote(text, i) : -1;
      // What nothing opens here, nothing opens further left: to look again would be quadratic.
      if (opening === -1) mayBeQuoted = false;
      else i = opening;
    } else if (char === ')') depth += 1;
    else if (char === '(') {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return -1;
}

/** The quote that opens the JSON string which the quote at `end` closes; -1 where there is none. */
function openingQuote(text: string, end: number): number {
  for (let i = end - 1; i >= 0; i -= 1) {
    if (text.charAt(i) !== '"') continue;
    let slashes = 0;
    while (text.charAt(i - 1 - slashes) === '\\') slashes += 1;
    if (slashes % 2 === 0) return i;
  }
  return -1;
}

function parsePairs(content: string): [string, string][] {
  return splitOutsideQuotes(content, PAIR_BOUNDARY).map((pair) => {
    const colon = pair.indexOf(': ');
    return [pair.slice(0, colon), pairValue(pair.slice(colon + 2))];
  });
}

/** `[a, b]`; null where there is no such pair. */
function valuesOf(written: string | undefined): string[] | null {
  const [, inside] = /^\[(.*)\]$/s.exec(written ?? '') ?? [];
  return inside === undefined ? null : splitOutsideQuotes(inside, /, /).map(unquote);
}

function isFlags(content: string): boolean {
  return content.split(', ').every((part) => (NOTE_FLAGS as readonly string[]).includes(part));
}

function parseList(content: string): string[] | null {
  const values = splitOutsideQuotes(content, /, /);
  return values.every((value) => BARE.test(value) || isQuoted(value)) ? values.map(unquote) : null;
}

/** Splits at the separator wherever it does not stand inside a JSON string that began after a separator or `: `. */
function splitOutsideQuotes(content: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let rest = content;
  let taken = '';
  while (rest !== '') {
    const quoted = /^(?:[\w.-]+: )?"[^"\\]*(?:\\.[^"\\]*)*"(?=, |$)/.exec(rest);
    const head = quoted?.[0] ?? '';
    const cut = separator.exec(rest.slice(head.length));
    if (cut === null) {
      taken += rest;
      break;
    }
    parts.push(taken + rest.slice(0, head.length + cut.index));
    rest = rest.slice(head.length + cut.index + cut[0].length);
    taken = '';
  }
  return [...parts, taken];
}

function isQuoted(value: string): boolean {
  return /^"[^"\\]*(?:\\.[^"\\]*)*"$/.test(value);
}

/** Some pages write patterns as code. */
function pairValue(value: string): string {
  const [, code] =
    /^(?:`([^`]+)`|<code>([\s\S]+)<\/code>)$/.exec(value)?.filter((part) => part !== undefined) ?? [];
  return code ?? unquote(value);
}

/** A value in quotes is a JSON string. */
function unquote(value: string): string {
  if (!isQuoted(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}

function quoteListed(value: string): string {
  const isBare = BARE.test(value) && value === value.trim() && !PAIRS_START.test(value) && !isFlags(value);
  return isBare ? value : JSON.stringify(value);
}

function quotePair(value: string): string {
  // Most values: a word, which is read back as it is.
  if (WORD.test(value)) return value;
  const isBare =
    /^[^\s"()](?:[^"()\n]*[^\s"()])?$/.test(value) &&
    !PAIR_BOUNDARY.test(value) &&
    pairValue(value) === value;
  return isBare ? value : JSON.stringify(value);
}
