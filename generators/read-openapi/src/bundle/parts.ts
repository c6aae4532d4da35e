import { childPointer, isObject, type JsonObject, type JsonValue } from '@plumbline/model';
import { mapEntries } from '../document/map-entries.ts';
import { type Kind, memberOfKind } from './grammar.ts';

/** What a part of a document should be, and where it stands. */
export interface PartPlace {
  readonly kind: Kind;
  readonly pointer: string;
}

type Change = (part: JsonValue, at: PartPlace) => JsonValue;

/** An object of the grammar with each part of it changed; the object itself where none is. */
export function mapParts(object: JsonObject, { kind, pointer }: PartPlace, change: Change): JsonObject {
  return mapEntries(object, (key, value) => {
    const held = memberOfKind(kind, key);
    if (held === null) return value;
    const inner = childPointer(pointer, key);
    if (!held.named || !isObject(value)) return change(value, { kind: held.kind, pointer: inner });
    return mapEntries(value, (name, part) =>
      change(part, { kind: held.kind, pointer: childPointer(inner, name) }),
    );
  });
}

/** A list of parts of one kind with each changed; the list itself where none is. */
export function mapItems(
  list: readonly JsonValue[],
  { kind, pointer }: PartPlace,
  change: Change,
): readonly JsonValue[] {
  const items = list.map((item, i) => change(item, { kind, pointer: childPointer(pointer, i) }));
  return items.every((item, i) => item === list[i]) ? list : items;
}

/** Shows each part of an object of the grammar, or each item of a list of such, in order. */
export function eachPart(
  value: JsonValue,
  { kind, pointer }: PartPlace,
  show: (part: JsonValue, at: PartPlace) => void,
): void {
  if (Array.isArray(value)) {
    value.forEach((item: JsonValue, i) => {
      show(item, { kind, pointer: childPointer(pointer, i) });
    });
  }
  if (!isObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    const held = memberOfKind(kind, key);
    if (held === null) continue;
    const inner = childPointer(pointer, key);
    if (!held.named || !isObject(member)) show(member, { kind: held.kind, pointer: inner });
    else {
      for (const [name, part] of Object.entries(member)) {
        show(part, { kind: held.kind, pointer: childPointer(inner, name) });
      }
    }
  }
}
