import { byCodeUnit, type Dictionary } from './dictionary.ts';
import type { Schema, Schemas } from './spec/schema.ts';

/**
 * Components whose discriminator maps values to other components, without listing those as `oneOf` or `anyOf`: a
 * reference to such a base means any of them (OpenAPI 3.1 section 4.8.25.4).
 */
export interface Polymorphism {
  readonly bases: ReadonlyMap<string, PolymorphicBase>;
  /** `heir` is made of `base` by `allOf`, at some remove: there the base stands for its own fields alone. */
  readonly isHeir: (heir: string, base: string) => boolean;
  /** What the heirs that no other is made of are told by: their own types say so. */
  readonly marks: ReadonlyMap<string, Mark>;
}

export interface PolymorphicBase {
  readonly propertyName: string;
  /** The components that values are mapped to, each with its values; the base itself may be among them. */
  readonly mapped: ReadonlyMap<string, readonly string[]>;
  /** The mapped components that reach the base by `allOf`, and what stands between them and the base. */
  readonly lineage: ReadonlySet<string>;
  /** All components that reach the base by `allOf`, mapped or not. */
  readonly heirs: ReadonlySet<string>;
}

/** The values of a discriminator's property that stand for a component. */
export interface Mark {
  readonly base: string;
  readonly propertyName: string;
  readonly mapped: readonly string[];
}

export function findPolymorphism(schemas: Schemas): Polymorphism {
  const bases = new Map<string, PolymorphicBase>();
  const marks = new Map<string, Mark>();
  const heirsOf = heirFinder(schemas);
  for (const [name, schema] of Object.entries(schemas).sort(([a], [b]) => byCodeUnit(a, b))) {
    const base = baseOf(name, schema, { schemas, heirsOf });
    if (base === null) continue;
    bases.set(name, base);
    const { propertyName, lineage } = base;
    const inner = new Set([...lineage].flatMap((one) => partNames(schemas[one])));
    for (const [heir, mapped] of base.mapped) {
      const isLeaf = lineage.has(heir) && !inner.has(heir) && !marks.has(heir);
      if (isLeaf) marks.set(heir, { base: name, propertyName, mapped });
    }
  }
  for (const base of bases.keys()) marks.delete(base);
  return { bases, isHeir: (heir, base) => bases.get(base)?.lineage.has(heir) === true, marks };
}

function baseOf(
  name: string,
  schema: Schema,
  {
    schemas,
    heirsOf,
  }: { readonly schemas: Schemas; readonly heirsOf: (base: string) => ReadonlySet<string> },
): PolymorphicBase | null {
  if ((schema.kind !== 'object' && schema.kind !== 'allOf') || schema.discriminator === undefined)
    return null;
  const { propertyName, mapping } = schema.discriminator;
  const mapped = valuesByComponent(mapping, schemas);
  const heirs = [...mapped.keys()].filter((heir) => heir !== name);
  return heirs.length === 0
    ? null
    : {
        propertyName,
        mapped,
        lineage: lineageOf(name, [...mapped.keys()], schemas),
        heirs: heirsOf(name),
      };
}

/** A mapping turned round: component → its values, sorted. Components that do not exist are left out. */
export function valuesByComponent(
  mapping: Dictionary<string>,
  schemas: Schemas,
): ReadonlyMap<string, readonly string[]> {
  const entries = Object.entries(mapping)
    .filter(([, component]) => schemas[component] !== undefined)
    .sort(([a], [b]) => byCodeUnit(a, b));
  const values = new Map<string, string[]>();
  for (const [value, component] of entries) {
    const own = values.get(component);
    if (own === undefined) values.set(component, [value]);
    else own.push(value);
  }
  return values;
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

/** Finds the components that are made of one by `allOf`, at some remove. */
function heirFinder(schemas: Schemas): (base: string) => ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas))
    for (const part of partNames(schema)) {
      const known = children.get(part);
      if (known === undefined) children.set(part, [name]);
      else known.push(name);
    }
  return (base) => {
    const found = new Set([base]);
    for (const name of found) for (const child of children.get(name) ?? []) found.add(child);
    // What only refers to the base means it.
    return new Set([...found].filter((name) => name !== base && schemas[name]?.kind === 'allOf'));
  };
}

function partNames(schema: Schema | undefined): readonly string[] {
  if (schema?.kind === 'ref') return [schema.name];
  return schema?.kind === 'allOf' ? schema.parts.flatMap(partNames) : [];
}
