import type { ApiDocument } from '../document/document.ts';
import { referencePointer } from '../document/pointer.ts';
import { isObject, type JsonValue, list, member, members, textAt } from '../json.ts';
import { declarationsOf } from './access.ts';

/** What a discriminator decides (OpenAPI 3.1 section 4.8.25): by the value of a property, the schema that holds. */
export interface Switch {
  readonly property: string;
  /** Value → the pointer of the schema. */
  readonly cases: readonly (readonly [string, string])[];
}

/**
 * The `oneOf` or `anyOf` of a schema as a switch; null where it has no discriminator, a part that has no name, or parts
 * that go by the same value. A variant that says itself what the property may be goes by that, where the mapping or its
 * name says something that it does not allow.
 */
export function switchOfVariants(
  schema: JsonValue,
  keyword: 'oneOf' | 'anyOf',
  document: ApiDocument,
): Switch | null {
  const property = textAt(member(schema, 'discriminator'), 'propertyName');
  const parts = list(member(schema, keyword)).map((part) => pointerOf(textAt(part, '$ref')));
  if (property === undefined || parts.length === 0 || parts.includes(null)) return null;
  const cases = new Map<string, string>();
  const named = new Set<string>();
  for (const [value, pointer] of mappingOf(schema)) {
    const own = ownValues(pointer, property, document);
    if (own.length > 0 && !own.includes(value)) continue;
    cases.set(value, pointer);
    named.add(pointer);
  }
  for (const pointer of parts) {
    if (pointer === null || named.has(pointer)) continue;
    named.add(pointer);
    // A part that the mapping does not name goes by the component's own name.
    const name = componentName(pointer);
    const own = ownValues(pointer, property, document);
    const free = (own.length === 0 || own.includes(name) ? [name] : own).filter((value) => !cases.has(value));
    if (free.length === 0) return null;
    for (const value of free) cases.set(value, pointer);
  }
  return { property, cases: [...cases] };
}

/** The texts that alone a variant allows its discriminator to be; none: it says nothing of them. */
function ownValues(pointer: string, property: string, document: ApiDocument): readonly string[] {
  const variant = document.follow({ $ref: `#${pointer}` });
  const declared = isObject(variant) ? declarationsOf(property, [variant], document) : [];
  const choices = declared.flatMap((part) => {
    const followed = document.follow(part);
    const constant = member(followed, 'const');
    return constant === undefined ? list(member(followed, 'enum')) : [constant];
  });
  return choices.filter((value) => typeof value === 'string');
}

/** The mapping of a base schema, on which the mapped ones build by `allOf`; null where it has none, or variants of its own. */
export function switchOfBase(schema: JsonValue): Switch | null {
  const property = textAt(member(schema, 'discriminator'), 'propertyName');
  const hasVariants = member(schema, 'oneOf') !== undefined || member(schema, 'anyOf') !== undefined;
  if (property === undefined || hasVariants) return null;
  const cases = mappingOf(schema);
  return cases.length === 0 ? null : { property, cases };
}

/** Pointers of the schemas that lie between a base and its variants, these included: there the base is only a part. */
export function descendantsOf(base: string, { cases }: Switch, document: ApiDocument): ReadonlySet<string> {
  const found = new Set<string>();
  const known = new Map<string, boolean>();
  const climbs = (pointer: string): boolean => {
    if (pointer === base) return true;
    const before = known.get(pointer);
    if (before !== undefined) return before;
    known.set(pointer, false);
    const reaches = partsOf(document.follow({ $ref: `#${pointer}` }))
      .map(climbs)
      .includes(true);
    known.set(pointer, reaches);
    if (reaches) found.add(pointer);
    return reaches;
  };
  for (const [, pointer] of cases) climbs(pointer);
  return found;
}

/** What a schema builds on: the references of its `allOf`, and of those within. */
function partsOf(schema: JsonValue | undefined): readonly string[] {
  return list(member(schema, 'allOf')).flatMap((part) => {
    const pointer = pointerOf(textAt(part, '$ref'));
    return pointer === null ? (isObject(part) ? partsOf(part) : []) : [pointer];
  });
}

function mappingOf(schema: JsonValue): readonly (readonly [string, string])[] {
  return members(member(member(schema, 'discriminator'), 'mapping')).flatMap(([value, target]) => {
    if (typeof target !== 'string') return [];
    const isName = /^[\w.-]+$/.test(target);
    const pointer = isName ? `/components/schemas/${target}` : pointerOf(target);
    return pointer === null ? [] : [[value, pointer] as const];
  });
}

function pointerOf(reference: string | undefined): string | null {
  return reference === undefined ? null : referencePointer(reference);
}

function componentName(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
