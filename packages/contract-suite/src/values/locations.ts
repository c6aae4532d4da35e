import {
  type ApiDocument,
  childPointer,
  type Flat,
  flatten,
  isCheckedName,
  isObject,
  type JsonValue,
} from '@plumbline/contract-server';

/** A place in a value, with everything that its schemas say of it together. */
export interface Location {
  readonly pointer: string;
  readonly value: JsonValue;
  readonly flat: Flat;
  /** Whether a variant of a choice lies on the way: another may allow what this one does not. */
  readonly isChoice: boolean;
}

/** Deeper places of a value are not looked at. */
const MAX_DEPTH = 3;

/** The places of a value that its schema describes: itself, its members, the first item of each list. */
export function locationsOf(
  schema: JsonValue | undefined,
  value: JsonValue,
  document: ApiDocument,
): readonly Location[] {
  const found: Location[] = [];
  const visit = (
    schemas: readonly JsonValue[],
    part: JsonValue,
    pointer: string,
    within: boolean,
    depth: number,
  ): void => {
    let isChoice = within;
    const flat = flatten(schemas, document, (count) => {
      isChoice ||= count > 0;
      return 0;
    });
    found.push({ pointer, value: part, flat, isChoice });
    if (depth >= MAX_DEPTH) return;
    if (Array.isArray(part)) {
      const [first] = part;
      if (first !== undefined && flat.items.length > 0)
        visit(flat.items, first, childPointer(pointer, 0), isChoice, depth + 1);
    } else if (isObject(part)) {
      for (const [name, member] of Object.entries(part)) {
        if (!isCheckedName(name)) continue;
        const declared = flat.properties.get(name);
        if (declared !== undefined) visit(declared, member, childPointer(pointer, name), isChoice, depth + 1);
      }
    }
  };
  visit([schema ?? true], value, '', false, 0);
  return found;
}
