import { type CompositeSchema, childPointer, type Schema, type SpecOrigin } from '@plumbline/model';
import type { Composition } from '../document/context.ts';
import type { SchemaTypes } from './schema-types.ts';

/** All that the values of a composed schema must satisfy: what it says itself stands between what it inherits and its choices. */
export function compositionOf(composites: readonly CompositeSchema[], own: Schema): Composition {
  const inherited = composites.flatMap(({ kind, parts }) => (kind === 'allOf' ? parts : []));
  const choices = composites.flatMap((composite) => {
    const { kind, origin } = composite;
    const place = { file: origin.file, pointer: childPointer(origin.pointer, kind) };
    return kind === 'allOf' ? [] : [{ ...composite, origin: place }];
  });
  return { origin: own.origin, parts: [...inherited, own, ...choices] };
}

/** What the types of a schema demand where they stand beside others alone, without a shape. */
export function typesAlone({ types, nullable }: SchemaTypes, origin: SpecOrigin): Schema {
  if (types.length === 0) return { kind: 'any', origin };
  const alone = types.map((type): Schema => {
    if (type === 'object') return { kind: type, properties: [], origin };
    return type === 'array' ? { kind: type, items: null, origin } : { kind: type, origin };
  });
  return { kind: 'union', types: alone, ...(nullable && { nullable }), origin };
}
