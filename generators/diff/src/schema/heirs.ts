import { byCodeUnit, findPolymorphism, type RefSchema, type Schemas } from '@plumbline/model';

/**
 * What a reference to a component can stand for, where that is the base of others: the base itself and those that its
 * discriminator maps values to, without a `oneOf` or `anyOf` that lists them (OpenAPI 3.1 section 4.8.25.4). Nothing: it
 * is made of a base, and stands for itself. Null: no base has to do with it.
 */
export type Heirs = (name: string) => readonly RefSchema[] | null;

export function createHeirs(schemas: Schemas): Heirs {
  const { bases, isHeir } = findPolymorphism(schemas);
  const refs = new Map(
    [...bases].flatMap(([name, { mapped }]) => {
      const origin = schemas[name]?.origin;
      if (origin === undefined) return [];
      const heirs = [...mapped.keys()].filter((heir) => heir !== name).sort(byCodeUnit);
      return [[name, [name, ...heirs].map((one) => ({ kind: 'ref' as const, name: one, origin }))] as const];
    }),
  );
  return (name) => {
    const seen = new Set<string>();
    let at = name;
    // A component that is nothing but a reference is what that refers to.
    while (!seen.has(at)) {
      const own = refs.get(at);
      if (own !== undefined) return at !== name && isHeir(name, at) ? [] : own;
      seen.add(at);
      const schema = schemas[at];
      if (schema?.kind === 'ref') at = schema.name;
    }
    return null;
  };
}
