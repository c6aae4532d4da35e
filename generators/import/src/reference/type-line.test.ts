import { describe, expect, it } from 'vitest';
import { parseTypeLine } from './type-line.ts';

const cases: readonly (readonly [string, object])[] = [
  ['string', { type: 'string' }],
  [
    'string <email> [ 1 .. 100 ] characters',
    { type: 'string', format: 'email', minLength: 1, maxLength: 100 },
  ],
  ['string <= 255 characters', { type: 'string', maxLength: 255 }],
  ['string >= 3 characters', { type: 'string', minLength: 3 }],
  ['string = 20 characters', { type: 'string', minLength: 20, maxLength: 20 }],
  ['string non-empty', { type: 'string', minLength: 1 }],
  ['string (State)', { type: 'string', title: 'State' }],
  [
    'string [ 3 .. 10 ] characters ^[a-z]+$',
    { type: 'string', minLength: 3, maxLength: 10, pattern: '^[a-z]+$' },
  ],
  ['string or null', { type: ['string', 'null'] }],
  ['(string or integer) <x>', { type: ['string', 'integer'], format: 'x' }],
  ['string Nullable', { type: ['string', 'null'] }],
  ['integer [ 1 .. 200 ]', { type: 'integer', minimum: 1, maximum: 200 }],
  ['integer <int32> >= 0', { type: 'integer', format: 'int32', minimum: 0 }],
  ['number ( 0 .. 1.5 ]', { type: 'number', exclusiveMinimum: 0, maximum: 1.5 }],
  ['number < 1e3', { type: 'number', exclusiveMaximum: 1000 }],
  ['number <double> decimal places <= 2', { type: 'number', format: 'double', multipleOf: 0.01 }],
  ['number multiple of 0.5', { type: 'number', multipleOf: 0.5 }],
  ['boolean', { type: 'boolean' }],
  ['object (User)', { type: 'object', title: 'User' }],
  ['object non-empty', { type: 'object', minProperties: 1 }],
  ['object <= 5 properties', { type: 'object', maxProperties: 5 }],
  ['any', {}],
  ['Array of strings', { type: 'array', items: { type: 'string' } }],
  [
    'Array of strings <uuid> non-empty',
    { type: 'array', minItems: 1, items: { type: 'string', format: 'uuid' } },
  ],
  [
    'Array of objects (User) [ 1 .. 5 ] items unique',
    { type: 'array', minItems: 1, maxItems: 5, uniqueItems: true, items: { type: 'object', title: 'User' } },
  ],
  [
    'Array of strings <= 20 items [ items <url > ]',
    { type: 'array', maxItems: 20, items: { type: 'string', format: 'url' } },
  ],
  [
    'Array of integers [ items [ 1 .. 9 ] ]',
    { type: 'array', items: { type: 'integer', minimum: 1, maximum: 9 } },
  ],
  [
    'Array of strings = 3 items [ items non-empty ]',
    { type: 'array', minItems: 3, maxItems: 3, items: { type: 'string', minLength: 1 } },
  ],
  ['Array of Array of strings', { type: 'array', items: { type: 'array', items: { type: 'string' } } }],
];

describe('a type as a reference writes it', () => {
  it.each(cases)('%s', (text, schema) => {
    expect(parseTypeLine(text)).toEqual({ schema, rest: '', isRecursive: false });
  });

  it.each([
    ['stringent rules', null],
    ['The type', null],
    ['string Default: 5', 'Default: 5'],
    ['object (User) Recursive', ''],
  ])('%s', (text, rest) => {
    expect(parseTypeLine(text)?.rest ?? null).toBe(rest);
  });
});
