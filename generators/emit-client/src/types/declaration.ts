import { fieldsOf, type ObjectSchema, resolveSchema, type Schema, valuesByComponent } from '@plumbline/model';
import { type Encoded, join, ts, tsKey } from '@plumbline/render';
import { factsDoc } from './facts-doc.ts';
import { type InterfaceFields, schemaFields } from './interface-fields.ts';
import { literalUnion } from './literal.ts';
import {
  factsOf,
  type Member,
  markMember,
  membersOf,
  narrowed,
  printType,
  type TypeContext,
  tellingParts,
} from './print-type.ts';
import type { TypePlan, TypeVariant } from './type-plan.ts';
import { intersectionOf, primary, spaced, type TypeText, textOf, unionOf } from './type-text.ts';

type Ts = Encoded<'ts'>;

/** An exported type as a template writes it: an interface, or an alias. */
export interface Declaration {
  readonly doc: Ts;
  readonly name: Ts;
  readonly isInterface: boolean;
  /** ` extends A, B`, or nothing. */
  readonly heritage: Ts;
  readonly members: readonly Member[];
  /** The type of an alias, with the blank or the line end that stands before it; empty for an interface. */
  readonly type: Ts;
}

/** Declares a component's type; a polymorphic base is two: its own fields, and any of those built on it. */
export function declare(
  variant: TypeVariant,
  { plan, interfaceFields, onUse }: DeclareOptions,
): readonly Declaration[] {
  const { component, side, name, commonName } = variant;
  const schema = plan.schemas[component];
  if (schema === undefined) return [];
  const context: TypeContext = { plan, side, declares: component, indent: '', onUse };
  const doc = factsDoc(factsOf(schema, plan.schemas), '', plan.linkBase);
  if (!plan.polymorphism.bases.has(component))
    return [declareSchema(schema, { doc, name, context, interfaceFields })];
  return [
    declareSchema(schema, { doc: ts``, name: commonName, context, interfaceFields }),
    alias(printAnyHeir(variant, schema, context), { doc, name }),
  ];
}

export interface DeclareOptions {
  readonly plan: TypePlan;
  readonly interfaceFields: InterfaceFields;
  readonly onUse: TypeContext['onUse'];
}

interface Named {
  readonly doc: Ts;
  readonly name: Ts;
}

function declareSchema(
  schema: Schema,
  {
    doc,
    name,
    context,
    interfaceFields,
  }: Named & { readonly context: TypeContext; readonly interfaceFields: InterfaceFields },
): Declaration {
  const component = context.declares ?? '';
  const mark = context.plan.polymorphism.marks.get(component);
  const marking = mark === undefined ? null : markMember(schema, mark, context);
  const parts = tellingParts(partsOf(schema).filter(({ kind }) => kind !== 'any'));
  const own = parts.flatMap((part) => (part.kind === 'object' ? [part] : []));
  // A member that is declared here already would be declared twice.
  const isMarkedTwice =
    marking !== null &&
    own.some(({ properties }) => properties.some((property) => property.name === mark?.propertyName));
  if (!canBeInterface(schema, component, interfaceFields) || isMarkedTwice) {
    const type = printType(schema, context);
    return alias(mark === undefined ? type : narrowed([type], schema, mark, context), { doc, name });
  }
  const bases = parts.flatMap((part) => (part.kind === 'ref' ? [textOf(printType(part, context))] : []));
  const members = [
    ...(marking === null ? [] : [marking]),
    ...own.flatMap((part) => membersOf(part, context)),
  ];
  const heritage = bases.length === 0 ? ts`` : ts` extends ${join(bases, ', ')}`;
  return { doc, name, isInterface: true, heritage, members, type: ts`` };
}

function canBeInterface(schema: Schema, component: string, interfaceFields: InterfaceFields): boolean {
  if (schema.kind === 'object') return schemaIsPlain(schema);
  const isMade = schema.kind === 'allOf' && partsOf(schema).some(({ kind }) => kind !== 'any');
  return isMade && schemaFields(schema, component, interfaceFields) !== null;
}

export function alias(type: TypeText, { doc, name }: Named): Declaration {
  return { doc, name, isInterface: false, heritage: ts``, members: [], type: spaced(textOf(type)) };
}

function schemaIsPlain(schema: ObjectSchema): boolean {
  return schema.nullable !== true && schema.enum === undefined && schema.const === undefined;
}

function partsOf(schema: Schema): readonly Schema[] {
  return schema.kind === 'allOf' ? schema.parts.flatMap(partsOf) : [schema];
}

/** Any of the components that a base's discriminator names, each told from the others by its values. */
function printAnyHeir({ component, commonName }: TypeVariant, base: Schema, context: TypeContext): TypeText {
  const { schemas } = context.plan;
  const discriminator = 'discriminator' in base ? base.discriminator : undefined;
  if (discriminator === undefined) return primary(commonName);
  const { propertyName, mapping } = discriminator;
  const own = primary(commonName);
  const members = [...valuesByComponent(mapping, schemas)].map(([heir, mapped]) => {
    if (heir === component) return narrowed([own], base, { propertyName, mapped }, context);
    const schema: Schema = { kind: 'ref', name: heir, origin: base.origin };
    const type = printType(schema, context);
    const { isHeir, marks } = context.plan.polymorphism;
    if (marks.get(heir)?.base === component) return type;
    return narrowed(
      isHeir(heir, component) ? [type] : [own, type],
      schema,
      { propertyName, mapped },
      context,
    );
  });
  const others = unmappedValues(base, propertyName, mapping, context);
  return unionOf(others === null ? members : [...members, intersectionOf([own, others])]);
}

/** What remains of the base itself: its discriminator's values that no component stands for. */
function unmappedValues(
  base: Schema,
  propertyName: string,
  mapping: { readonly [value: string]: string },
  { plan: { schemas } }: TypeContext,
): TypeText | null {
  const property = fieldsOf(base, schemas).find(({ name }) => name === propertyName);
  const values = property === undefined ? undefined : resolveSchema(property.schema, schemas).enum;
  const others = values?.filter((value) => typeof value === 'string' && mapping[value] === undefined) ?? [];
  return others.length === 0
    ? null
    : primary(ts`{ ${tsKey(propertyName)}: ${textOf(literalUnion(others))} }`);
}
