import { type JsonObject, type JsonValue, member, pointerTokens } from '@plumbline/model';

/** What a `$ref`'s text points at, within one document. */
export type Target =
  | { readonly kind: 'found'; readonly value: JsonValue; readonly pointer: string }
  /** It points into this document, where nothing is. */
  | { readonly kind: 'nothing' }
  /** It points into another document. */
  | { readonly kind: 'external' };

/** Looks up a URI reference with a JSON Pointer fragment (RFC 6901 section 6). */
export function lookUp(document: JsonObject, reference: string): Target {
  if (!reference.startsWith('#')) return { kind: 'external' };
  const fragment = decodeFragment(reference.slice(1));
  if (fragment !== '' && !fragment.startsWith('/')) return { kind: 'nothing' };
  const value = valueAt(document, fragment);
  if (value === undefined) return { kind: 'nothing' };
  return { kind: 'found', value, pointer: fragment };
}

/** The value at a JSON Pointer (RFC 6901 section 4); undefined where there is none. */
export function valueAt(document: JsonObject, pointer: string): JsonValue | undefined {
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

/** Percent-decoded; as it stands where it is badly encoded. */
function decodeFragment(fragment: string): string {
  if (!fragment.includes('%')) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
