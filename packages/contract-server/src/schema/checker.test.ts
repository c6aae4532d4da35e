import { describe, expect, it } from 'vitest';
import { openDocument } from '../document/document.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { createChecker } from './checker.ts';
import type { Purpose } from './convert.ts';

interface Given {
  readonly schema: JsonValue;
  readonly value: unknown;
  readonly openapi?: string;
  readonly schemas?: JsonObject;
  readonly purpose?: Purpose;
  readonly readOnly?: 'ignore' | 'refuse';
}

function faultsOf({
  schema,
  value,
  openapi = '3.0.3',
  schemas = {},
  purpose = 'request',
  readOnly = 'ignore',
}: Given) {
  const document = openDocument({ openapi, paths: {}, components: { schemas } });
  return createChecker({ document, purpose, readOnly, all: true })(schema)(value).map(
    ({ pointer, keyword }) => `${pointer} ${keyword}`,
  );
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const Pet = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { type: 'string' } },
  discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: 'Dog' } },
};
const Cat = {
  allOf: [ref('Pet'), { type: 'object', required: ['lives'], properties: { lives: { type: 'integer' } } }],
};
const Dog = { allOf: [ref('Pet'), { type: 'object', properties: { bark: { type: 'string' } } }] };
const Node = { type: 'object', properties: { next: ref('Node'), size: { type: 'integer' } } };
const secret = {
  type: 'object',
  required: ['id', 'password'],
  properties: { id: { type: 'string', readOnly: true }, password: { type: 'string', writeOnly: true } },
};

const cases: [string, { given: Given; want: readonly string[] }][] = [
  [
    '3.0: an exclusive bound is a flag',
    {
      given: { schema: { type: 'integer', minimum: 1, exclusiveMinimum: true }, value: 1 },
      want: [' exclusiveMinimum'],
    },
  ],
  [
    '3.1: an exclusive bound that is a flag is malformed, and meant',
    {
      given: {
        schema: { type: 'integer', minimum: 1, exclusiveMinimum: true },
        value: 1,
        openapi: '3.1.0',
      },
      want: [' exclusiveMinimum'],
    },
  ],
  [
    '3.1: an exclusive bound is a number',
    { given: { schema: { exclusiveMinimum: 1 }, value: 1, openapi: '3.1.0' }, want: [' exclusiveMinimum'] },
  ],
  [
    '3.0: nullable allows null',
    { given: { schema: { type: 'string', nullable: true }, value: null }, want: [] },
  ],
  [
    '3.0: nullable allows null beside an enum',
    { given: { schema: { type: 'string', nullable: true, enum: ['a'] }, value: null }, want: [] },
  ],
  [
    '3.0: nullable allows null of a composed schema',
    { given: { schema: { nullable: true, allOf: [{ type: 'string' }] }, value: null }, want: [] },
  ],
  [
    '3.1: nullable says nothing',
    { given: { schema: { type: 'string', nullable: true }, value: null, openapi: '3.1.0' }, want: [' type'] },
  ],
  [
    '3.0: what stands beside a $ref says nothing',
    {
      given: { schema: { ...ref('A'), maxLength: 1 }, value: 'ab', schemas: { A: { type: 'string' } } },
      want: [],
    },
  ],
  [
    '3.1: what stands beside a $ref holds',
    {
      given: {
        schema: { ...ref('A'), maxLength: 1 },
        value: 'ab',
        schemas: { A: { type: 'string' } },
        openapi: '3.1.0',
      },
      want: [' maxLength'],
    },
  ],
  [
    'a missing member is named by where it should stand',
    { given: { schema: { required: ['a/b'] }, value: {} }, want: ['/a~1b required'] },
  ],
  [
    'a surplus member is named',
    {
      given: { schema: { additionalProperties: false }, value: { x: 1 } },
      want: ['/x additionalProperties'],
    },
  ],
  [
    'an inherited name is not there',
    { given: { schema: { required: ['constructor'] }, value: {} }, want: ['/constructor required'] },
  ],
  [
    'a schema that contains itself',
    {
      given: { schema: ref('Node'), value: { next: { next: { size: 'a' } } }, schemas: { Node } },
      want: ['/next/next/size type'],
    },
  ],
  [
    'a property that is named $ref',
    {
      given: { schema: { properties: { $ref: { type: 'integer' } } }, value: { $ref: 'a' } },
      want: ['/$ref type'],
    },
  ],
  [
    'a discriminator decides which variant holds',
    {
      given: { schema: ref('Pet'), value: { kind: 'cat' }, schemas: { Pet, Cat, Dog } },
      want: ['/lives required'],
    },
  ],
  [
    'a value of the base that the mapping does not name',
    { given: { schema: ref('Pet'), value: { kind: 'fish' }, schemas: { Pet, Cat, Dog } }, want: [] },
  ],
  [
    'oneOf with a discriminator: the value must be named',
    {
      given: {
        schema: { oneOf: [ref('A'), ref('B')], discriminator: { propertyName: 't' } },
        value: { t: 'C' },
        schemas: { A: {}, B: {} },
      },
      want: ['/t discriminator'],
    },
  ],
  [
    'oneOf with a discriminator: components go by their names',
    {
      given: {
        schema: { oneOf: [ref('A'), ref('B')], discriminator: { propertyName: 't' } },
        value: { t: 'B' },
        schemas: { A: {}, B: { required: ['x'] } },
      },
      want: ['/x required'],
    },
  ],
  [
    'oneOf with a discriminator: a variant goes by what it says of the property itself',
    {
      given: {
        schema: { oneOf: [ref('A'), ref('B')], discriminator: { propertyName: 't' } },
        value: { t: 'b' },
        schemas: {
          A: { properties: { t: { enum: ['a'] } } },
          B: { allOf: [{ properties: { t: { const: 'b' } } }, { required: ['x'] }] },
        },
      },
      want: ['/x required'],
    },
  ],
  [
    'oneOf with a discriminator: a mapping that the variant forbids leads nowhere',
    {
      given: {
        schema: {
          oneOf: [ref('A'), ref('B')],
          discriminator: { propertyName: 't', mapping: { AN_A: 'A', b: 'B' } },
        },
        value: { t: 'a' },
        schemas: { A: { properties: { t: { enum: ['a'] } }, required: ['x'] }, B: {} },
      },
      want: ['/x required'],
    },
  ],
  [
    'oneOf with a discriminator that tells nothing apart: any variant',
    {
      given: {
        schema: { oneOf: [ref('A'), ref('B')], discriminator: { propertyName: 't' } },
        value: { t: 'x', b: 1 },
        schemas: {
          A: { properties: { t: { enum: ['x'] } }, required: ['a'] },
          B: { properties: { t: { enum: ['x'] } }, required: ['b'] },
        },
      },
      want: [],
    },
  ],
  [
    'oneOf: the branch that comes nearest tells',
    {
      given: {
        schema: { oneOf: [{ type: 'string' }, { type: 'object', properties: { a: { type: 'integer' } } }] },
        value: { a: 'x' },
      },
      want: ['/a type'],
    },
  ],
  [
    'oneOf: variants that overlap are let pass',
    { given: { schema: { oneOf: [{}, {}] }, value: 1 }, want: [] },
  ],
  [
    'unevaluatedProperties sees the parts beside it',
    {
      given: {
        schema: { allOf: [ref('A')], unevaluatedProperties: false },
        value: { a: 1, b: 1 },
        schemas: { A: { properties: { a: {} } } },
        openapi: '3.1.0',
      },
      want: ['/b unevaluatedProperties'],
    },
  ],
  [
    'readOnly is neither required nor looked at in a request',
    { given: { schema: secret, value: { id: 1, password: 'a' } }, want: [] },
  ],
  [
    'readOnly can be refused',
    {
      given: { schema: secret, value: { id: '1', password: 'a' }, readOnly: 'refuse' },
      want: ['/id readOnly'],
    },
  ],
  [
    'readOnly is meant beside a reference too, which 3.0 lets be without effect',
    {
      given: {
        schema: { properties: { kind: { ...ref('Kind'), readOnly: true } } },
        schemas: { Kind: { type: 'string' } },
        value: { kind: 'a' },
        readOnly: 'refuse',
      },
      want: ['/kind readOnly'],
    },
  ],
  [
    'writeOnly is refused in an answer',
    {
      given: { schema: secret, value: { id: '1', password: 'a' }, purpose: 'response' },
      want: ['/password writeOnly'],
    },
  ],
  [
    'readOnly of another part is not required either',
    {
      given: {
        schema: { allOf: [{ properties: { id: { readOnly: true } } }, { required: ['id'] }] },
        value: {},
      },
      want: [],
    },
  ],
  [
    'a pattern of another dialect',
    { given: { schema: { type: 'string', pattern: '(?i)^abc$' }, value: 'ABD' }, want: [' pattern'] },
  ],
  [
    'a pattern that nobody can read refuses nothing',
    { given: { schema: { type: 'string', pattern: '(' }, value: 'a' }, want: [] },
  ],
  [
    'a format that nobody knows refuses nothing',
    { given: { schema: { type: 'string', format: 'opaque' }, value: 'a' }, want: [] },
  ],
  [
    'a format',
    { given: { schema: { type: 'string', format: 'date-time' }, value: 'yesterday' }, want: [' format'] },
  ],
  [
    'keywords that are not well-formed say nothing',
    { given: { schema: { type: 'text', required: true, enum: [], minLength: -1 }, value: 1 }, want: [] },
  ],
  ['a reference that leads nowhere allows anything', { given: { schema: ref('Gone'), value: 1 }, want: [] }],
];

describe('createChecker', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(faultsOf(given)).toEqual(want);
  });

  it('tells no more faults than anyone reads, in time that goes with the length', () => {
    const schema = { type: 'array', items: { oneOf: [ref('A'), ref('B')] } };
    const faults = faultsOf({
      schema,
      value: Array.from({ length: 20_000 }, () => 1),
      schemas: { A: { type: 'string' }, B: { type: 'object' } },
    });
    expect(faults.length).toBeLessThanOrEqual(100);
    expect(faults[0]).toBe('/0 type');
  });
});
