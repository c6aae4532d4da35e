import { isObject, type JsonValue, pointerTokens } from '@plumbline/model';

/** A change of a JSON document at a JSON Pointer (RFC 6901). */
export type JsonEdit =
  | { readonly do: 'set'; readonly pointer: string; readonly value: JsonValue }
  | { readonly do: 'remove'; readonly pointer: string }
  /** The member keeps its place among the others. */
  | { readonly do: 'rename'; readonly pointer: string; readonly to: string };

/** The document with all edits made, one after the other. What an edit does not find, it leaves. */
export function editJson(root: JsonValue, edits: readonly JsonEdit[]): JsonValue {
  return edits.reduce((value, edit) => edited(value, pointerTokens(edit.pointer), edit), root);
}

function edited(value: JsonValue, [token, ...rest]: readonly string[], edit: JsonEdit): JsonValue {
  if (token === undefined) return edit.do === 'set' ? edit.value : value;
  if (Array.isArray(value)) return editedItems(value, token, rest, edit);
  if (!isObject(value)) return value;
  const isLast = rest.length === 0;
  const entries = Object.entries(value).flatMap(([key, own]): [string, JsonValue][] => {
    if (key !== token) return [[key, own]];
    if (isLast && edit.do === 'remove') return [];
    if (isLast && edit.do === 'rename') return [[edit.to, own]];
    return [[key, edited(own, rest, edit)]];
  });
  if (isLast && edit.do === 'set' && !Object.hasOwn(value, token)) entries.push([token, edit.value]);
  return Object.fromEntries(entries);
}

function editedItems(
  items: readonly JsonValue[],
  token: string,
  rest: readonly string[],
  edit: JsonEdit,
): readonly JsonValue[] {
  const at = token === '-' ? items.length : Number(token);
  if (rest.length > 0) return items.map((item, i) => (i === at ? edited(item, rest, edit) : item));
  if (edit.do === 'remove') return items.filter((_, i) => i !== at);
  if (edit.do === 'rename') return items;
  return at < items.length ? items.map((item, i) => (i === at ? edit.value : item)) : [...items, edit.value];
}
