import type { JsonValue, Schema } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { bare, readSchemaS, readSpec, withSchemas } from '../testing.ts';

const name = (schema: unknown, required = false): unknown => ({ name: 'name', required, schema });

const ref = (target: string, facts: object = {}): unknown => ({ kind: 'ref', name: target, ...facts });

describe('references', () => {
  const given = 'S: { $ref: "#/components/schemas/A", description: D, required: [a] }\nA: { type: object }';

  test('in 3.0 siblings tell of the value, and do not shape it', () => {
    expect(readSchemaS(given, '3.0.3')).toEqual(ref('A', { description: 'D' }));
  });

  test('in 3.1 siblings are a schema of their own', () => {
    expect(readSchemaS(given)).toEqual({
      kind: 'allOf',
      description: 'D',
      parts: [ref('A'), { kind: 'object', properties: [], requiredElsewhere: ['a'] }],
    });
  });

  test('recursion stays a name', () => {
    const { schemas } = readSpec(
      withSchemas('S: { properties: { name: { $ref: "#/components/schemas/S" } } }'),
    );
    expect(bare(schemas.S)).toEqual({ kind: 'object', properties: [name(ref('S'))] });
  });

  test.each<[string, { pointer: string; name: string; want: JsonValue }]>([
    [
      'a property',
      { pointer: '#/components/schemas/A/properties/b', name: 'A.b', want: { kind: 'integer' } },
    ],
    [
      'the items of a list',
      { pointer: '#/components/schemas/A/properties/c/items', name: 'A.c.items', want: { kind: 'boolean' } },
    ],
    [
      'an alternative',
      { pointer: '#/components/schemas/B/oneOf/1', name: 'B.oneOf.1', want: { kind: 'string' } },
    ],
    [
      'a definition',
      { pointer: '#/components/schemas/B/$defs/x~1y', name: 'B.x_y', want: { kind: 'number' } },
    ],
    [
      'an encoded pointer',
      { pointer: '#/components/schemas/B/%24defs/x~1y', name: 'B.x_y', want: { kind: 'number' } },
    ],
    [
      'an extension',
      { pointer: '#/x-shared/name', name: 'x-shared.name', want: { kind: 'string', minLength: 1 } },
    ],
  ])('to %s get a component of their own', (_name, { pointer, name: component, want }) => {
    const text = withSchemas(
      `S: { $ref: '${pointer}' }
A: { properties: { b: { type: integer }, c: { items: { type: boolean } } } }
B: { oneOf: [{}, { type: string }], $defs: { x/y: { type: number } } }`,
    );
    const { schemas } = readSpec(`${text}x-shared: { name: { type: string, minLength: 1 } }\n`);
    expect(bare(schemas.S)).toEqual(ref(component));
    expect(bare(schemas[component])).toEqual(want);
  });

  test('to places never take the name of a component, and one place has one name', () => {
    const { schemas } = readSpec(
      withSchemas(`S: { properties: { b: { type: integer } } }
S.b: { type: string }
A: { $ref: '#/components/schemas/S/properties/b' }
B: { $ref: '#/components/schemas/S/properties/b' }`),
    );
    expect(Object.keys(schemas)).toEqual(['S', 'S.b', 'A', 'B', 'S.b2']);
    expect([bare(schemas.A), bare(schemas.B)]).toEqual([ref('S.b2'), ref('S.b2')]);
  });

  test('placed schemas may refer to places, themselves included', () => {
    const { schemas } = readSpec(
      withSchemas(`S: { $ref: '#/components/schemas/A/properties/b' }
A: { properties: { b: { items: { $ref: '#/components/schemas/A/properties/b' } } } }`),
    );
    expect(bare(schemas['A.b'])).toEqual({ kind: 'array', items: ref('A.b') });
  });
});

test('every schema knows its place', () => {
  const { schemas } = readSpec(
    withSchemas('S: { properties: { a/b: { items: { oneOf: [{}, { type: string }] } } } }'),
  );
  const pointers: string[] = [];
  const visit = (schema: Schema): void => {
    pointers.push(schema.origin.pointer);
    if (schema.kind === 'object') for (const property of schema.properties) visit(property.schema);
    if (schema.kind === 'array' && schema.items !== null) visit(schema.items);
    if (schema.kind === 'oneOf') for (const part of schema.parts) visit(part);
  };
  if (schemas.S !== undefined) visit(schemas.S);
  const root = '/components/schemas/S';
  expect(pointers).toEqual([
    root,
    `${root}/properties/a~1b`,
    `${root}/properties/a~1b/items`,
    `${root}/properties/a~1b/items/oneOf/0`,
    `${root}/properties/a~1b/items/oneOf/1`,
  ]);
});
