import { describe, expect, it } from 'vitest';
import { dictionary } from './dictionary.ts';
import { fieldsOf } from './fields.ts';
import { findPolymorphism } from './polymorphism.ts';
import type { Schema, Schemas } from './spec/schema.ts';
import { allOf, integer, object, oneOf, ref, text } from './testing/schemas.ts';

describe('fields of what a discriminator names', () => {
  const type = text({ enum: ['cat', 'dog'] });
  const base = (
    properties: { readonly [name: string]: Schema },
    required: readonly string[] = ['type'],
  ): Schema => ({
    ...object(properties, required),
    discriminator: {
      propertyName: 'type',
      mapping: dictionary([
        ['cat', 'Cat'],
        ['dog', 'Dog'],
      ]),
    },
  });
  const pets = (pet: Schema, dog: Schema): Schemas =>
    dictionary<Schema>([
      ['Pet', pet],
      ['Cat', allOf(ref('Pet'), object({ lives: integer, home: text() }, ['lives', 'home']))],
      ['Dog', dog],
    ]);
  const dog = allOf(ref('Pet'), object({ home: text(), name: text() }, ['home', 'name']));
  const known = base({ type, name: text() });
  const read = (given: Schema, schemas: Schemas) => fieldsOf(given, schemas, findPolymorphism(schemas));

  it('follow those of the base, with the components that have and require them', () => {
    expect(read(ref('Pet'), pets(known, dog))).toEqual([
      { name: 'type', required: true, schema: type },
      { name: 'name', required: false, schema: text(), requiredBy: ['Dog'] },
      {
        name: 'lives',
        required: false,
        schema: integer,
        variants: ['Cat'],
        requiredBy: ['Cat'],
        ofHeirs: true,
      },
      { name: 'home', required: true, schema: text(), ofHeirs: true },
    ]);
  });

  it('are not those of what is made of the base besides', () => {
    const egg = allOf(ref('Pet'), object({ shell: text() }));
    const schemas = dictionary([...Object.entries(pets(known, dog)), ['Egg', egg] as const]);
    expect(read(ref('Egg'), schemas).map(({ name }) => name)).toEqual(['type', 'name', 'shell']);
  });

  it('are required of no base that a value of its own stands for', () => {
    const given = base({ type: text({ enum: ['cat', 'dog', 'egg'] }) });
    const home = read(ref('Pet'), pets(given, dog)).find(({ name }) => name === 'home');
    expect(home).toEqual({
      name: 'home',
      required: false,
      schema: text(),
      variants: ['Cat', 'Dog'],
      requiredBy: ['Cat', 'Dog'],
      ofHeirs: true,
    });
  });

  it.each<[string, { given: Schema; dog?: Schema; want: readonly string[] }]>([
    [
      'are not those of a component that is made of the base',
      { given: ref('Cat'), want: ['type', 'name', 'lives', 'home'] },
    ],
    [
      'are found behind parts and references',
      { given: allOf(object({ id: text() }), ref('Alias')), want: ['id', 'type', 'name', 'lives', 'home'] },
    ],
    [
      'are there where a mapped component is not made of the base',
      { given: ref('Pet'), dog: object({ barks: text() }), want: ['type', 'name', 'lives', 'home', 'barks'] },
    ],
    [
      'end where a mapped component holds the base as a variant',
      {
        given: ref('Pet'),
        dog: oneOf(ref('Pet'), object({ barks: text() })),
        want: ['type', 'name', 'lives', 'home', 'barks'],
      },
    ],
  ])('%s', (_name, { given, dog: other = dog, want }) => {
    const schemas = dictionary<Schema>([...Object.entries(pets(known, other)), ['Alias', ref('Pet')]]);
    expect(read(given, schemas).map(({ name }) => name)).toEqual(want);
  });

  it('are left out where polymorphism is not asked for', () => {
    expect(fieldsOf(ref('Pet'), pets(known, dog)).map(({ name }) => name)).toEqual(['type', 'name']);
  });
});
