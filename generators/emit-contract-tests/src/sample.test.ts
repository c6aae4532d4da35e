import type { JsonObject } from '@plumbline/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';
import { asJson, Binary, sampleOf } from './sample.ts';

const schemas: JsonObject = {
  Node: {
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'integer' },
      children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
    },
  },
  Cat: {
    type: 'object',
    required: ['kind', 'purrs'],
    properties: { kind: { type: 'string' }, purrs: { type: 'boolean' } },
  },
  Dog: {
    type: 'object',
    required: ['kind', 'barks'],
    properties: { kind: { type: 'string' }, barks: { type: 'boolean' } },
  },
};
Object.assign(schemas, {
  Animal: {
    type: 'object',
    properties: { kind: { type: 'string' } },
    discriminator: { propertyName: 'kind', mapping: { bird: '#/components/schemas/Bird' } },
  },
  Bird: {
    allOf: [{ $ref: '#/components/schemas/Animal' }],
    required: ['wings'],
    properties: { wings: { type: 'integer' } },
  },
});
const document = readDocument({ components: { schemas } });
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

const given: [string, JsonObject][] = [
  ['a string', { type: 'string' }],
  ['a short string', { type: 'string', maxLength: 3 }],
  ['a long string', { type: 'string', minLength: 80 }],
  ['a pattern with an example', { type: 'string', pattern: '^00u[0-9a-z]{3}$', example: '00uabc' }],
  ['a pattern without', { type: 'string', pattern: '^[a-z]+$', minLength: 2 }],
  ['an example that does not obey', { type: 'string', pattern: '^[0-9]{1,4}$', example: 'x' }],
  ['a date', { type: 'string', format: 'date-time' }],
  ['an address', { type: 'string', format: 'uri' }],
  ['an integer', { type: 'integer', minimum: 5, maximum: 9 }],
  ['an integer above a bound', { type: 'integer', exclusiveMinimum: 5 }],
  ['a multiple', { type: 'integer', multipleOf: 10, minimum: 15 }],
  ['an integer below zero', { type: 'integer', maximum: -3 }],
  ['a default', { type: 'integer', default: 20, minimum: 1, maximum: 200 }],
  ['an enum', { type: 'string', enum: ['a', 'b'] }],
  ['a nullable enum', { type: ['string', 'null'], enum: [null, 'b'] }],
  ['a constant', { const: { a: 1 } }],
  ['types', { type: ['null', 'integer'] }],
  ['a list', { type: 'array', items: { type: 'boolean' }, minItems: 2 }],
  [
    'a list of different ones',
    { type: 'array', items: { enum: ['a', 'b', 'c'] }, minItems: 2, uniqueItems: true },
  ],
  ['a map', { type: 'object', additionalProperties: { type: 'string' } }],
  ['recursion', { $ref: '#/components/schemas/Node' }],
  [
    'allOf',
    {
      allOf: [
        { $ref: '#/components/schemas/Node' },
        { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      ],
    },
  ],
  ['a required name of a sibling', { allOf: [{ $ref: '#/components/schemas/Cat' }], required: ['purrs'] }],
  [
    'a discriminated variant',
    {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
    },
  ],
  ['null or something', { anyOf: [{ type: 'null' }, { type: 'integer' }] }],
];

describe.each(['required', 'full'] as const)('a %s sample', (extent) => {
  it.each(given)('of %s validates', (_name, schema) => {
    const sample = sampleOf(schema, 'name', document, { side: 'request', extent });
    const value = asJson(sample ?? null);
    const validate = ajv.compile({ ...schema, components: { schemas } });
    validate(value);
    expect({ value, errors: validate.errors }).toEqual({ value, errors: null });
  });
});

describe('a sample', () => {
  const object: JsonObject = {
    type: 'object',
    required: ['id', 'password'],
    properties: {
      id: { type: 'integer', readOnly: true },
      password: { type: 'string', writeOnly: true, maxLength: 1 },
      size: { type: 'integer' },
    },
  };

  it('to send has nothing read-only', () => {
    expect(sampleOf(object, 'x', document, { side: 'request', extent: 'full' })).toEqual({
      password: 'p',
      size: 1,
    });
  });

  it('to answer has nothing write-only', () => {
    expect(sampleOf(object, 'x', document, { side: 'response', extent: 'full' })).toEqual({ id: 1, size: 1 });
  });

  it('of what is required has nothing else', () => {
    expect(sampleOf(object, 'x', document, { side: 'request', extent: 'required' })).toEqual({
      password: 'p',
    });
  });

  it('of a base schema is the first variant that its discriminator maps', () => {
    const animal = sampleOf({ $ref: '#/components/schemas/Animal' }, 'x', document, {
      side: 'request',
      extent: 'required',
    });
    expect(animal).toEqual({ kind: 'bird', wings: 1 });
  });

  it('of bytes is bytes', () => {
    expect(
      sampleOf({ type: 'string', format: 'binary' }, 'file', document, { side: 'request', extent: 'full' }),
    ).toBeInstanceOf(Binary);
  });

  const a = { $ref: '#/components/schemas/A' };
  const withA = (A: JsonObject) => readDocument({ components: { schemas: { A } } });

  it('of a schema that requires itself, twice over, there is none', () => {
    const endless = withA({ type: 'object', required: ['a', 'b'], properties: { a, b: a } });
    expect(sampleOf(a, 'x', endless, { side: 'request', extent: 'full' })).toBeUndefined();
  });

  it('of a schema that requires a list of itself ends', () => {
    const tree = withA({ type: 'object', required: ['a'], properties: { a: { type: 'array', items: a } } });
    expect(JSON.stringify(sampleOf(a, 'x', tree, { side: 'request', extent: 'full' }))).toMatch(
      /^(\{"a":\[)+(\]\})+$/,
    );
  });

  it('has what every object inherits, for TypeScript takes it for the optional property', () => {
    const schema: JsonObject = { type: 'object', properties: { constructor: { const: 1 }, other: {} } };
    expect(sampleOf(schema, 'x', document, { side: 'request', extent: 'required' })).toEqual({
      constructor: 1,
    });
  });

  it('keeps a property named __proto__', () => {
    const schema = JSON.parse(
      '{ "type": "object", "required": ["__proto__"], "properties": { "__proto__": { "type": "integer" } } }',
    );
    expect(
      Object.keys(sampleOf(schema, 'x', document, { side: 'request', extent: 'full' }) as object),
    ).toEqual(['__proto__']);
  });

  it('of a dangling reference is a text', () => {
    expect(sampleOf({ $ref: '#/nowhere' }, 'x', document, { side: 'request', extent: 'full' })).toEqual(
      expect.any(String),
    );
  });
});
