import { type Polymorphism, type Schema, type Schemas, valuesByComponent } from '@plumbline/model';
import { groupBy } from '../group-by.ts';

/**
 * The components that are made of themselves at once, not by way of a member or an item (`a: { $ref: b }` and
 * `b: { $ref: a }`), and those made of such: TypeScript has no type for them, and nothing satisfies them.
 */
export function findCircles(schemas: Schemas, polymorphism: Polymorphism): ReadonlySet<string> {
  const madeOf = new Map(Object.keys(schemas).map((name) => [name, partsOf(name, schemas, polymorphism)]));
  const pairs = [...madeOf].flatMap(([name, parts]) => [...parts].map((part) => ({ name, part })));
  const makes = groupBy(pairs, ({ part }) => part);
  // What is made of nothing is sound; taking it away makes more such. What stays is made of itself.
  const sound = [...madeOf].flatMap(([name, parts]) => (parts.size === 0 ? [name] : []));
  for (const name of sound) {
    for (const { name: whole } of makes.get(name) ?? []) {
      const parts = madeOf.get(whole);
      if (parts?.delete(name) && parts.size === 0) sound.push(whole);
    }
  }
  return new Set([...madeOf].flatMap(([name, parts]) => (parts.size === 0 ? [] : [name])));
}

function partsOf(name: string, schemas: Schemas, { bases, isHeir }: Polymorphism): Set<string> {
  const schema = schemas[name];
  const parts = new Set(schema === undefined ? [] : immediateReferencesOf(schema));
  for (const part of parts) {
    if (schemas[part] === undefined || (bases.has(part) && isHeir(name, part))) parts.delete(part);
  }
  if (bases.has(name) && schema !== undefined && 'discriminator' in schema) {
    const heirs = valuesByComponent(schema.discriminator?.mapping ?? {}, schemas);
    for (const heir of heirs.keys()) if (heir !== name) parts.add(heir);
  }
  return parts;
}

/** The component names that the type of a schema is at once. */
function* immediateReferencesOf(schema: Schema): Generator<string> {
  if (schema.kind === 'ref') yield schema.name;
  else if ('parts' in schema) for (const part of schema.parts) yield* immediateReferencesOf(part);
  else if (schema.kind === 'union') for (const type of schema.types) yield* immediateReferencesOf(type);
}
