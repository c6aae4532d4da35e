import type { ObjectSchema, Schema } from '../spec/schema.ts';

/** Schemas as a test writes them, all from one place of one spec. */
export const origin = { file: 'openapi.yaml', pointer: '' };

export function text(facts: Partial<Schema> = {}): Schema {
  return { kind: 'string', origin, ...facts } as Schema;
}

export function any(facts: Partial<Schema> = {}): Schema {
  return { kind: 'any', origin, ...facts } as Schema;
}

export const integer: Schema = { kind: 'integer', origin };

export function object(
  properties: { readonly [name: string]: Schema },
  required: readonly string[] = [],
): ObjectSchema {
  return {
    kind: 'object',
    origin,
    properties: Object.entries(properties).map(([name, schema]) => ({
      name,
      required: required.includes(name),
      schema,
    })),
  };
}

export function ref(name: string): Schema {
  return { kind: 'ref', origin, name };
}

export function allOf(...parts: readonly Schema[]): Schema {
  return { kind: 'allOf', origin, parts };
}

export function oneOf(...parts: readonly Schema[]): Schema {
  return { kind: 'oneOf', origin, parts };
}
