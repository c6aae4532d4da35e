import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonObject } from '@plumbline/model';
import { afterAll, describe, expect, it } from 'vitest';
import { documentTypes } from './document-types.ts';
import { mendDocument } from './mend-document.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-document-types-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What openapi-typescript's own command prints. */
function commandPrints(document: JsonObject): string {
  const file = path.join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  const command = path.resolve(import.meta.dirname, '../../node_modules/openapi-typescript/bin/cli.js');
  return execFileSync(process.execPath, [command, file], { encoding: 'utf8' });
}

function documentOf(schemas: JsonObject, extra: JsonObject = {}): JsonObject {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Main' } } };
  const get = { operationId: 'getMain', responses: { 200: { description: 'OK', content } } };
  return {
    openapi: '3.0.3',
    info: { title: 'Acme', version: '1.0.0' },
    paths: { '/main': { get } },
    components: { schemas: { Main: { type: 'object' }, ...schemas } },
    ...extra,
  };
}

const pets = documentOf({
  Main: {
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
  },
  Cat: {
    type: 'object',
    properties: { kind: { type: 'string' } },
    example: { $ref: '#/components/schemas/Dog' },
  },
  Dog: { allOf: [{ $ref: '#/components/schemas/Cat' }], description: 'Ends a comment: */' },
});

/** Many of each kind, some of which need what others need too; the first operations have no id. */
function manyOfAll(): JsonObject {
  const many = (kind: string, make: (index: number) => JsonObject): JsonObject =>
    Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`${kind}${index}`, make(index)]));
  const reference = (place: string): JsonObject => ({ $ref: `#/components/${place}` });
  const operation = (id: string, index: number): JsonObject => ({
    ...(index > 2 && { operationId: `${id}${index}` }),
    parameters: [reference(`parameters/parameter${index}`)],
    requestBody: reference(`requestBodies/body${index}`),
    responses: { 200: reference(`responses/response${index}`) },
  });
  const content = { 'application/json': { schema: reference('schemas/schema1') } };
  return {
    openapi: '3.1.0',
    info: { title: 'Acme', version: '1.0.0' },
    paths: many('/path', (index) => ({ get: operation('get', index), put: operation('put', index) })),
    webhooks: many('hook', (index) => ({ post: operation('hear', index) })),
    components: {
      schemas: many('schema', (index) => ({
        type: 'object',
        description: 'Lines,\n\n  and */ more.',
        properties: { id: { type: 'string', enum: ['a', '"'] }, next: reference('schemas/schema2') },
        ...(index > 40 && { allOf: [reference('schemas/schema1')], required: ['next', 'id'] }),
      })),
      responses: many('response', () => ({ description: 'OK', content })),
      parameters: many('parameter', (index) => ({
        in: 'query',
        name: `name${index}`,
        schema: { type: 'string' },
      })),
      requestBodies: many('body', () => ({ content })),
      headers: {},
      pathItems: many('item', (index) => ({ get: operation('late', index) })),
    },
    $defs: { type: 'object', properties: { a: { type: 'string' } } },
  };
}

describe('documentTypes', () => {
  it.each([
    ['a small document', pets],
    ['a document of which each part has many', manyOfAll()],
    ['a document without operations', documentOf({}, { paths: {} })],
  ])("prints what openapi-typescript's command prints for %s", async (_name, document) => {
    expect(await documentTypes(document)).toEqual({ text: commandPrints(document) });
  });

  it('leaves the document as it was', async () => {
    const before = JSON.stringify(pets);
    await documentTypes(pets);
    expect(JSON.stringify(pets)).toBe(before);
  });

  it('tells what openapi-typescript refuses', async () => {
    const broken = documentOf({ Main: { type: 'object', properties: { a: [1] } } });
    expect(await documentTypes(broken)).toEqual({ refused: expect.stringContaining('invalid property a') });
  });
});

describe('mendDocument', () => {
  const mended = (document: JsonObject): JsonObject => {
    const copy = structuredClone(document);
    mendDocument(copy);
    return copy;
  };

  it('changes nothing where nothing is wrong', () => {
    const document = documentOf({ Main: { $ref: '#/components/schemas/Other' }, Other: { type: 'string' } });
    expect(mended(document)).toEqual(document);
  });

  it('resolves an example that is a reference', () => {
    const text = documentOf({ Main: { type: 'string', example: { $ref: '#/components/examples/a' } } }, {});
    const examples = { a: 'A' };
    const components = { ...(text.components as JsonObject), examples };
    expect(mended({ ...text, components })).toMatchObject({
      components: { schemas: { Main: { example: 'A' } } },
    });
  });

  it.each([
    ['to nothing', '#/components/schemas/Nope'],
    ['to another file', 'other.yaml#/a'],
    ['to an inherited name', '#/components/schemas/constructor'],
    ['that would be printed as code', '#/x-a; type B = string'],
    ['that is not encoded right', '#/components/schemas/%'],
  ])('empties a reference %s', (_name, $ref) => {
    const document = documentOf(
      { Main: { type: 'array', items: { $ref, description: 'x' } } },
      { 'x-a; type B = string': {} },
    );
    expect(mended(document)).toEqual(
      documentOf({ Main: { type: 'array', items: {} } }, { 'x-a; type B = string': {} }),
    );
  });

  it('keeps a reference through encoded characters', () => {
    const document = documentOf({
      'a/b c': { type: 'string' },
      Main: { $ref: '#/components/schemas/a~1b%20c' },
    });
    expect(mended(document)).toEqual(document);
  });

  it('keeps what only looks like a reference: data, and a property of that name', () => {
    const document = documentOf({
      Main: {
        type: 'object',
        default: { $ref: '#/nope' },
        enum: [{ $ref: '#/nope' }],
        'x-note': { $ref: '#/nope' },
        properties: { $ref: { type: 'string' }, example: { type: 'string', example: { $ref: '#/nope' } } },
      },
    });
    expect(mended(document)).toEqual(document);
  });

  it('mends inside a property that is called like data', () => {
    const schema = (value: JsonObject) =>
      documentOf({ Main: { type: 'object', properties: { example: value } } });
    expect(mended(schema({ $ref: '#/nope' }))).toEqual(schema({}));
  });

  it('takes an operationId away that an earlier operation has', () => {
    const get = { operationId: 'a', responses: {} };
    const twice = documentOf({}, { paths: { '/a': { get }, '/b': { get: { ...get } } } });
    expect(mended(twice)).toEqual(
      documentOf({}, { paths: { '/a': { get }, '/b': { get: { responses: {} } } } }),
    );
  });

  it('takes an operationId away that has a percent sign, which is printed decoded', () => {
    const paths = (operation: JsonObject) => documentOf({}, { paths: { '/a': { get: operation } } });
    expect(mended(paths({ operationId: '%2e', responses: {} }))).toEqual(paths({ responses: {} }));
  });

  it('ends on a document that shares its parts', () => {
    const shared = { type: 'object' };
    expect(mended(documentOf({ Main: shared, Other: shared }))).toEqual(
      documentOf({ Main: shared, Other: shared }),
    );
  });
});
