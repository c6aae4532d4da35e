import { describe, expect, test } from 'vitest';
import { readSchemaS } from '../testing.ts';

type Case = [string, { given: string; want: unknown }];

describe('types', () => {
  test.each<Case>([
    ['a name', { given: 'S: { type: string }', want: { kind: 'string' } }],
    [
      'a format',
      { given: 'S: { type: integer, format: int64 }', want: { kind: 'integer', format: 'int64' } },
    ],
    [
      'nullable in the style of 3.0',
      { given: 'S: { type: string, nullable: true }', want: { kind: 'string', nullable: true } },
    ],
    [
      'nullable in the style of 3.1',
      { given: 'S: { type: [string, "null"] }', want: { kind: 'string', nullable: true } },
    ],
    ['null alone', { given: 'S: { type: "null" }', want: { kind: 'null' } }],
    [
      'null without quotes',
      { given: 'S: { type: [string, null] }', want: { kind: 'string', nullable: true } },
    ],
    ['a list of one', { given: 'S: { type: [boolean] }', want: { kind: 'boolean' } }],
    [
      'a list of several',
      {
        given: 'S: { type: [string, integer, "null"], minLength: 1 }',
        want: {
          kind: 'union',
          nullable: true,
          minLength: 1,
          types: [{ kind: 'string' }, { kind: 'integer' }],
        },
      },
    ],
    [
      'a list with an object and an array, each with its shape',
      {
        given: 'S: { type: [object, array], properties: { a: true }, items: { type: string } }',
        want: {
          kind: 'union',
          types: [
            { kind: 'object', properties: [{ name: 'a', required: false, schema: { kind: 'any' } }] },
            { kind: 'array', items: { kind: 'string' } },
          ],
        },
      },
    ],
    ['an integer is a number', { given: 'S: { type: [integer, number] }', want: { kind: 'number' } }],
    ['none: anything', { given: 'S: {}', want: { kind: 'any' } }],
    ['`true`: anything', { given: 'S: true', want: { kind: 'any' } }],
    ['`false`: nothing', { given: 'S: false', want: { kind: 'never' } }],
    [
      'a description alone',
      { given: 'S: { description: A thing }', want: { kind: 'any', description: 'A thing' } },
    ],
    [
      '`not` alone',
      { given: 'S: { not: { type: string } }', want: { kind: 'not', schema: { kind: 'string' } } },
    ],
    [
      '`not` beside a type is for validators',
      { given: 'S: { type: string, not: { const: a } }', want: { kind: 'string' } },
    ],
    [
      'implied by an enum',
      { given: 'S: { enum: [a, b, null] }', want: { kind: 'string', enum: ['a', 'b', null] } },
    ],
    ['implied by a constant', { given: 'S: { const: 1 }', want: { kind: 'integer', const: 1 } }],
    ['implied by fractions', { given: 'S: { enum: [1, 1.5] }', want: { kind: 'number', enum: [1, 1.5] } }],
    ['not implied by a mixed enum', { given: 'S: { enum: [1, a] }', want: { kind: 'any', enum: [1, 'a'] } }],
    [
      'implied by properties',
      {
        given: 'S: { properties: {}, required: [a] }',
        want: { kind: 'object', properties: [], requiredElsewhere: ['a'] },
      },
    ],
    [
      'implied by items',
      { given: 'S: { items: { type: string } }', want: { kind: 'array', items: { kind: 'string' } } },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(readSchemaS(given)).toEqual(want);
  });
});
