import type { JsonMember } from '../tree/statement.ts';

/**
 * The members of the topmost object of a JSON text in which templates may stand bare: `{ "port": {{ port }} }`.
 * Where the text is no such thing, the members up to there.
 *
 * @param raw the content of an SQL string as written, with its quotes doubled
 * @param offset where it stands; negative for a text that stands nowhere
 */
export function jsonMembers(raw: string, offset: number): JsonMember[] {
  const members: JsonMember[] = [];
  const span = (start: number, end: number) =>
    offset < 0 ? { start: -1, end: -1 } : { start: offset + start, end: offset + end };
  let at = skipBlanks(raw, 0);
  if (raw.charAt(at) !== '{' || raw.startsWith('{{', at)) return members;
  while (raw.charAt(at) === (members.length === 0 ? '{' : ',')) {
    const key = skipBlanks(raw, at + 1);
    const keyEnd = skipString(raw, key);
    const colon = skipBlanks(raw, keyEnd);
    if (raw.charAt(key) !== '"' || raw.charAt(colon) !== ':') break;
    const value = skipBlanks(raw, colon + 1);
    at = skipValue(raw, value);
    const text = raw.slice(value, at).trimEnd();
    members.push({
      kind: 'json-member',
      name: undouble(raw.slice(key + 1, keyEnd - 1)),
      value: { text: undouble(text), ...span(value, value + text.length) },
      ...span(key + 1, keyEnd - 1),
    });
  }
  return members;
}

function undouble(text: string): string {
  return text.replaceAll("''", "'");
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

/** The offset after the JSON string that starts here (RFC 8259, section 7). */
function skipString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

/** The offset of the comma or brace behind the value that starts here. */
function skipValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') {
      at = skipString(text, at);
      continue;
    }
    if (text.startsWith('{{', at)) {
      const close = text.indexOf('}}', at);
      if (close === -1) return text.length;
      at = close + 2;
      continue;
    }
    if (depth === 0 && (char === ',' || char === '}')) return at;
    if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    at += 1;
  }
  return at;
}
