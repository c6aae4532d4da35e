import type { InputFile, JsonObject, Spec } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { bare, findings, OK, readFiles } from '../testing.ts';

/** A file `NAME.yaml` of version 3.1. */
function file(name: string, text: string): InputFile {
  return {
    path: `specs/${name}.yaml`,
    text: `openapi: 3.1.0\ninfo: { title: ${name}, version: '1' }\n${text}`,
  };
}

function merge(a: string, b: string): Spec {
  return readFiles([file('a', a), file('b', b)]);
}

const answer = (schema: string): string =>
  `responses: { '200': { description: Done, content: { application/json: { schema: { $ref: '#/components/schemas/${schema}' } } } } }`;

describe('several files are one spec', () => {
  const [a, b] = [
    file(
      'a',
      `tags: [{ name: one, description: First }]\nservers: [{ url: https://a.example }]\nx-a: 1\npaths: { /a: { get: { ${OK} } } }`,
    ),
    file(
      'b',
      `tags: [{ name: two }, { name: one, description: Again }]\nx-b: 2\npaths: { /b: { get: { ${OK} } } }`,
    ),
  ];

  test('whose head is the first file, whatever their order', () => {
    const { document, locate: _locate, ...spec } = readFiles([b, a]);
    const { document: same, locate: _same, ...other } = readFiles([a, b]);
    expect(spec).toEqual(other);
    expect(JSON.stringify(document)).toBe(JSON.stringify(same));
    expect(spec).toMatchObject({
      title: 'a',
      files: ['specs/a.yaml', 'specs/b.yaml'],
      tags: [
        { name: 'one', description: 'First' },
        { name: 'two', description: '' },
      ],
    });
    expect(Object.keys(document)).toEqual(['openapi', 'info', 'tags', 'servers', 'x-a', 'paths', 'x-b']);
  });

  test('whose places are those of the files', () => {
    const { operations, locate } = readFiles([a, b]);
    expect(operations.map(({ origin }) => locate(origin))).toEqual([
      { file: 'specs/a.yaml', line: 6, column: 16 },
      { file: 'specs/b.yaml', line: 5, column: 16 },
    ]);
    expect(locate({ file: 'specs/c.yaml', pointer: '/a' })).toEqual({
      file: 'specs/c.yaml',
      line: 1,
      column: 1,
    });
  });
});

test('one file is taken as it is', () => {
  const text = `paths: {}\ncomponents: { schemas: { A: { $ref: '#/nowhere', x: 1 } } }`;
  expect(readFiles([file('a', text)]).document).toEqual({
    openapi: '3.1.0',
    info: { title: 'a', version: '1' },
    paths: {},
    components: { schemas: { A: { $ref: '#/nowhere', x: 1 } } },
  });
});

describe('components', () => {
  test('that are equal are shared, whatever the order of their keys', () => {
    const one =
      "paths: {}\ncomponents: { schemas: { A: { type: object, properties: { b: { $ref: '#/components/schemas/B' } } }, B: { type: string, minLength: 1 } } }";
    const other =
      "paths: {}\ncomponents: { schemas: { B: { minLength: 1, type: string }, A: { properties: { b: { $ref: '#/components/schemas/B' } }, type: object } } }";
    const { schemas, diagnostics } = merge(one, other);
    expect(Object.keys(schemas)).toEqual(['A', 'B']);
    expect(schemas.A?.origin.file).toBe('specs/a.yaml');
    expect(diagnostics).toEqual([]);
  });

  test('that differ keep both: the later one is renamed with all that refers to it', () => {
    const { operations, schemas, document } = merge(
      `paths: { /a: { get: { ${answer('Page')} } } }
components: { schemas: { Item: { type: string }, Page: { type: array, items: { $ref: '#/components/schemas/Item' } } } }`,
      `paths: { /b: { get: { ${answer('Page')} } } }
components: { schemas: { Item: { type: integer }, Page: { type: array, items: { $ref: '#/components/schemas/Item' } } } }`,
    );
    // The pages are equal as texts, and mean different items.
    expect(Object.keys(schemas)).toEqual(['Item', 'Page', 'Item_b', 'Page_b']);
    expect(bare(schemas.Page_b)).toEqual({ kind: 'array', items: { kind: 'ref', name: 'Item_b' } });
    expect(operations.map(({ responses }) => bare(responses[0]?.contents[0]?.schema))).toEqual([
      { kind: 'ref', name: 'Page' },
      { kind: 'ref', name: 'Page_b' },
    ]);
    expect(document.components).toEqual({
      schemas: {
        Item: { type: 'string' },
        Page: { type: 'array', items: { $ref: '#/components/schemas/Item' } },
        Item_b: { type: 'integer' },
        Page_b: { type: 'array', items: { $ref: '#/components/schemas/Item_b' } },
      },
    });
  });

  test('that refer to each other are shared as a whole', () => {
    const loop = (extra: string): string =>
      `paths: {}\ncomponents: { schemas: { A: { properties: { b: { $ref: '#/components/schemas/B' } } }, B: { properties: { a: { $ref: '#/components/schemas/A' }${extra} } } } }`;
    expect(Object.keys(merge(loop(''), loop('')).schemas)).toEqual(['A', 'B']);
    expect(Object.keys(merge(loop(''), loop(', c: {}')).schemas)).toEqual(['A', 'B', 'A_b', 'B_b']);
  });

  test('of a third file are shared with whichever they equal', () => {
    const one = (type: string): string =>
      `paths: {}\ncomponents: { schemas: { A: { type: ${type} } }, responses: { R${type}: { content: { a/b: { schema: { $ref: '#/components/schemas/A' } } } } } }`;
    const { schemas, document } = readFiles([
      file('a', one('string')),
      file('b', one('integer')),
      file('c', one('integer').replace('Rinteger', 'Rother')),
      file('d', one('boolean')),
    ]);
    expect(bare(schemas)).toEqual({
      A: { kind: 'string' },
      A_b: { kind: 'integer' },
      A_d: { kind: 'boolean' },
    });
    const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)];
    expect(references.map(([, name]) => name)).toEqual(['A', 'A_b', 'A_b', 'A_d']);
  });

  test('whose reference leads nowhere are not shared with those whose reference does', () => {
    const page = "Page: { items: { $ref: '#/components/schemas/Item' } }";
    const { schemas } = merge(
      `paths: {}\ncomponents: { schemas: { ${page} } }`,
      `paths: {}\ncomponents: { schemas: { ${page}, Item: { type: string } } }`,
    );
    expect(bare(schemas)).toEqual({
      Page: { kind: 'array', items: { kind: 'any' } },
      Page_b: { kind: 'array', items: { kind: 'ref', name: 'Item' } },
      Item: { kind: 'string' },
    });
  });

  test('get no name that is taken', () => {
    const { schemas } = merge(
      'paths: {}\ncomponents: { schemas: { A: { type: string }, A_b: { type: boolean } } }',
      'paths: {}\ncomponents: { schemas: { A: { type: integer }, A_b2: { type: number } } }',
    );
    expect(Object.keys(schemas).sort()).toEqual(['A', 'A_b', 'A_b2', 'A_b3']);
  });

  test('of other kinds are renamed as well', () => {
    const { operations, securitySchemes, document } = merge(
      `security: [{ key: [] }]
paths: { /a: { get: { parameters: [{ $ref: '#/components/parameters/P' }], ${OK} } } }
components: { parameters: { P: { name: p, in: query, schema: {} } }, securitySchemes: { key: { type: http, scheme: basic } } }`,
      `security: [{ key: [] }]
paths: { /b: { get: { parameters: [{ $ref: '#/components/parameters/P' }], ${OK} } } }
components: { parameters: { P: { name: q, in: query, schema: {} } }, securitySchemes: { key: { type: http, scheme: bearer } } }`,
    );
    expect(
      operations.map(({ parameters, security }) => [parameters[0]?.name, security[0]?.schemes[0]?.name]),
    ).toEqual([
      ['p', 'key'],
      ['q', 'key_b'],
    ]);
    expect(securitySchemes.map(({ name, scheme }) => [name, scheme])).toEqual([
      ['key', 'basic'],
      ['key_b', 'bearer'],
    ]);
    expect(document.paths).toMatchObject({
      '/b': { get: { parameters: [{ $ref: '#/components/parameters/P_b' }], security: [{ key_b: [] }] } },
    });
  });

  test('are renamed in discriminators, which keep their values', () => {
    const pets = (type: string): string => `paths: {}
components:
  schemas:
    Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { cat: Cat, kitten: '#/components/schemas/Cat' } } }
    Cat: { type: ${type} }
    Dog: { type: ${type} }`;
    const { schemas, document } = merge(pets('object'), pets('string'));
    expect(bare(schemas.Pet_b)).toMatchObject({
      discriminator: { mapping: { cat: 'Cat_b', kitten: 'Cat_b', Dog: 'Dog_b' } },
    });
    const components = document.components as { readonly schemas: { readonly Pet_b: JsonObject } };
    expect(components.schemas.Pet_b.discriminator).toEqual({
      propertyName: 'kind',
      mapping: { cat: 'Cat_b', kitten: '#/components/schemas/Cat_b' },
    });
  });
});

describe('paths', () => {
  test('in two files are joined, each operation with the parameters of its own path item', () => {
    const limit = '{ name: limit, in: query, schema: {} }';
    const page = '{ name: page, in: query, schema: {} }';
    const { operations, document } = merge(
      `paths: { /x: { parameters: [${limit}], get: { ${OK} } } }`,
      `paths: { /x: { parameters: [${page}], post: { parameters: [{ name: page, in: query, required: true, schema: {} }], ${OK} }, get: { ${OK} } } }`,
    );
    expect(
      operations.map(({ key, parameters }) => [key, parameters.map(({ name, level }) => `${name} ${level}`)]),
    ).toEqual([
      ['GET /x', ['limit path-item']],
      ['POST /x', ['page operation']],
    ]);
    expect(document.paths).toEqual({
      '/x': {
        get: {
          parameters: [{ name: 'limit', in: 'query', schema: {} }],
          responses: { 200: { description: 'Done' } },
        },
        post: {
          parameters: [{ name: 'page', in: 'query', required: true, schema: {} }],
          responses: { 200: { description: 'Done' } },
        },
      },
    });
  });

  test('keep the servers and the security of their file', () => {
    const { operations, document } = merge(
      `servers: [{ url: https://a.example }]\nsecurity: [{ key: [] }]\npaths: { /a: { get: { ${OK} } } }`,
      `servers: [{ url: https://b.example }]\npaths: { /b: { get: { ${OK} } } }`,
    );
    expect(operations.map(({ servers, security }) => [servers[0]?.url, security.length])).toEqual([
      ['https://a.example', 1],
      ['https://b.example', 0],
    ]);
    expect(document.paths).toMatchObject({
      '/b': { servers: [{ url: 'https://b.example' }], get: { security: [] } },
    });
  });
});

test('a file that cannot be read makes the spec unreadable, and every such file is told', () => {
  const files = [
    file('a', 'paths: {}'),
    { path: 'b.yaml', text: '' },
    { path: 'c.json', text: '{"swagger": "1.2"}' },
  ];
  expect(findings(files)).toEqual([
    'b.yaml:1:1 error spec-empty: `b.yaml` holds no document.',
    'c.json:1:2 error spec-version-unsupported: `c.json` is written in the unsupported version `1.2`.',
  ]);
});
