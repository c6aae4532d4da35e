import { describe, expect, it } from 'vitest';
import { dictionary } from './dictionary.ts';
import { fieldsOf } from './fields.ts';
import type { ObjectSchema, Schema, Schemas } from './spec/schema.ts';

const origin = { file: 'openapi.yaml', pointer: '' };
const text = (facts: Partial<Schema> = {}): Schema => ({ kind: 'string', origin, ...facts }) as Schema;
const object = (
  properties: { readonly [name: string]: Schema },
  required: readonly string[] = [],
): ObjectSchema => ({
  kind: 'object',
  origin,
  properties: Object.entries(properties).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    schema,
  })),
});
const ref = (name: string): Schema => ({ kind: 'ref', origin, name });
const oneOf = (...parts: Schema[]): Schema => ({ kind: 'oneOf', origin, parts });
const NO_SCHEMAS: Schemas = dictionary();

describe('fields of variants', () => {
  it('are required where every variant requires them, and name the variants where some lack them', () => {
    const schemas = dictionary<Schema>([
      ['Cat', object({ name: text(), lives: text() }, ['name', 'lives'])],
      ['Dog', object({ name: text() }, ['name'])],
    ]);
    expect(fieldsOf(oneOf(ref('Cat'), ref('Dog')), schemas)).toEqual([
      { name: 'name', required: true, schema: text() },
      { name: 'lives', required: false, schema: text(), variants: ['Cat'] },
    ]);
  });

  it.each<[string, { given: readonly Schema[]; want: Schema }]>([
    [
      'the value of each variant',
      { given: [text({ const: 'CAT' }), text({ const: 'DOG' })], want: text({ enum: ['CAT', 'DOG'] }) },
    ],
    [
      'lists of values that overlap',
      {
        given: [text({ enum: ['A', 'B'] }), text({ enum: ['B', 'C'] })],
        want: text({ enum: ['A', 'B', 'C'] }),
      },
    ],
    [
      'one value, the same in all',
      { given: [text({ const: 'CAT' }), text({ const: 'CAT' })], want: text({ const: 'CAT' }) },
    ],
    ['any value in one of them', { given: [text({ const: 'CAT' }), text()], want: text() }],
    ['any value in the first', { given: [text(), text({ const: 'CAT' })], want: text() }],
  ])('have the values of all: %s', (_name, { given, want }) => {
    const [field] = fieldsOf(oneOf(...given.map((kind) => object({ kind }))), NO_SCHEMAS);
    expect(field?.schema).toEqual(want);
  });

  it('have the values of components that they refer to', () => {
    const schemas = dictionary<Schema>([
      ['CatKind', text({ enum: ['CAT'], description: 'What it is.' })],
      ['DogKind', text({ enum: ['DOG'] })],
    ]);
    const [field] = fieldsOf(
      oneOf(object({ kind: ref('CatKind') }), object({ kind: ref('DogKind') })),
      schemas,
    );
    expect(field?.schema).toEqual(text({ enum: ['CAT', 'DOG'], description: 'What it is.' }));
  });
});
