import { describe, expect, test } from 'vitest';
import { readSchemaS } from '../testing.ts';

type Case = [string, { given: string; want: unknown }];

const name = (schema: unknown, required = false): unknown => ({ name: 'name', required, schema });
const string = { kind: 'string' };

describe('objects and arrays', () => {
  test.each<Case>([
    [
      'properties in order, required ones told, those too that are not declared',
      {
        given: 'S: { type: object, required: [name, b], properties: { name: { type: string }, a: {} } }',
        want: {
          kind: 'object',
          properties: [
            name(string, true),
            { name: 'a', required: false, schema: { kind: 'any' } },
            { name: 'b', required: true, schema: { kind: 'any' }, undeclared: true },
          ],
        },
      },
    ],
    [
      'no more properties',
      {
        given: 'S: { type: object, additionalProperties: false }',
        want: { kind: 'object', properties: [], additionalProperties: false },
      },
    ],
    [
      'any more properties',
      {
        given: 'S: { additionalProperties: {} }',
        want: { kind: 'object', properties: [], additionalProperties: true },
      },
    ],
    [
      'more properties of a kind',
      {
        given: 'S: { additionalProperties: { type: string } }',
        want: { kind: 'object', properties: [], additionalProperties: string },
      },
    ],
    [
      'properties by pattern',
      {
        given: 'S: { type: object, patternProperties: { ^x-: { type: string } } }',
        want: { kind: 'object', properties: [], patternProperties: [{ pattern: '^x-', schema: string }] },
      },
    ],
    [
      'a flag `required` on a property says nothing',
      {
        given: 'S: { properties: { name: { type: string, required: true } } }',
        want: { kind: 'object', properties: [name(string)] },
      },
    ],
    [
      'items that may be anything',
      { given: 'S: { type: array, items: {} }', want: { kind: 'array', items: { kind: 'any' } } },
    ],
    ['items that are not told', { given: 'S: { type: array }', want: { kind: 'array', items: null } }],
    [
      'no items behind the first',
      {
        given: 'S: { prefixItems: [{ type: string }], items: false }',
        want: { kind: 'array', prefixItems: [string], items: { kind: 'never' } },
      },
    ],
    [
      'a list of items, the older style',
      {
        given: 'S: { items: [{ type: string }] }',
        want: { kind: 'array', prefixItems: [string], items: null },
      },
    ],
    [
      'hostile names',
      {
        given:
          'S: { properties: { __proto__: { type: string }, constructor: { type: string } }, required: [__proto__] }',
        want: {
          kind: 'object',
          properties: [
            { name: '__proto__', required: true, schema: string },
            { name: 'constructor', required: false, schema: string },
          ],
        },
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(readSchemaS(given)).toEqual(want);
  });
});
