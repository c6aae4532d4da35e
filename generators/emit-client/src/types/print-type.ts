import {
  fieldsOf,
  type Mark,
  type ObjectSchema,
  resolveSchema,
  type Schema,
  type SchemaFacts,
  type Schemas,
  valuesByComponent,
} from '@plumbline/model';
import { type Encoded, join, ts, tsKey } from '@plumbline/render';
import { discriminatingValues } from './discriminating-values.ts';
import { factsDoc } from './facts-doc.ts';
import { literalUnion } from './literal.ts';
import { isHidden, type Side } from './side.ts';
import type { TypePlan, TypeVariant } from './type-plan.ts';
import {
  arrayOf,
  intersectionOf,
  isUnknown,
  primary,
  spaced,
  type TypeText,
  textOf,
  unionOf,
} from './type-text.ts';

type Ts = Encoded<'ts'>;

/** Where a type is printed. */
export interface TypeContext {
  readonly plan: TypePlan;
  readonly side: Side;
  /** The component that is being declared; null below a member or an item, where a type is no longer at once its own. */
  readonly declares: string | null;
  readonly indent: string;
  /** Told of each type that is spoken of, for the imports. */
  readonly onUse: (variant: TypeVariant, name: Ts) => void;
}

/** The type of a schema's values on one side. */
export function printType(schema: Schema, context: TypeContext): TypeText {
  const type = printBare(schema, context);
  return isNullable(schema) ? unionOf([type, primary(ts`null`)]) : type;
}

function printBare(schema: Schema, context: TypeContext): TypeText {
  if (schema.const !== undefined) return literalUnion([schema.const]);
  if (schema.enum !== undefined) return literalUnion(schema.enum);
  switch (schema.kind) {
    case 'ref':
      return printReference(schema.name, context);
    case 'integer':
      return primary(ts`number`);
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'never':
      return primary(ts`${schema.kind as Ts}`);
    case 'array':
      return printArray(schema.items, schema.prefixItems, context);
    case 'object':
      return primary(printMembers(membersOf(schema, context), context.indent));
    case 'allOf': {
      const parts = tellingParts(schema.parts).map((part) => printType(part, context));
      return intersectionOf([...parts, ...printRequired(schema, context)]);
    }
    case 'oneOf':
    case 'anyOf': {
      const { discriminator } = schema;
      const values = valuesByComponent(discriminator?.mapping ?? {}, context.plan.schemas);
      return printUnion(schema.parts, context, (part, inner) => {
        const type = printType(part, inner);
        const mapped = part.kind === 'ref' ? values.get(part.name) : undefined;
        return mapped === undefined || discriminator === undefined
          ? type
          : narrowed([type], part, { propertyName: discriminator.propertyName, mapped }, inner);
      });
    }
    case 'union':
      return printUnion(schema.types, context, printType);
    case 'any':
    case 'not':
      return primary(ts`unknown`);
  }
}

/** A union of which one member is unknown speaks of no other type. */
function printUnion(
  schemas: readonly Schema[],
  context: TypeContext,
  print: (schema: Schema, context: TypeContext) => TypeText,
): TypeText {
  const uses: Parameters<TypeContext['onUse']>[] = [];
  const inner: TypeContext = { ...context, onUse: (...use) => uses.push(use) };
  const union = unionOf(schemas.map((schema) => print(schema, inner)));
  if (!isUnknown(union)) for (const use of uses) context.onUse(...use);
  return union;
}

/** An object without fields, about which no more is said, adds nothing to the other parts of an `allOf`. */
export function tellingParts<T extends Schema>(parts: readonly T[]): readonly T[] {
  const telling = parts.filter(
    (part) => part.kind !== 'object' || part.properties.length > 0 || part.additionalProperties !== undefined,
  );
  return telling.some(({ kind }) => kind !== 'any') ? telling : parts;
}

/** The fact parts of an `allOf`, which have no shape of their own, speak for the whole. */
function isNullable(schema: Schema): boolean {
  if (schema.nullable === true) return true;
  return (
    schema.kind === 'allOf' && schema.parts.some((part) => part.kind === 'any' && part.nullable === true)
  );
}

function printReference(component: string, context: TypeContext): TypeText {
  const { plan, side, declares, onUse } = context;
  const variant = plan.variantOf(component, side);
  const isCircular = declares !== null && plan.circles.has(declares) && plan.circles.has(component);
  if (variant === undefined || isCircular) return primary(ts`unknown`);
  const isBase = declares !== null && plan.polymorphism.bases.has(component);
  const name = isBase && plan.polymorphism.isHeir(declares, component) ? variant.commonName : variant.name;
  onUse(variant, name);
  return primary(name);
}

function printArray(
  items: Schema | null,
  prefixItems: readonly Schema[] | undefined,
  outer: TypeContext,
): TypeText {
  const context = { ...outer, declares: null };
  const item = items === null ? primary(ts`unknown`) : printType(items, context);
  if (prefixItems === undefined) return arrayOf(item);
  const rest = items === null || items.kind === 'never' ? [] : [ts`...${textOf(arrayOf(item))}`];
  const first = prefixItems.map((schema) => textOf(printType(schema, context), context.indent));
  return primary(ts`[${join([...first, ...rest], ', ')}]`);
}

/** A member of an object type, or its index signature. */
export interface Member {
  readonly doc: Ts;
  /** With `?` where it may be missing. */
  readonly key: Ts;
  /** With the blank or the line end that stands before it. */
  readonly type: Ts;
}

/** The members that an object has on this side, and what it may hold besides. */
export function membersOf(schema: ObjectSchema, outer: TypeContext): readonly Member[] {
  const { schemas } = outer.plan;
  const context = { ...outer, declares: null, indent: `${outer.indent}  ` };
  const members = schema.properties
    .filter(({ schema: value }) => !isHidden(value, context.side, schemas))
    .map(({ name, required, schema: value }) => ({
      doc: factsDoc(factsOf(value, schemas), context.indent, outer.plan.linkBase),
      key: required ? tsKey(name) : ts`${tsKey(name)}?`,
      type: spaced(textOf(printType(value, context), context.indent)),
    }));
  const others = printOthers(schema, members.length > 0, context);
  return others === null
    ? members
    : [...members, { doc: ts``, key: ts`[key: string]`, type: spaced(others) }];
}

/** The type of members that have no name in the schema; null: the type does not speak of them. */
function printOthers(schema: ObjectSchema, hasMembers: boolean, context: TypeContext): Ts | null {
  const { additionalProperties: others, patternProperties = [] } = schema;
  const patterned = patternProperties.map(({ schema: value }) => value);
  if (others === undefined && patterned.length === 0) return hasMembers ? null : ts`unknown`;
  if (others === false && patterned.length === 0) return hasMembers ? null : ts`never`;
  // Beside members an index signature must allow theirs.
  if (hasMembers || others === undefined || others === true) return ts`unknown`;
  const values = others === false ? patterned : [...patterned, others];
  return textOf(unionOf(values.map((value) => printType(value, context))), context.indent);
}

export function printMembers(members: readonly Member[], indent: string): Ts {
  const [only] = members;
  if (members.length === 1 && only?.key === '[key: string]') return ts`{ ${only.key}:${only.type} }`;
  const lines = members.map(({ doc, key, type }) => ts`${doc}${indent as Ts}  ${key}:${type};\n`);
  return ts`{\n${join(lines, '')}${indent as Ts}}`;
}

/** A part of an `allOf` may require a field that another part declares. */
function printRequired(schema: Schema, outer: TypeContext): readonly TypeText[] {
  const names = new Set(requiredElsewhere(schema));
  if (names.size === 0) return [];
  const { schemas } = outer.plan;
  const context = { ...outer, declares: null };
  const members = fieldsOf(schema, schemas)
    .filter(({ name, schema: value }) => names.has(name) && !isHidden(value, context.side, schemas))
    .map(
      ({ name, schema: value }) => ts`${tsKey(name)}: ${textOf(printType(value, context), context.indent)}`,
    );
  return members.length === 0 ? [] : [primary(ts`{ ${join(members, '; ')} }`)];
}

function requiredElsewhere(schema: Schema): readonly string[] {
  if (schema.kind === 'object') return schema.requiredElsewhere ?? [];
  return schema.kind === 'allOf' ? schema.parts.flatMap(requiredElsewhere) : [];
}

/** The types together, with the discriminator's property narrowed to the values that stand for the schema. */
export function narrowed(
  types: readonly TypeText[],
  schema: Schema,
  mark: Pick<Mark, 'propertyName' | 'mapped'>,
  context: TypeContext,
): TypeText {
  const member = markMember(schema, mark, context);
  return intersectionOf(member === null ? types : [...types, primary(ts`{ ${member.key}:${member.type} }`)]);
}

/** The member that tells a schema from its siblings; null where none is needed. */
export function markMember(
  schema: Schema,
  { propertyName, mapped }: Pick<Mark, 'propertyName' | 'mapped'>,
  { plan: { schemas }, side }: TypeContext,
): Member | null {
  const values = discriminatingValues({ schema, propertyName, mapped, side, schemas });
  if (values === null) return null;
  return { doc: ts``, key: tsKey(propertyName), type: spaced(textOf(literalUnion(values))) };
}

/** What a schema says besides its shape; the fact parts of an `allOf` count. */
export function factsOf(schema: Schema, schemas: Schemas): SchemaFacts {
  const resolved = resolveSchema(schema, schemas);
  if (resolved.kind !== 'allOf') return resolved;
  const { description, deprecated, default: value } = resolved;
  const parts = resolved.parts.filter((part) => part.kind === 'any');
  const facts = {
    description: description ?? parts.find((part) => part.description !== undefined)?.description,
    default: value ?? parts.find((part) => part.default !== undefined)?.default,
    deprecated: deprecated ?? parts.find((part) => part.deprecated === true)?.deprecated,
  };
  const given = Object.entries(facts).filter(([, fact]) => fact !== undefined);
  return { ...resolved, ...Object.fromEntries(given) };
}
