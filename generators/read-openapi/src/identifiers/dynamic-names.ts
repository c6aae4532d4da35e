import { isObject, type JsonObject, type JsonValue } from '@plumbline/model';
import { eachPart, type PartPlace } from '../bundle/parts.ts';
import { valueAt } from '../document/pointer.ts';
import { enclosing, type Identifiers, pointerOf, resourceAt, type SchemaResource } from './identifiers.ts';

/** What a schema says itself. */
interface SpokenOf {
  readonly anchors: ReadonlySet<string>;
  /** The places that its `$ref`s lead to. */
  readonly references: ReadonlySet<string>;
}

/**
 * Answers by what names the schemas from a place on, through their references, refer to `$dynamicAnchor`s (JSON Schema
 * 2020-12 Core section 8.2.3.2): a schema for which there are such names is generic.
 */
export function createDynamicNames(
  document: JsonObject,
  identifiers: Identifiers,
): (pointer: string) => ReadonlySet<string> {
  const generics = new Map<string, ReadonlySet<string>>();
  const spokenOf = new Map<string, SpokenOf>();

  function spokenOfAt(pointer: string): SpokenOf {
    const known = spokenOf.get(pointer);
    if (known !== undefined) return known;
    const own = { anchors: new Set<string>(), references: new Set<string>() };
    const visit = (value: JsonValue, at: PartPlace, outer: SchemaResource): void => {
      const within = at.kind === 'schema' && isObject(value) ? resourceAt(value, outer, identifiers) : outer;
      if (isObject(value)) {
        const { $ref, $dynamicRef } = value;
        if (typeof $dynamicRef === 'string') own.anchors.add($dynamicRef.slice(1));
        const inner = typeof $ref === 'string' ? pointerOf($ref, { document, within, identifiers }) : null;
        if (inner !== null) own.references.add(inner);
      }
      eachPart(value, at, (part, place) => visit(part, place, within));
    };
    visit(valueAt(document, pointer) ?? null, { kind: 'schema', pointer }, enclosing(pointer, identifiers));
    spokenOf.set(pointer, own);
    return own;
  }

  return (pointer) => {
    const known = generics.get(pointer);
    if (known !== undefined) return known;
    const names = new Set<string>();
    const reached = new Set([pointer]);
    // What is added meanwhile is gone through too.
    for (const place of reached) {
      const { anchors, references } = spokenOfAt(place);
      for (const name of generics.get(place) ?? anchors) names.add(name);
      if (!generics.has(place)) for (const reference of references) reached.add(reference);
    }
    generics.set(pointer, names);
    return names;
  };
}
