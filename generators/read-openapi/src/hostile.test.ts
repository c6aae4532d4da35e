import { fieldsOf, type JsonValue } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { findings, OK, readFiles, readSpec, withSchemas } from './testing.ts';

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../x',
  '*/',
  '`${',
  '</script>',
  '',
];

describe('names that mean something to JavaScript are names', () => {
  test.each(NAMES)('%j', (name) => {
    const key = JSON.stringify(name);
    const pointer = `#/components/schemas/${name.replaceAll('/', '~1')}`;
    const spec = readSpec(`openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  ${JSON.stringify(`/${name}`)}:
    get:
      operationId: ${key}
      parameters: [{ name: ${JSON.stringify(name || 'x')}, in: query, schema: { type: string } }]
      ${OK}
      x-a: { ${key}: 1 }
components:
  schemas:
    ${key}: { type: object, properties: { ${key}: { $ref: ${JSON.stringify(pointer)} } } }
`);
    expect(spec.diagnostics).toEqual([]);
    const [operation] = spec.operations;
    expect(operation).toMatchObject({ path: `/${name}`, parameters: [{ name: name || 'x' }] });
    expect(Object.keys(spec.schemas)).toEqual([name]);
    const schema = spec.schemas[name];
    expect(schema).toMatchObject({ properties: [{ name, schema: { kind: 'ref', name } }] });
    expect(schema && fieldsOf(schema, spec.schemas)).toHaveLength(1);
    expect(({} as { type?: unknown }).type).toBeUndefined();
  });

  test('a dangling reference to what every object inherits is dangling', () => {
    const [finding] = findings([
      { path: 'a.yaml', text: withSchemas("S: { $ref: '#/components/schemas/constructor' }") },
    ]);
    expect(finding).toContain('ref-unresolved');
  });

  test('files that are merged keep them as well', () => {
    const text = (type: string): string =>
      `openapi: 3.1.0\n__proto__: { a: 1 }\npaths: { /__proto__: { get: { ${OK} } } }\ncomponents: { schemas: { __proto__: { type: ${type} }, S: { $ref: '#/components/schemas/__proto__' } } }`;
    const { document, schemas } = readFiles([
      { path: 'a.yaml', text: text('string') },
      { path: 'b.yaml', text: text('integer') },
    ]);
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
    expect(Object.keys(document)).toContain('__proto__');
    expect(Object.keys(schemas)).toEqual(['__proto__', 'S', '__proto___b', 'S_b']);
  });
});

describe('what nests and what recurs', () => {
  test('200 levels of properties, items and alternatives', () => {
    let schema = '{ type: string }';
    for (let i = 0; i < 200; i += 1) {
      schema =
        [`{ properties: { a: ${schema} } }`, `{ items: ${schema} }`, `{ oneOf: [${schema}, {}] }`][i % 3] ??
        '';
    }
    expect(readSpec(withSchemas(`S: ${schema}`)).diagnostics).toEqual([]);
  });

  test('components that contain themselves in every way', () => {
    const { schemas, diagnostics } = readSpec(
      withSchemas(`All: { allOf: [{ $ref: '#/components/schemas/All' }, { properties: { a: {} } }] }
One: { oneOf: [{ $ref: '#/components/schemas/One' }, { properties: { a: {} } }] }
Prop: { properties: { a: { $ref: '#/components/schemas/Prop' } } }
Items: { items: { $ref: '#/components/schemas/Items' } }
Map: { additionalProperties: { $ref: '#/components/schemas/Map' } }
Not: { not: { $ref: '#/components/schemas/Not' } }
Inner: { properties: { a: { $ref: '#/components/schemas/Inner/properties/a' } } }`),
    );
    expect(Object.values(schemas).map((schema) => fieldsOf(schema, schemas).length)).toEqual([
      1, 1, 1, 0, 0, 0, 1, 0,
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['ref-circular']);
  });

  test('a place that refers into itself ends', () => {
    const { schemas } = readSpec(
      withSchemas("S: { properties: { a: { $ref: '#/components/schemas/S/properties/a/properties/b' } } }"),
    );
    expect(Object.keys(schemas)).toEqual(['S']);
  });

  test('a chain of 5,000 references', () => {
    const chain = Array.from(
      { length: 5000 },
      (_, i) => `    P${i}: { $ref: '#/components/parameters/P${i + 1}' }`,
    );
    const started = process.cpuUsage().user / 1000;
    const { diagnostics } = readSpec(
      `openapi: 3.1.0\npaths: {}\ncomponents:\n  parameters:\n${chain.join('\n')}\n    P5000: { name: p, in: query, schema: {} }\n`,
    );
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['ref-circular']));
    expect(process.cpuUsage().user / 1000 - started).toBeLessThan(10_000);
  });
});

describe('large documents of one kind are read in the time of their size', () => {
  const lines = (n: number, line: (i: number) => string): string =>
    Array.from({ length: n }, (_, i) => line(i)).join('\n');
  test.each<[string, () => string]>([
    [
      '20,000 schemas that refer to the next',
      () => withSchemas(lines(20_000, (i) => `S${i}: { $ref: '#/components/schemas/S${i + 1}' }`)),
    ],
    ['20,000 properties', () => withSchemas(`S:\n  properties:\n${lines(20_000, (i) => `    p${i}: {}`)}`)],
    ['10,000 findings', () => withSchemas(lines(10_000, (i) => `S${i}: { type: thing }`))],
    [
      '10,000 references to places',
      () =>
        withSchemas(
          `S: { items: {} }\n${lines(10_000, (i) => `S${i}: { $ref: '#/components/schemas/S/items' }`)}`,
        ),
    ],
    [
      '100,000 variables in a path',
      () => `openapi: 3.1.0\npaths: { '/${'{a}'.repeat(100_000)}': { get: { ${OK} } } }`,
    ],
    [
      '200,000 open braces in a path',
      () => `openapi: 3.1.0\npaths: { '/${'{'.repeat(200_000)}': { get: { ${OK} } } }`,
    ],
  ])('%s', (_name, make) => {
    const files = [{ path: 'a.yaml', text: make() }];
    const started = process.cpuUsage().user / 1000;
    findings(files);
    expect(process.cpuUsage().user / 1000 - started).toBeLessThan(10_000);
  });
});

describe('a document that is all wrong is read to its end', () => {
  const WRONG: readonly JsonValue[] = [
    null,
    true,
    0,
    'text',
    ['text'],
    {},
    { a: [] },
    { $ref: 1 },
    { $ref: '#' },
  ];
  const KEYS = ['info', 'tags', 'servers', 'security', 'paths', 'components', 'webhooks'];

  test.each(KEYS)('%s of another kind', (key) => {
    for (const wrong of WRONG) {
      expect(() =>
        findings([{ path: 'a.json', text: JSON.stringify({ openapi: '3.1.0', [key]: wrong }) }]),
      ).not.toThrow();
    }
  });

  /** A whole operation with all its parts, one of which is replaced in turn. */
  const whole: JsonValue = {
    openapi: '3.0.0',
    servers: [{ url: '/', variables: { a: { default: 'b' } } }],
    paths: {
      '/a': {
        parameters: [{ name: 'q', in: 'query', schema: { type: 'string' }, examples: { a: { value: 1 } } }],
        get: {
          tags: ['a'],
          security: [{ key: ['a'] }],
          requestBody: { content: { 'a/b': { schema: {}, encoding: { a: { style: 'form' } } } } },
          responses: {
            200: {
              headers: { Link: { schema: {} } },
              content: { 'application/json': { schema: { $ref: '#/components/schemas/S' } } },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        S: {
          type: ['object'],
          required: ['a'],
          properties: { a: { enum: [1], default: 1, pattern: 'a', minimum: 1, examples: [1] } },
          patternProperties: { a: {} },
          additionalProperties: { items: {} },
          allOf: [{}],
          oneOf: [{ $ref: '#/components/schemas/S' }],
          discriminator: { propertyName: 'a', mapping: { a: 'S' } },
        },
      },
      securitySchemes: { key: { type: 'oauth2', flows: { implicit: { scopes: { a: 'b' } } } } },
    },
  };

  test('each part of an operation and of a schema in turn', () => {
    let read = 0;
    for (const variant of variants(whole)) {
      const text = JSON.stringify(variant);
      expect(() => findings([{ path: 'a.json', text }]), text).not.toThrow();
      read += 1;
    }
    expect(read).toBeGreaterThan(500);
  });

  test('each part, in one file of two', () => {
    const sound = { path: 'a.json', text: JSON.stringify(whole) };
    for (const variant of variants(whole, [{ a: [] }, ['text']])) {
      const files = [sound, { path: 'b.json', text: JSON.stringify(variant) }];
      expect(() => findings(files), files[1]?.text).not.toThrow();
    }
  });

  /** The value with each of its parts replaced in turn by everything that it should not be. */
  function* variants(value: JsonValue, wrongs = WRONG): Generator<JsonValue> {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const replace = (other: JsonValue): JsonValue =>
        Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
      for (const wrong of wrongs) yield replace(wrong);
      for (const inner of variants(part, wrongs)) yield replace(inner);
    }
  }
});

test('an object that is one of several texts is emitted as one of them', () => {
  const { document, schemas } = readSpec(
    withSchemas('S: { type: object, enum: [a, b], default: { type: object, enum: [c] } }'),
  );
  expect(document).toHaveProperty('components.schemas.S', {
    enum: ['a', 'b'],
    default: { type: 'object', enum: ['c'] },
  });
  expect(schemas.S).toMatchObject({ kind: 'object', enum: ['a', 'b'] });
});
