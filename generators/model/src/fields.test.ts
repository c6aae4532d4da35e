import { describe, expect, it } from 'vitest';
import { dictionary } from './dictionary.ts';
import { fieldsOf } from './fields.ts';
import type { Schema, Schemas } from './spec/schema.ts';
import { allOf, any, integer, object, oneOf, origin, ref, text } from './testing/schemas.ts';

const NO_SCHEMAS: Schemas = dictionary();
const array = (items: Schema): Schema => ({ kind: 'array', origin, items });
const nothing: Schema = { kind: 'null', origin };

describe('fields of an allOf', () => {
  it.each<[string, { given: Schema; want: ReturnType<typeof fieldsOf> }]>([
    [
      'come in the order of the parts, each name once',
      {
        given: allOf(object({ id: text(), name: text() }), object({ name: integer, age: integer })),
        want: [
          { name: 'id', required: false, schema: text() },
          { name: 'name', required: false, schema: integer },
          { name: 'age', required: false, schema: integer },
        ],
      },
    ],
    [
      'are required where one part says so',
      {
        given: allOf(object({ id: text() }, ['id']), object({ id: text() })),
        want: [{ name: 'id', required: true, schema: text() }],
      },
    ],
    [
      'are required where a part says so that does not declare them',
      {
        given: allOf(object({ id: text() }), { ...object({}), requiredElsewhere: ['id'] }),
        want: [{ name: 'id', required: true, schema: text() }],
      },
    ],
    [
      'have the values that all parts list',
      {
        given: allOf(
          object({ state: { ...text(), enum: ['done', 'failed'] } }),
          object({ state: { ...text(), enum: ['done', 'known'] } }),
        ),
        want: [{ name: 'state', required: false, schema: { ...text(), enum: ['done'] } }],
      },
    ],
    [
      'have the values of the later part where they share none',
      {
        given: allOf(
          object({ state: { ...text(), enum: ['a'] } }),
          object({ state: { ...text(), enum: ['b'] } }),
        ),
        want: [{ name: 'state', required: false, schema: { ...text(), enum: ['b'] } }],
      },
    ],
    [
      'keep their type where a later part only adds to it',
      {
        given: allOf(
          object({ id: text({ format: 'uuid' }) }),
          object({ id: any({ description: 'Unique.' }) }),
        ),
        want: [{ name: 'id', required: false, schema: text({ format: 'uuid', description: 'Unique.' }) }],
      },
    ],
    [
      'are those of all objects where the variants only narrow them',
      {
        given: allOf(
          object({ kind: text() }),
          oneOf(object({ kind: text({ const: 'CAT' }) }), object({ lives: integer })),
        ),
        want: [
          { name: 'kind', required: false, schema: text({ const: 'CAT' }) },
          { name: 'lives', required: false, schema: integer, variants: ['variant 2'] },
        ],
      },
    ],
    [
      'are those of the variants of two choices',
      {
        given: allOf(
          oneOf({ ...object({ id: text() }), title: 'A' }, { ...object({}), title: 'B' }),
          oneOf({ ...object({ id: text() }), title: 'C' }, { ...object({}), title: 'D' }),
        ),
        want: [{ name: 'id', required: false, schema: text(), variants: ['A', 'C'] }],
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(fieldsOf(given, NO_SCHEMAS)).toEqual(want);
  });

  it('are required where a component requires them without declaring them', () => {
    const schemas = dictionary<Schema>([
      ['Base', object({ id: text() })],
      ['Strict', { ...object({}), requiredElsewhere: ['id'] }],
    ]);
    expect(fieldsOf(allOf(ref('Base'), ref('Strict')), schemas)).toEqual([
      { name: 'id', required: true, schema: text() },
    ]);
  });

  it('end where a component contains itself', () => {
    const schemas = dictionary<Schema>([
      ['Egg', allOf(ref('Hen'), object({ shell: text() }))],
      ['Hen', allOf(ref('Egg'), object({ wings: text() }))],
    ]);
    expect(fieldsOf(ref('Egg'), schemas).map(({ name }) => name)).toEqual(['wings', 'shell']);
  });

  it('are found once, however many parts share a component', () => {
    const doubling = Array.from({ length: 60 }, (_, i): [string, Schema] => [
      `S${i}`,
      allOf(ref(`S${i + 1}`), ref(`S${i + 1}`)),
    ]);
    const schemas = dictionary<Schema>([...doubling, ['S60', object({ id: text() })]]);
    expect(fieldsOf(ref('S0'), schemas).map(({ name }) => name)).toEqual(['id']);
  });
});

describe('what has no fields', () => {
  it.each<[string, Schema]>([
    ['a scalar', text()],
    ['an array, whatever its items', array(object({ id: text() }))],
    ['anything', any()],
    ['a name that no component has', ref('Nobody')],
    ['a name that every object inherits', ref('constructor')],
  ])('%s', (_name, schema) => {
    expect(fieldsOf(schema, NO_SCHEMAS)).toEqual([]);
  });
});

describe('fields of variants', () => {
  it('leave null out of the variants', () => {
    expect(fieldsOf(oneOf(object({ id: text() }, ['id']), nothing), NO_SCHEMAS)).toEqual([
      { name: 'id', required: true, schema: text() },
    ]);
  });

  it('are any of the kinds that the variants give them', () => {
    const [field] = fieldsOf(
      oneOf(
        object({ id: text({ description: 'Unique.' }) }),
        object({ id: integer }),
        object({ id: text() }),
      ),
      NO_SCHEMAS,
    );
    expect(field?.schema).toEqual({
      kind: 'anyOf',
      origin,
      description: 'Unique.',
      parts: [text({ description: 'Unique.' }), integer],
    });
  });

  it('are required where every variant requires them, and name the variants where some lack them', () => {
    const schemas = dictionary<Schema>([
      ['Cat', object({ name: text(), lives: text() }, ['name', 'lives'])],
      ['Dog', object({ name: text() }, ['name'])],
    ]);
    expect(fieldsOf(oneOf(ref('Cat'), ref('Dog')), schemas)).toEqual([
      { name: 'name', required: true, schema: text() },
      { name: 'lives', required: false, schema: text(), variants: ['Cat'], requiredBy: ['Cat'] },
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

  it('are any of the objects that the variants give them, with the texts that all have', () => {
    const schemas = dictionary<Schema>([
      ['Tail', { ...object({ length: integer }), title: 'Part', description: 'A tail.' }],
      ['Wing', { ...object({ span: integer }), title: 'Part', description: 'A wing.' }],
    ]);
    const parts = [ref('Tail'), ref('Wing'), ref('Tail')].map((part) => object({ part }));
    const [field] = fieldsOf(oneOf(...parts), schemas);
    expect(field?.schema).toEqual({
      kind: 'anyOf',
      origin,
      title: 'Part',
      parts: [ref('Tail'), ref('Wing')],
    });
  });

  it('keep the text of a component where their kinds differ', () => {
    const schemas = dictionary<Schema>([
      ['Name', text({ description: 'What it is called.' })],
      ['Names', oneOf(text(), object({}))],
    ]);
    const [field] = fieldsOf(oneOf(object({ name: ref('Name') }), object({ name: ref('Names') })), schemas);
    expect(field?.schema).toEqual({
      kind: 'anyOf',
      origin,
      description: 'What it is called.',
      parts: [ref('Name'), ref('Names')],
    });
  });
});

it('variants that many ways lead to are told once', () => {
  const levels = 40;
  const way = (i: number): Schema => oneOf(ref(`L${i + 1}`), ref(`L${i + 1}`), object({}));
  const links = Array.from({ length: levels }, (_, i): [string, Schema] => [`L${i}`, way(i)]);
  const schemas = dictionary<Schema>([...links, [`L${levels}`, object({ id: text() }, ['id'])]]);
  const [field] = fieldsOf(ref('L0'), schemas);
  expect(field).toMatchObject({ name: 'id', required: false, requiredBy: [`L${levels}`] });
});
