import { describe, expect, test } from 'vitest';
import { readSchemaS } from '../testing.ts';

type Case = [string, { given: string; want: unknown }];

const name = (schema: unknown, required = false): unknown => ({ name: 'name', required, schema });
const string = { kind: 'string' };

const ref = (target: string, facts: object = {}): unknown => ({ kind: 'ref', name: target, ...facts });

describe('composites', () => {
  test.each<Case>([
    [
      'allOf',
      {
        given: 'S: { allOf: [{ $ref: "#/components/schemas/A" }, { type: string }] }\nA: {}',
        want: { kind: 'allOf', parts: [ref('A'), string] },
      },
    ],
    [
      'allOf beside properties: these narrow what is inherited',
      {
        given:
          'S: { description: D, allOf: [{ $ref: "#/components/schemas/A" }], properties: { name: { type: string } }, required: [name] }\nA: {}',
        want: {
          kind: 'allOf',
          description: 'D',
          parts: [ref('A'), { kind: 'object', properties: [name(string, true)] }],
        },
      },
    ],
    [
      'allOf beside `required` alone',
      {
        given: 'S: { allOf: [{ $ref: "#/components/schemas/A" }], required: [a] }\nA: {}',
        want: {
          kind: 'allOf',
          parts: [ref('A'), { kind: 'object', properties: [], requiredElsewhere: ['a'] }],
        },
      },
    ],
    [
      'allOf of one part, which describes a reference',
      {
        given: 'S: { description: D, allOf: [{ $ref: "#/components/schemas/A" }] }\nA: {}',
        want: ref('A', { description: 'D' }),
      },
    ],
    [
      'allOf of one schema under a redundant type',
      {
        given: 'S: { type: object, allOf: [{ properties: { name: { type: string } } }] }',
        want: { kind: 'object', properties: [name(string)] },
      },
    ],
    [
      'oneOf',
      {
        given: 'S: { oneOf: [{ type: string }, { type: integer }] }',
        want: { kind: 'oneOf', parts: [string, { kind: 'integer' }] },
      },
    ],
    [
      'anyOf beside properties',
      {
        given:
          'S: { properties: { name: { type: string } }, anyOf: [{ required: [name] }, { required: [id] }] }',
        want: {
          kind: 'allOf',
          parts: [
            { kind: 'object', properties: [name(string)] },
            {
              kind: 'anyOf',
              parts: [
                { kind: 'object', properties: [], requiredElsewhere: ['name'] },
                { kind: 'object', properties: [], requiredElsewhere: ['id'] },
              ],
            },
          ],
        },
      },
    ],
    [
      'several composites',
      {
        given:
          'S: { allOf: [{ type: string }], oneOf: [{ minLength: 1 }, { maxLength: 2 }], anyOf: [{ type: string }, { type: boolean }] }',
        want: {
          kind: 'allOf',
          parts: [
            string,
            {
              kind: 'oneOf',
              parts: [
                { kind: 'any', minLength: 1 },
                { kind: 'any', maxLength: 2 },
              ],
            },
            { kind: 'anyOf', parts: [string, { kind: 'boolean' }] },
          ],
        },
      },
    ],
    [
      'a type beside alternatives that say none',
      {
        given: 'S: { type: string, anyOf: [{ format: date }, { format: date-time }] }',
        want: {
          kind: 'anyOf',
          parts: [
            { kind: 'string', format: 'date' },
            { kind: 'string', format: 'date-time' },
          ],
        },
      },
    ],
    [
      'null as an alternative',
      {
        given: 'S: { oneOf: [{ type: string }, { type: integer }, { type: "null" }] }',
        want: { kind: 'oneOf', nullable: true, parts: [string, { kind: 'integer' }] },
      },
    ],
    [
      'the alternative null in the style of 3.0',
      {
        given: 'S: { anyOf: [{ type: string }, { type: integer }, { nullable: true }] }',
        want: { kind: 'anyOf', nullable: true, parts: [string, { kind: 'integer' }] },
      },
    ],
    [
      'null as the other alternative',
      {
        given: 'S: { description: D, anyOf: [{ type: "null" }, { $ref: "#/components/schemas/A" }] }\nA: {}',
        want: ref('A', { description: 'D', nullable: true }),
      },
    ],
    ['null as the only alternative', { given: 'S: { anyOf: [{ type: "null" }] }', want: { kind: 'null' } }],
    ['empty lists say nothing', { given: 'S: { type: string, allOf: [], oneOf: [] }', want: string }],
  ])('%s', (_name, { given, want }) => {
    expect(readSchemaS(given)).toEqual(want);
  });
});

describe('discriminators', () => {
  const pets = '\nCat: { type: object }\nDog: { type: object }';
  const object = { kind: 'object', properties: [] };
  test.each<Case>([
    [
      'mapping values are component names, from references and bare names',
      {
        given: `S: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Cat", DOG: Dog } } }${pets}`,
        want: {
          kind: 'oneOf',
          parts: [ref('Cat'), ref('Dog')],
          discriminator: { propertyName: 'kind', mapping: { cat: 'Cat', DOG: 'Dog' } },
        },
      },
    ],
    [
      'alternatives without a mapping stand under their names',
      {
        given: `S: { anyOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: kind, mapping: { cat: Cat } } }${pets}`,
        want: {
          kind: 'anyOf',
          parts: [ref('Cat'), ref('Dog')],
          discriminator: { propertyName: 'kind', mapping: { cat: 'Cat', Dog: 'Dog' } },
        },
      },
    ],
    [
      'one alternative is kept as a choice',
      {
        given: `S: { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind } }${pets}`,
        want: {
          kind: 'oneOf',
          parts: [ref('Cat')],
          discriminator: { propertyName: 'kind', mapping: { Cat: 'Cat' } },
        },
      },
    ],
    [
      'on a base schema',
      {
        given: `S: { type: object, discriminator: { propertyName: kind, mapping: { cat: Cat } } }${pets}`,
        want: { ...object, discriminator: { propertyName: 'kind', mapping: { cat: 'Cat' } } },
      },
    ],
    [
      'on alternatives beside properties',
      {
        given: `S: { properties: { name: { type: string } }, oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind, mapping: {} } }${pets}`,
        want: {
          kind: 'allOf',
          parts: [
            { kind: 'object', properties: [name(string)] },
            {
              kind: 'oneOf',
              parts: [ref('Cat')],
              discriminator: { propertyName: 'kind', mapping: { Cat: 'Cat' } },
            },
          ],
        },
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(readSchemaS(given)).toEqual(want);
  });
});
