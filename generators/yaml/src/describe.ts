import type { JsonValue } from '@plumbline/model';

/** The kind of a value, as the end of a sentence. */
export function describe(value: JsonValue): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a sequence';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? 'a string' : typeof value === 'number' ? 'a number' : String(value);
}
