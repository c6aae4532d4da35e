import { byCodeUnit, type RefSchema, type Schema, type Schemas } from '@plumbline/model';

/**
 * What a reference to a component can stand for, where that is the base of others: the base itself and those that its
 * discriminator maps values to, without a `oneOf` or `anyOf` that lists them (OpenAPI 3.1 section 4.8.25.4). Nothing: it
 * is made of a base, and stands for itself. Null: no base has to do with it.
 */
export type Heirs = (name: string) => readonly RefSchema[] | null;

interface Base {
  readonly refs: readonly RefSchema[];
  /** The heirs, and what stands between them and the base. */
  readonly lineage: ReadonlySet<string>;
}

export function createHeirs(schemas: Schemas): Heirs {
  const bases = new Map(
    Object.entries(schemas).flatMap(([name, schema]) => {
      const base = baseOf(name, schema, schemas);
      return base === null ? [] : [[name, base] as const];
    }),
  );
  return (name) => {
    const seen = new Set<string>();
    let at = name;
    // A component that is nothing but a reference is what that refers to.
    while (!seen.has(at)) {
      const base = bases.get(at);
      if (base !== undefined) return at !== name && base.lineage.has(name) ? [] : base.refs;
      seen.add(at);
      const schema = schemas[at];
      if (schema?.kind === 'ref') at = schema.name;
    }
    return null;
  };
}

function baseOf(name: string, schema: Schema, schemas: Schemas): Base | null {
  if (schema.kind !== 'object' && schema.kind !== 'allOf') return null;
  const mapped = [...new Set(Object.values(schema.discriminator?.mapping ?? {}))].sort(byCodeUnit);
  const heirs = mapped.filter((heir) => heir !== name && schemas[heir] !== undefined);
  if (heirs.length === 0) return null;
  const { origin } = schema;
  return {
    refs: [name, ...heirs].map((one) => ({ kind: 'ref', name: one, origin })),
    lineage: lineageOf(name, heirs, schemas),
  };
}

function lineageOf(base: string, heirs: readonly string[], schemas: Schemas): ReadonlySet<string> {
  const reaches = new Map<string, boolean>();
  const visit = (name: string): boolean => {
    if (name === base) return true;
    const known = reaches.get(name);
    if (known !== undefined) return known;
    // Said before it is known, so that a circle ends.
    reaches.set(name, false);
    const found = partNames(schemas[name]).map(visit).includes(true);
    reaches.set(name, found);
    return found;
  };
  heirs.forEach(visit);
  return new Set([...reaches].flatMap(([name, found]) => (found ? [name] : [])));
}

function partNames(schema: Schema | undefined): readonly string[] {
  if (schema?.kind === 'ref') return [schema.name];
  return schema?.kind === 'allOf' ? schema.parts.flatMap(partNames) : [];
}
