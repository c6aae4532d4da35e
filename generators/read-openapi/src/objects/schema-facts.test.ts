import { describe, expect, test } from 'vitest';
import { readSchemaS } from '../testing.ts';

type Case = [string, { given: string; want: unknown }];

describe('facts', () => {
  test.each<Case>([
    [
      'texts and flags',
      {
        given:
          'S: { type: string, title: T, description: D, readOnly: true, writeOnly: true, deprecated: true }',
        want: {
          kind: 'string',
          title: 'T',
          description: 'D',
          readOnly: true,
          writeOnly: true,
          deprecated: true,
        },
      },
    ],
    [
      'flags that are off are not there',
      { given: 'S: { type: string, readOnly: false, nullable: false }', want: { kind: 'string' } },
    ],
    [
      'limits',
      {
        given: 'S: { type: number, minimum: 0, maximum: 9, multipleOf: 3 }',
        want: { kind: 'number', minimum: 0, maximum: 9, multipleOf: 3 },
      },
    ],
    [
      'exclusive limits in the style of 3.0',
      {
        given: 'S: { type: number, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false }',
        want: { kind: 'number', exclusiveMinimum: 0, maximum: 9 },
      },
    ],
    [
      'exclusive limits in the style of 3.1',
      {
        given: 'S: { type: number, exclusiveMinimum: 0, exclusiveMaximum: 9 }',
        want: { kind: 'number', exclusiveMinimum: 0, exclusiveMaximum: 9 },
      },
    ],
    [
      'limits of texts, arrays and objects',
      {
        given:
          'S: { type: [string, array, object], minLength: 1, maxLength: 2, pattern: ^a, minItems: 3, maxItems: 4, uniqueItems: true, minProperties: 5, maxProperties: 6 }',
        want: {
          kind: 'union',
          types: [{ kind: 'string' }, { kind: 'array', items: null }, { kind: 'object', properties: [] }],
          minLength: 1,
          maxLength: 2,
          pattern: '^a',
          minItems: 3,
          maxItems: 4,
          uniqueItems: true,
          minProperties: 5,
          maxProperties: 6,
        },
      },
    ],
    [
      'a default that is null',
      {
        given: 'S: { type: string, nullable: true, default: null }',
        want: { kind: 'string', nullable: true, default: null },
      },
    ],
    [
      'an example (3.0)',
      { given: 'S: { type: string, example: a }', want: { kind: 'string', examples: ['a'] } },
    ],
    [
      'examples (3.1), behind the example',
      {
        given: 'S: { type: string, example: a, examples: [b, c] }',
        want: { kind: 'string', examples: ['a', 'b', 'c'] },
      },
    ],
    [
      'contents',
      {
        given: 'S: { type: string, contentEncoding: base64, contentMediaType: image/png }',
        want: { kind: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' },
      },
    ],
    [
      'extensions',
      {
        given: 'S: { type: string, x-a: { b: 1 } }',
        want: { kind: 'string', extensions: { 'x-a': { b: 1 } } },
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(readSchemaS(given)).toEqual(want);
  });
});
