import {
  CONSTRAINT_KEYS,
  type Constraints,
  type Field,
  type JsonValue,
  type PageMethod,
  type PageParameter,
  type Param,
  resolveSchema,
  type Schemas,
} from '@plumbline/model';
import type { OpenMethod, OpenPage } from './open-page.ts';

/** What is true of a parameter, a body field or a response field. */
export interface Facts extends Constraints {
  readonly type: string;
  readonly format?: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly required: boolean;
  readonly enum?: readonly JsonValue[];
  readonly default?: JsonValue;
}

const BODY_PREFIX = 'data__';

/** A body field's name without the prefix that marks it. */
export function bareName(name: string): string {
  return name.startsWith(BODY_PREFIX) ? name.slice(BODY_PREFIX.length) : name;
}

export function bodyName(name: string): string {
  return `${BODY_PREFIX}${name}`;
}

/** The parameter of a method by the name that a page or the API has for it; header names have no case. */
export function paramOf({ model }: OpenMethod, name: string): Param | null {
  const params = model?.params ?? [];
  return (
    params.find((param) => param.name === name || param.wireName === name) ??
    params.find((param) => param.in === 'header' && param.wireName.toLowerCase() === name.toLowerCase()) ??
    null
  );
}

export function bodyFieldOf({ model }: OpenMethod, name: string): Field | null {
  const fields = model?.body?.fields ?? [];
  return fields.find(({ wireName }) => wireName === name || wireName === bareName(name)) ?? null;
}

/** What the methods that list a name say of it, in the page's order. */
export function factsListed(open: OpenPage, name: string): readonly Facts[] {
  const row = open.page.parameters.find((parameter) => parameter.name.value === name);
  return open.methods.flatMap((method) => {
    if (!lists(method.page, name)) return [];
    const facts = factsOf(open, method, row?.wireName ?? name);
    return facts === null ? [] : [facts];
  });
}

/** What a method says of a name that it has, listed or not. */
export function factsOf({ model }: OpenPage, method: OpenMethod, name: string): Facts | null {
  const param = paramOf(method, name);
  if (param !== null && (param.in !== null || method.model?.operation === null))
    return withConst(param, model.schemas);
  const field = bodyFieldOf(method, name);
  return field === null ? null : fieldFacts(field);
}

export function fieldFacts(field: Field): Facts {
  const { const: only, ...facts } = field;
  return { ...facts, ...(facts.enum === undefined && only !== undefined ? { enum: [only] } : {}) };
}

function withConst(param: Param, schemas: Schemas): Facts {
  const only = param.schema === null ? undefined : resolveSchema(param.schema, schemas).const;
  return param.enum !== undefined || only === undefined ? param : { ...param, enum: [only] };
}

function lists({ required, optional }: PageMethod, name: string): boolean {
  return [...required, ...(optional ?? [])].some((listed) => listed.name.value === name);
}

export function rowOf({ page }: OpenPage, name: string): PageParameter | null {
  return page.parameters.find((row) => row.name.value === name) ?? null;
}

/** A value as a page writes it: strings without quotes, unless they are empty. */
export function valueText(value: JsonValue): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

/** The values of an enum as text; null where it has none but `null`. */
export function allowedValues({ enum: values = [] }: Facts): readonly string[] | null {
  const texts = values.filter((value) => value !== null).map(valueText);
  return texts.length === 0 ? null : texts;
}

/** `string (date-time)`. */
export function typeText({ type, format }: Facts, hasFormats: boolean): string {
  return format === undefined || type === 'any' || !hasFormats ? type : `${type} (${format})`;
}

export function boundsOf(facts: Facts): readonly (readonly [(typeof CONSTRAINT_KEYS)[number], string])[] {
  return CONSTRAINT_KEYS.flatMap((key) => {
    const value = facts[key];
    return value === undefined ? [] : [[key, valueText(value)] as const];
  });
}
