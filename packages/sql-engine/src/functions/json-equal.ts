import { parseJson } from '../json.ts';
import { Misuse } from './misuse.ts';

/** Whether two texts of JSON are the same value, whatever the order of members and however they are written. */
export function isJsonEqual(a: string, b: string): boolean {
  return isSame(jsonOf(a), jsonOf(b));
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    throw new Misuse('json_equal', {
      message: `\`json_equal\` takes JSON, and \`${shown}\` is none.`,
      hint: 'A text stands in double quotes there: \'"text"\'.',
    });
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, i) => isSame(item, b[i]));
  }
  const others = new Map(Object.entries(b));
  const members = Object.entries(a);
  return (
    members.length === others.size &&
    members.every(([name, value]) => others.has(name) && isSame(value, others.get(name)))
  );
}
