import { byCodeUnit, type Dictionary, type Schema, type Schemas } from '@plumbline/model';
import { groupBy } from '../group-by.ts';

/**
 * Components whose discriminator maps values to other components, without listing those as `oneOf` or `anyOf`: a
 * reference to such a base means any of them (OpenAPI 3.1 section 4.8.25.4).
 */
export interface Polymorphism {
  readonly bases: ReadonlySet<string>;
  /** `heir` is made of `base` by `allOf`, at some remove: there the base stands for its own fields alone. */
  readonly isHeir: (heir: string, base: string) => boolean;
  /** What the heirs that no other is made of are told by: their own types say so. */
  readonly marks: ReadonlyMap<string, Mark>;
}

/** The values of a discriminator's property that stand for a component. */
export interface Mark {
  readonly base: string;
  readonly propertyName: string;
  readonly mapped: readonly string[];
}

export function findPolymorphism(schemas: Schemas): Polymorphism {
  const lineages = new Map<string, ReadonlySet<string>>();
  const marks = new Map<string, Mark>();
  for (const [base, schema] of Object.entries(schemas).sort(([a], [b]) => byCodeUnit(a, b))) {
    if ((schema.kind !== 'object' && schema.kind !== 'allOf') || schema.discriminator === undefined) continue;
    const { propertyName, mapping } = schema.discriminator;
    const heirs = valuesByComponent(mapping, schemas);
    if (![...heirs.keys()].some((heir) => heir !== base)) continue;
    const lineage = lineageOf(base, [...heirs.keys()], schemas);
    lineages.set(base, lineage);
    const inner = new Set([...lineage].flatMap((name) => partNames(schemas[name])));
    for (const [heir, mapped] of heirs) {
      const isLeaf = lineage.has(heir) && !inner.has(heir) && !marks.has(heir);
      if (isLeaf) marks.set(heir, { base, propertyName, mapped });
    }
  }
  for (const base of lineages.keys()) marks.delete(base);
  return {
    bases: new Set(lineages.keys()),
    isHeir: (heir, base) => lineages.get(base)?.has(heir) === true,
    marks,
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
  const groups = groupBy(entries, ([, component]) => component);
  return new Map([...groups].map(([component, own]) => [component, own.map(([value]) => value)]));
}

/** The components that reach the base by `allOf`, among the heirs and what stands between them and the base. */
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
