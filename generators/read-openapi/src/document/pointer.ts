import { decodePercents, type JsonObject, type JsonValue, member, pointerTokens } from '@plumbline/model';

/** What a `$ref`'s text points at, within one document. */
export type Target =
  | { readonly kind: 'found'; readonly value: JsonValue; readonly pointer: string }
  | { readonly kind: 'nothing' };

/** Looks up a URI reference with a JSON Pointer fragment (RFC 6901 section 6). */
export function lookUp(document: JsonObject, reference: string): Target {
  return reference.startsWith('#') ? lookUpFragment(document, reference.slice(1)) : NOTHING;
}

/** Looks up what stands behind the `#`. */
export function lookUpFragment(document: JsonValue, encoded: string): Target {
  const pointer = decodePercents(encoded);
  if (pointer !== '' && !pointer.startsWith('/')) return NOTHING;
  const value = valueAt(document, pointer);
  return value === undefined ? NOTHING : { kind: 'found', value, pointer };
}

const NOTHING: Target = { kind: 'nothing' };

/** The value at a JSON Pointer (RFC 6901 section 4); undefined where there is none. */
export function valueAt(document: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const token of pointerTokens(pointer)) {
    value = Array.isArray(value) ? value[arrayIndex(token)] : member(value, token);
    if (value === undefined) return undefined;
  }
  return value;
}

/** RFC 6901 section 4: no sign, no leading zero; anything else is no index. */
function arrayIndex(token: string): number {
  return /^(?:0|[1-9]\d*)$/.test(token) ? Number(token) : -1;
}
