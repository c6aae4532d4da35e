import { toJson } from '@plumbline/client-runtime';
import { printable } from '../report/printable.ts';

/** A value as text, as it is. NULL has none. Throws a RangeError for an object that is nested too deeply. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'object' ? toJson(value) : String(value);
}

/** A value on one line of a terminal, which it cannot drive. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return printable(textOf(value).replaceAll(/\r\n|[\r\n]/g, '↵'));
}

// JSON leaves them as they are; terminals and editors take some of them for commands.
const UNSAFE = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A value as JSON, integers of any size as they are, that no terminal takes for a command. */
export function jsonText(value: unknown): string {
  const plain = value instanceof Uint8Array ? textOf(value) : value;
  return (toJson(plain) ?? 'null').replaceAll(
    UNSAFE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A field of CSV (RFC 4180 section 2): quoted where it must be, an empty string always, so that NULL is told from it. What
 * a spreadsheet takes for a formula stays what it is: the file is data.
 */
export function csvText(value: unknown): string {
  const text = textOf(value);
  const isQuoted = text === '' ? typeof value === 'string' : /[",\r\n]|^\s|\s$/.test(text);
  return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}
