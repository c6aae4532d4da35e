import { type CompositeSchema, childPointer, type Schema, type SchemaFacts } from '@plumbline/model';
import { reportCrossedLimits } from '../checks/limits.ts';
import { reportEnum, reportSample } from '../checks/sample-value.ts';
import { type Context, originOf } from '../document/context.ts';
import {
  isObjectNode,
  listMember,
  memberOf,
  type Node,
  type ObjectNode,
  reportMalformed,
} from '../document/node.ts';
import { reportUnresolved } from '../document/reference.ts';
import { compositionOf, typesAlone } from './composition.ts';
import { readDiscriminator } from './discriminator-object.ts';
import { readSchemaFacts } from './schema-facts.ts';
import { readArray, readObject } from './schema-shape.ts';
import { hasShape, readTypes, type SchemaTypes, type TypeName } from './schema-types.ts';
import { componentsIn, withUndeclared } from './undeclared-properties.ts';

/**
 * Reads a schema (OpenAPI 3.0.3 section 4.7.24, 3.1.0 section 4.8.24) with all that is nested in it; references stay
 * names. Anything that is no schema is reported, and allows anything. Conditions (`if`, `dependentSchemas`, `not` beside
 * other keywords) are left to validators, which have the document.
 */
export function readSchema(context: Context, node: Node): Schema {
  return withUndeclared(readPart(context, node), context.report);
}

/** Reads a schema that may be a part of another, which may declare what this one requires. */
export function readPart(context: Context, node: Node): Schema {
  if (!isObjectNode(node)) {
    if (typeof node.value !== 'boolean') reportMalformed(context, node, 'schema', 'a schema');
    return { kind: node.value === false ? 'never' : 'any', origin: originOf(context, node) };
  }
  const facts = readSchemaFacts(context, node);
  const reference = node.value.$ref;
  const schema =
    typeof reference === 'string'
      ? readReference(context, node, reference, facts)
      : readInline(context, node, facts, readComposites(context, node));
  reportSamples(context, node, schema);
  reportCrossedLimits(context, node, schema);
  return schema;
}

/**
 * In 3.1 the siblings of a `$ref` count as a further schema. In 3.0 they are without effect; of those only what is
 * told of the value is kept (a description, a default), since that is what their authors mean.
 */
function readReference(context: Context, node: ObjectNode, reference: string, facts: SchemaFacts): Schema {
  const target = context.lookUp(reference);
  if (target.kind !== 'found') {
    reportUnresolved(context, node, reference);
    return { ...facts, kind: 'any' };
  }
  const named = { kind: 'ref', name: context.schemaName(target.pointer) } as const;
  if (!context.siblings) return { ...facts, ...named };
  const composites = readComposites(context, node);
  if (composites.length === 0 && !hasShape(node.value)) return { ...facts, ...named };
  const { origin } = facts;
  return readInline(context, node, facts, [
    { kind: 'allOf', parts: [{ ...named, origin }], origin },
    ...composites,
  ]);
}

function readComposites(context: Context, node: ObjectNode): readonly CompositeSchema[] {
  const composites: CompositeSchema[] = [];
  for (const kind of ['allOf', 'oneOf', 'anyOf'] as const) {
    if (!Object.hasOwn(node.value, kind)) continue;
    const parts = listMember(context, node, kind).map((part) => readAlternative(context, part, kind));
    if (parts.length > 0) composites.push({ kind, parts, origin: originOf(context, node) });
  }
  return composites;
}

/** Where 3.0 knows no `null`, an alternative that says `nullable: true` and no more is written for it. */
function readAlternative(context: Context, part: Node, kind: CompositeSchema['kind']): Schema {
  const isNull = kind !== 'allOf' && isObjectNode(part) && part.value.nullable === true;
  if (isNull && Object.keys(part.value).length === 1)
    return { kind: 'null', origin: originOf(context, part) };
  return readPart(context, part);
}

function readInline(
  context: Context,
  node: ObjectNode,
  facts: SchemaFacts,
  composites: readonly CompositeSchema[],
): Schema {
  const types = readTypes(context, node);
  if (types.isImplied) context.onUntyped(facts.origin);
  if (composites.length > 0) return compose(context, node, { facts, types, composites });
  const [first, ...others] = types.types;
  const own: SchemaFacts = types.nullable ? { ...facts, nullable: true } : facts;
  if (first === undefined) return readUntyped(context, node, own, types.nullable);
  if (others.length === 0) return discriminated(context, node, readTyped(context, node, first, own));
  const { origin } = facts;
  return {
    ...own,
    kind: 'union',
    types: types.types.map((type) => readTyped(context, node, type, { origin })),
  };
}

function readTyped(context: Context, node: ObjectNode, type: TypeName, facts: SchemaFacts): Schema {
  if (type === 'array') return readArray(context, node, facts, readSchema);
  return type === 'object' ? readObject(context, node, facts, readSchema) : { ...facts, kind: type };
}

function readUntyped(context: Context, node: ObjectNode, facts: SchemaFacts, isNull: boolean): Schema {
  if (isNull) {
    const { nullable: _, ...rest } = facts;
    return { ...rest, kind: 'null' };
  }
  const not = memberOf(node, 'not');
  return not === undefined
    ? { ...facts, kind: 'any' }
    : { ...facts, kind: 'not', schema: readSchema(context, not) };
}

/**
 * One composite alone is the schema; with others, or with a shape of its own, the schema is the `allOf` of them. A
 * composite of one part, which authors write to describe a reference, is that part under the outer facts, and the
 * alternative `null` is told by `nullable`.
 */
function compose(
  context: Context,
  node: ObjectNode,
  {
    facts,
    types,
    composites,
  }: { facts: SchemaFacts; types: SchemaTypes; composites: readonly CompositeSchema[] },
): Schema {
  const { origin } = facts;
  let nullable = types.nullable;
  const [onlyType] = types.types.length === 1 ? types.types : [];
  const pieces = composites.map((composite): CompositeSchema => {
    const parts = composite.kind === 'allOf' ? composite.parts : withoutNull(composite.parts);
    nullable ||= parts.length < composite.parts.length;
    return { ...composite, parts: parts.map((part) => typed(part, onlyType)) };
  });
  const outer: SchemaFacts = nullable ? { ...facts, nullable: true } : facts;
  const own = hasShape(node.value) ? readTyped(context, node, onlyType ?? 'object', { origin }) : null;
  context.onComposition(compositionOf(composites, { ...facts, ...(own ?? typesAlone(types, origin)) }));
  const [first, ...others] = pieces;
  if (first !== undefined && others.length === 0 && own === null) {
    const composite = discriminated(context, node, { ...outer, kind: first.kind, parts: first.parts });
    const [only] = first.parts;
    const isWrapper = only !== undefined && first.parts.length === 1 && !('discriminator' in composite);
    if (first.kind === 'allOf' && !isWrapper) noteParts(context, first.parts);
    return isWrapper ? { ...only, ...outer } : composite;
  }
  // What is inherited comes first, so that the schema's own members can narrow it.
  const inherited = pieces.flatMap((piece) => (piece.kind === 'allOf' ? piece.parts : []));
  const choices = pieces.filter((piece) => piece.kind !== 'allOf');
  const parts = [
    ...inherited,
    ...(own === null ? [] : [choices.length > 0 ? own : discriminated(context, node, own)]),
    ...choices.map((piece) => discriminated(context, node, piece)),
  ];
  noteParts(context, parts);
  return { ...outer, kind: 'allOf', parts };
}

function noteParts({ onPart }: Context, parts: readonly Schema[]): void {
  for (const part of parts) for (const component of componentsIn(part)) onPart(component);
}

/** The schema with the discriminator of its node, where that has one. */
function discriminated(context: Context, node: ObjectNode, schema: Schema): Schema {
  const discriminator = readDiscriminator(context, node);
  if (discriminator === null) return schema;
  switch (schema.kind) {
    case 'object':
    case 'allOf':
    case 'oneOf':
    case 'anyOf':
      return { ...schema, discriminator };
    default:
      return schema;
  }
}

/** The alternatives that are not `null`; all of them, where there is no other. */
function withoutNull(alternatives: readonly Schema[]): readonly Schema[] {
  const others = alternatives.filter(({ kind }) => kind !== 'null');
  return others.length > 0 ? others : alternatives;
}

/** An alternative that says nothing of its type has the type that stands beside the alternatives. */
function typed(part: Schema, type: TypeName | undefined): Schema {
  if (type === undefined || type === 'array' || type === 'object' || part.kind !== 'any') return part;
  return { ...part, kind: type };
}

function reportSamples(context: Context, node: ObjectNode, schema: Schema): void {
  const { value, pointer } = node;
  if (schema.enum !== undefined) reportEnum(context, schema, childPointer(pointer, 'enum'));
  for (const role of ['default', 'example'] as const) {
    const sample = Object.hasOwn(value, role) ? value[role] : undefined;
    if (sample !== undefined) {
      reportSample(context, schema, { role, value: sample, pointer: childPointer(pointer, role) });
    }
  }
  if (!Array.isArray(value.examples)) return;
  value.examples.forEach((sample, i) => {
    const at = childPointer(childPointer(pointer, 'examples'), i);
    reportSample(context, schema, { role: 'example', value: sample, pointer: at });
  });
}
