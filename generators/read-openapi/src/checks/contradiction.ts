import {
  type CompositeSchema,
  childPointer,
  type ObjectSchema,
  type Property,
  type Schema,
  type Schemas,
  type SpecOrigin,
} from '@plumbline/model';
import { allowsNull, disagreement } from './common-values.ts';

/** Why no value is as two schemas demand. */
export interface Contradiction {
  /** The end of a sentence. */
  readonly problem: string;
  /** One of them allows no members but its own. */
  readonly isClosed: boolean;
  /** What contradicts in the one and in the other. */
  readonly places: readonly [SpecOrigin, SpecOrigin];
}

/** Finds what two schemas contradict one another in; null where some value may satisfy both, as far as is looked. */
export type FindContradiction = (one: Schema, other: Schema) => Contradiction | null;

/** More than people compose a schema of, and more than there is to choose from. */
const MOST = 64;

/**
 * What is looked at: types, enums, formats and limits, members that a closed object does not allow, and the members that both
 * declare, in which no further members are looked at. `isTyped`: a schema allows its kind alone, since it says so by `type`,
 * `enum` or `const`.
 */
export function contradictionsIn(schemas: Schemas, isTyped: (schema: Schema) => boolean): FindContradiction {
  const leaves = new Map<string, readonly Schema[]>();
  const indices = new Map<ObjectSchema, ReadonlyMap<string, Property>>();
  const pairs = new Map<ObjectSchema, Map<ObjectSchema, Contradiction | null>>();

  /** What a schema is made of by references and `allOf`. */
  function leavesOf(schema: Schema): readonly Schema[] {
    if (schema.kind !== 'ref') return collectLeaves(schema, schemas);
    const known = leaves.get(schema.name);
    if (known !== undefined) return known;
    const found = collectLeaves(schema, schemas);
    leaves.set(schema.name, found);
    return found;
  }

  function membersOf(object: ObjectSchema): ReadonlyMap<string, Property> {
    const known = indices.get(object);
    if (known !== undefined) return known;
    const index = new Map(object.properties.map((property) => [property.name, property]));
    indices.set(object, index);
    return index;
  }

  function between(one: Schema, other: Schema, depth: number): Contradiction | null {
    for (const a of leavesOf(one)) {
      for (const b of leavesOf(other)) {
        const found = betweenLeaves(a, b, depth);
        if (found !== null) return found;
      }
    }
    return null;
  }

  function betweenLeaves(a: Schema, b: Schema, depth: number): Contradiction | null {
    if (isChoice(a)) return betweenChoice(a.parts, b, depth);
    if (isChoice(b)) return reversed(betweenChoice(b.parts, a, depth));
    if (allowsNull(a) && allowsNull(b)) return null;
    const found = isTyped(a) && isTyped(b) ? disagreement(a, b) : null;
    if (found !== null) {
      const [one, other] = found.keys;
      return { problem: found.problem, isClosed: false, places: [memberAt(a, one), memberAt(b, other)] };
    }
    return a.kind === 'object' && b.kind === 'object' ? betweenObjects(a, b, depth) : null;
  }

  /** Of alternatives all must contradict the other. */
  function betweenChoice(parts: readonly Schema[], other: Schema, depth: number): Contradiction | null {
    if (depth === 0 || parts.length > MOST) return null;
    let first: Contradiction | null = null;
    for (const part of parts) {
      const found = between(part, other, depth - 1);
      if (found === null) return null;
      first ??= found;
    }
    return first;
  }

  /** Components are held against one another once, in however many schemas they meet. */
  function betweenObjects(a: ObjectSchema, b: ObjectSchema, depth: number): Contradiction | null {
    if (depth === 0) return compareObjects(a, b, depth);
    const known = pairs.get(a)?.get(b);
    if (known !== undefined) return known;
    const found = compareObjects(a, b, depth);
    pairs.set(a, (pairs.get(a) ?? new Map()).set(b, found));
    return found;
  }

  function compareObjects(a: ObjectSchema, b: ObjectSchema, depth: number): Contradiction | null {
    return closedTo(a, b) ?? reversed(closedTo(b, a)) ?? (depth === 0 ? null : betweenMembers(a, b));
  }

  /** The first member that an object has and a closed one does not allow. */
  function closedTo(closed: ObjectSchema, other: ObjectSchema): Contradiction | null {
    if (closed.additionalProperties !== false || closed.patternProperties !== undefined) return null;
    const allowed = membersOf(closed);
    const outside = other.properties.find(
      ({ name, schema }) => !allowed.has(name) && schema.kind !== 'never',
    );
    const required = other.requiredElsewhere?.find((name) => !allowed.has(name));
    const name = outside?.name ?? required;
    if (name === undefined) return null;
    const at = outside?.schema.origin ?? memberAt(other, 'required');
    const problem = `one part has the property \`${name}\`, and another allows none but its own`;
    return { problem, isClosed: true, places: [memberAt(closed, 'additionalProperties'), at] };
  }

  function betweenMembers(a: ObjectSchema, b: ObjectSchema): Contradiction | null {
    const [few, many] = a.properties.length <= b.properties.length ? [a, b] : [b, a];
    const others = membersOf(many);
    for (const { name, schema } of few.properties) {
      const other = others.get(name);
      const found = other === undefined ? null : between(schema, other.schema, 0);
      if (found === null || other === undefined) continue;
      const problem = `of the property \`${name}\` ${found.problem}`;
      const places = [schema.origin, other.schema.origin] as const;
      return few === a ? { ...found, problem, places } : reversed({ ...found, problem, places });
    }
    return null;
  }

  return (one, other) => between(one, other, 1);
}

function reversed(found: Contradiction | null): Contradiction | null {
  if (found === null) return null;
  const [first, second] = found.places;
  return { ...found, places: [second, first] };
}

function memberAt({ origin }: Schema, key: string): SpecOrigin {
  return { file: origin.file, pointer: childPointer(origin.pointer, key) };
}

function collectLeaves(schema: Schema, schemas: Schemas): readonly Schema[] {
  const leaves: Schema[] = [];
  const known = new Set<string>();
  const open = [schema];
  for (let one = open.pop(); one !== undefined && leaves.length < MOST; one = open.pop()) {
    if (one.kind === 'allOf') {
      leaves.push({ ...one, kind: 'any' });
      open.push(...one.parts.toReversed());
    } else if (one.kind !== 'ref') leaves.push(one);
    else if (!known.has(one.name)) {
      known.add(one.name);
      const target = schemas[one.name];
      if (target !== undefined) open.push(target);
    }
  }
  return leaves;
}

function isChoice(schema: Schema): schema is CompositeSchema {
  return schema.kind === 'oneOf' || schema.kind === 'anyOf';
}
