import { type JsonValue, member } from '../json.ts';

/** The pointer of a child: `pointer` extended by one reference token, escaped as RFC 6901 section 3 says. */
export function childPointer(pointer: string, token: string | number): string {
  return `${pointer}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The reference tokens of a pointer, unescaped (RFC 6901 section 4). */
export function pointerTokens(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value that a JSON Pointer (RFC 6901) names; undefined where there is none. */
export function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  let current: JsonValue | undefined = root;
  for (const token of pointerTokens(pointer)) {
    current = Array.isArray(current)
      ? /^(?:0|[1-9]\d*)$/.test(token)
        ? current[Number(token)]
        : undefined
      : member(current, token);
  }
  return current;
}

/** A copy of `root` with the value at a pointer replaced, or left out (`undefined`); `root` itself where its place is not there. */
export function withValueAt(root: JsonValue, pointer: string, value: JsonValue | undefined): JsonValue {
  return replaced(root, pointerTokens(pointer), value) ?? null;
}

function replaced(
  current: JsonValue | undefined,
  [token, ...rest]: readonly string[],
  value: JsonValue | undefined,
): JsonValue | undefined {
  if (token === undefined) return value;
  if (Array.isArray(current)) {
    const index = Number(token);
    // Each in a list of its own, since an item may be a list.
    return current.flatMap((item: JsonValue, i) => {
      const changed = i === index ? replaced(item, rest, value) : item;
      return changed === undefined ? [] : [changed];
    });
  }
  if (typeof current !== 'object' || current === null) return current;
  const others = Object.entries(current).filter(([key]) => key !== token);
  const changed = replaced(member(current, token), rest, value);
  return Object.fromEntries(changed === undefined ? others : [...others, [token, changed]]);
}

/** The pointer within the document that a `$ref` means; null for one into another document. */
export function referencePointer(reference: string): string | null {
  if (!reference.startsWith('#')) return null;
  const pointer = decoded(reference.slice(1));
  return pointer === '' || pointer.startsWith('/') ? pointer : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
