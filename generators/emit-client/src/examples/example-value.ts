import {
  fieldsOf,
  isObject,
  type JsonValue,
  type ObjectSchema,
  type Schema,
  type SchemaField,
  valuesByComponent,
} from '@plumbline/model';
import { discriminatingValues } from '../types/discriminating-values.ts';
import { tellingParts } from '../types/print-type.ts';
import { isHidden, type Side } from '../types/side.ts';
import type { SchemaPlan } from '../types/type-plan.ts';
import { isScalarKind, scalarExample } from './scalar-example.ts';
import { tellingMembers } from './telling-members.ts';

/** What an example is made for. */
export interface ExampleContext {
  readonly plan: SchemaPlan;
  readonly side: Side;
  /** Of the parameter or field. */
  readonly name: string;
  /** The component that the value is at once of; null below a member or an item. */
  readonly declares: string | null;
  /** The components that the value is inside of: one that needs itself has no value. */
  readonly inside: readonly string[];
  /** The members of an object that need not be there, of which so many are shown. */
  readonly optional: number;
  /** How many members other parts of the same object must have. */
  readonly beside?: number;
  /** How many more values may be made: components that need each other would multiply. */
  readonly budget: { left: number };
}

/** Deeper, a value tells nothing more. */
const DEEPEST = 12;

/**
 * A value that the type of a schema has, as {@link printType} prints it: what it must have, from the document's own
 * examples, defaults and enums where they are of the type, else from formats and bounds. Undefined where there is none.
 */
export function exampleValue(schema: Schema, context: ExampleContext): JsonValue | undefined {
  context.budget.left -= 1;
  if (context.budget.left < 0) return undefined;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return oneOfEnum(schema, schema.enum);
  const { kind } = schema;
  if (isScalarKind(kind)) return scalarExample(kind, schema, context.name);
  switch (kind) {
    case 'ref':
      return ofComponent(schema.name, context);
    case 'array':
      return ofArray(schema, context);
    case 'object':
      return ofObject(schema, fieldsOf(schema, context.plan.schemas), context);
    case 'allOf':
      return ofAll(schema, schema.parts, context);
    case 'oneOf':
    case 'anyOf':
      return ofOne(schema.parts, schema.discriminator, context);
    case 'union':
      return first(schema.types.filter(isTelling), (type) => exampleValue(type, context));
    case 'any':
    case 'not':
      return schema.examples?.[0] ?? {};
    case 'null':
      return null;
    default:
      return undefined;
  }
}

function isTelling({ kind }: Schema): boolean {
  return kind !== 'null';
}

function first<A, B>(all: readonly A[], find: (one: A) => B | undefined): B | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function oneOfEnum({ examples = [], default: fallback }: Schema, values: readonly JsonValue[]) {
  const given = [...examples, ...(fallback === undefined ? [] : [fallback])];
  return given.find((value) => value !== null && values.includes(value)) ?? values.find((v) => v !== null);
}

function ofComponent(component: string, context: ExampleContext): JsonValue | undefined {
  const { plan, inside, declares } = context;
  const schema = plan.schemas[component];
  if (schema === undefined || plan.circles.has(component)) return {};
  const { bases, marks, isHeir } = plan.polymorphism;
  const isAny = bases.has(component) && (declares === null || !isHeir(declares, component));
  const key = isAny ? `any ${component}` : component;
  if (inside.includes(key) || inside.length > DEEPEST) return undefined;
  const within = { ...context, declares: component, inside: [...inside, key] };
  if (isAny && 'discriminator' in schema && schema.discriminator !== undefined) {
    const { propertyName, mapping } = schema.discriminator;
    const heirs = [...valuesByComponent(mapping, plan.schemas)].filter(([heir]) => heir !== component);
    return first(heirs, ([heir, mapped]) => {
      const own = exampleValue({ kind: 'ref', name: heir, origin: schema.origin }, within);
      const base = isHeir(heir, component) ? {} : exampleValue(schema, within);
      if (own === undefined || base === undefined) return undefined;
      return told({ ...objectOf(base), ...objectOf(own) }, heir, { propertyName, mapped }, context);
    });
  }
  const value = exampleValue(schema, within);
  const mark = marks.get(component);
  return mark === undefined || value === undefined ? value : told(value, component, mark, context);
}

/** The value with the discriminator's property that tells its component. */
function told(
  value: JsonValue,
  component: string,
  { propertyName, mapped }: { readonly propertyName: string; readonly mapped: readonly string[] },
  { plan: { schemas }, side }: ExampleContext,
): JsonValue {
  const schema = schemas[component];
  if (schema === undefined || !isObject(value)) return value;
  const [only] = discriminatingValues({ schema, propertyName, mapped, side, schemas }) ?? [];
  return only === undefined ? value : withMember(value, propertyName, only);
}

function withMember(value: JsonValue, key: string, member: JsonValue): JsonValue {
  return Object.fromEntries([
    ...Object.entries(objectOf(value)).filter(([own]) => own !== key),
    [key, member],
  ]);
}

function objectOf(value: JsonValue | undefined) {
  return isObject(value) ? value : {};
}

function ofArray(schema: Schema & { readonly kind: 'array' }, outer: ExampleContext): JsonValue | undefined {
  const context = { ...outer, declares: null, beside: 0 };
  const { items, prefixItems = [] } = schema;
  const leading = prefixItems.map((item) => exampleValue(item, context));
  if (leading.includes(undefined)) return undefined;
  if (prefixItems.length > 0) return leading.flatMap((item) => (item === undefined ? [] : [item]));
  const item = items === null ? undefined : exampleValue(items, context);
  return item === undefined ? [] : [item];
}

/** What must be there; and so much of what may be, where nothing must. */
function ofObject(
  schema: Schema,
  fields: readonly SchemaField[],
  context: ExampleContext,
): JsonValue | undefined {
  const { schemas } = context.plan;
  const elsewhere = new Set(requiredElsewhere(schema));
  const shown = fields.filter((field) => !isHidden(field.schema, context.side, schemas));
  const needed = shown.filter(({ name, required }) => required || elsewhere.has(name));
  const members = needed.map((field) => [field.name, ofField(field, context)] as const);
  if (members.some(([, value]) => value === undefined)) return undefined;
  const others = shown.filter((field) => !needed.includes(field));
  const count = Math.min(
    context.optional,
    (schema.maxProperties ?? Number.POSITIVE_INFINITY) - needed.length,
  );
  const known = needed.length + (context.beside ?? 0);
  const more = tellingMembers(others, { needed: known, count, schemas })
    .map((field) => [field.name, ofField(field, { ...context, optional: context.optional - 1 })] as const)
    .filter(([, value]) => !isEmpty(value));
  const all = [...members, ...more].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return Object.fromEntries(all);
}

/** What nobody would send who need not. */
function isEmpty(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

function ofField({ name, schema }: SchemaField, context: ExampleContext): JsonValue | undefined {
  return exampleValue(schema, { ...context, name, declares: null, beside: 0 });
}

function requiredElsewhere(schema: Schema): readonly string[] {
  if (schema.kind === 'object') return (schema as ObjectSchema).requiredElsewhere ?? [];
  return schema.kind === 'allOf' ? schema.parts.flatMap(requiredElsewhere) : [];
}

/** Of objects all members together, each as the part that comes last has it; of anything else the first part. */
function ofAll(schema: Schema, parts: readonly Schema[], context: ExampleContext): JsonValue | undefined {
  const telling = tellingParts(parts).filter(({ kind }) => kind !== 'any');
  const beside = telling.length < 2 || context.optional === 0 ? 0 : neededBeside(schema, context);
  const values = telling.map((part) => exampleValue(part, { ...context, beside }));
  if (values.length === 0 || values.includes(undefined)) return values.length === 0 ? {} : undefined;
  if (!values.every(isObject)) return values[0];
  const merged = Object.fromEntries(values.flatMap((value) => Object.entries(value)));
  const missing = requiredElsewhere(schema).filter((name) => !Object.hasOwn(merged, name));
  const fields = fieldsOf(schema, context.plan.schemas).filter(({ name }) => missing.includes(name));
  const others = ofObject(
    { ...schema, kind: 'any' },
    fields.map((field) => ({ ...field, required: true })),
    context,
  );
  return others === undefined ? undefined : { ...merged, ...objectOf(others) };
}

/** How many members an object of several parts must have. */
function neededBeside(schema: Schema, { plan: { schemas }, beside = 0 }: ExampleContext): number {
  return Math.max(beside, fieldsOf(schema, schemas).filter(({ required }) => required).length);
}

function ofOne(
  parts: readonly Schema[],
  discriminator: ObjectSchema['discriminator'],
  context: ExampleContext,
): JsonValue | undefined {
  const mapped = valuesByComponent(discriminator?.mapping ?? {}, context.plan.schemas);
  return first(parts.filter(isTelling), (part) => {
    const value = exampleValue(part, context);
    const values = part.kind === 'ref' ? mapped.get(part.name) : undefined;
    if (value === undefined || values === undefined || discriminator === undefined || part.kind !== 'ref')
      return value;
    return told(value, part.name, { propertyName: discriminator.propertyName, mapped: values }, context);
  });
}
