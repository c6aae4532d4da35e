import { byCodeUnit, type RefSchema, type Schema, type Schemas } from '@plumbline/model';

/**
 * What a reference to each base can stand for: the base itself and the components that its discriminator maps values
 * to, where no `oneOf` or `anyOf` lists them (OpenAPI 3.1 section 4.8.25.4).
 */
export function heirsByBase(schemas: Schemas): ReadonlyMap<string, readonly RefSchema[]> {
  return new Map(
    Object.entries(schemas).flatMap(([base, schema]) => {
      const heirs = heirNames(schema).filter((name) => name !== base && schemas[name] !== undefined);
      const origin = schema.origin;
      const refs = [base, ...heirs].map((name): RefSchema => ({ kind: 'ref', name, origin }));
      return heirs.length === 0 ? [] : [[base, refs] as const];
    }),
  );
}

function heirNames(schema: Schema): readonly string[] {
  if (schema.kind !== 'object' && schema.kind !== 'allOf') return [];
  return [...new Set(Object.values(schema.discriminator?.mapping ?? {}))].sort(byCodeUnit);
}
