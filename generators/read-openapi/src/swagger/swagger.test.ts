import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Operation, SpecOrigin } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { bare, findings, readFiles, readSpec } from '../testing.ts';

const LIBRARY = `swagger: 2.0
info: { title: Library, version: '1' }
host: library.example
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
securityDefinitions:
  key: { type: apiKey, in: header, name: X-Key }
  members: { type: oauth2, flow: accessCode, authorizationUrl: 'https://a.example', tokenUrl: 'https://t.example', scopes: { read: Read } }
security: [{ key: [] }]
parameters:
  Limit: { name: limit, in: query, type: integer, maximum: 100 }
  NewBook: { name: book, in: body, required: true, schema: { $ref: '#/definitions/Book' } }
responses:
  Missing: { description: No such book, schema: { $ref: '#/definitions/Problem' } }
paths:
  /books:
    get:
      operationId: listBooks
      parameters:
        - { $ref: '#/parameters/Limit' }
        - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: pipes }
        - { name: shelves, in: query, type: array, items: { type: string }, collectionFormat: tsv }
      responses:
        200:
          description: Books
          headers: { X-Total: { type: integer } }
          schema: { type: array, items: { $ref: '#/definitions/Book' } }
          examples: { application/json: [] }
    post:
      operationId: addBook
      parameters: [{ $ref: '#/parameters/NewBook' }]
      responses: { 201: { description: Added } }
  /books/{isbn}:
    get:
      operationId: getBook
      responses: { 404: { $ref: '#/responses/Missing' } }
    put:
      operationId: replaceBook
      parameters:
        - { name: book, in: body, schema: { type: object, properties: { title: { type: string } } } }
        - { name: If-Match, in: header, type: string }
      responses: { 204: { description: Replaced } }
    parameters:
      - { name: isbn, in: path, required: true, type: string, pattern: '^\\d+$' }
  /books/{isbn}/cover:
    x-note: covers
    put:
      operationId: setCover
      consumes: [multipart/form-data]
      parameters:
        - { name: isbn, in: path, required: true, type: string }
        - { name: file, in: formData, type: file, required: true }
        - { name: caption, in: formData, type: string, description: Below it }
        - { name: colours, in: formData, type: array, items: { type: string } }
      responses: { 204: { description: Set } }
definitions:
  Book:
    type: object
    required: [title]
    properties:
      title: { type: string, default: Untitled }
      author: { type: string, x-nullable: true }
  Problem:
    discriminator: kind
    properties: { kind: { type: string } }
`;

const spec = readSpec(LIBRARY);

function operation(id: string): Operation {
  const found = spec.operations.find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`There is no operation ${id}.`);
  return found;
}

describe('a document of Swagger 2.0', () => {
  test('has nothing to report', () => {
    expect(findings([{ path: 'spec.yaml', text: LIBRARY }])).toEqual([]);
  });

  test('needs a form that has a needed field, and no other', () => {
    const form = (fields: string) =>
      `{ consumes: [multipart/form-data], parameters: [${fields}], responses: { 204: { description: Set } } }`;
    const { operations } = readSpec(`swagger: '2.0'
info: { title: T, version: '1' }
paths:
  /a: { post: ${form('{ name: f, in: formData, type: file, required: true }')} }
  /b: { post: ${form('{ name: f, in: formData, type: file }')} }
  /c: { parameters: [{ name: f, in: formData, type: string, required: true }], put: ${form('')} }
`);
    expect(operations.map(({ path, requestBody }) => [path, requestBody?.required])).toEqual([
      ['/a', true],
      ['/b', false],
      ['/c', true],
    ]);
  });

  test('keeps what it says of the whole', () => {
    expect(bare(spec.servers)).toMatchObject([{ url: 'https://library.example/v1' }]);
    expect(spec.openapi).toBe('2.0');
    expect(bare(spec.securitySchemes)).toMatchObject([
      { name: 'key', type: 'apiKey', in: 'header', parameterName: 'X-Key' },
      { name: 'members', type: 'oauth2', flows: { authorizationCode: { tokenUrl: 'https://t.example' } } },
    ]);
  });

  test('is emitted as OpenAPI 3.0', () => {
    expect(spec.document).toMatchObject({
      openapi: '3.0.4',
      components: {
        schemas: { Book: {} },
        parameters: { Limit: { schema: { type: 'integer' } } },
        requestBodies: { NewBook: {} },
      },
    });
    expect(spec.document).not.toHaveProperty('swagger');
    expect(spec.document).not.toHaveProperty('definitions');
    expect(JSON.stringify(spec.document)).not.toContain('#/definitions');
    expect(spec.document).toHaveProperty(['paths', '/books/{isbn}/cover', 'x-note'], 'covers');
  });

  test.each<[string, { id: string; want: object }]>([
    [
      'parameters have schemas and styles',
      {
        id: 'listBooks',
        want: {
          parameters: [
            { name: 'limit', schema: { kind: 'integer', maximum: 100 } },
            { name: 'tags', style: 'pipeDelimited', explode: false, schema: { kind: 'array' } },
            { name: 'shelves', extensions: { 'x-collectionFormat': 'tsv' } },
          ],
        },
      },
    ],
    [
      'responses have media types',
      {
        id: 'listBooks',
        want: {
          responses: [
            {
              status: '200',
              headers: [{ name: 'X-Total', schema: { kind: 'integer' } }],
              contents: [{ mediaType: 'application/json', examples: [{ value: [] }] }],
            },
          ],
        },
      },
    ],
    [
      'a body that is referred to is the request body',
      {
        id: 'addBook',
        want: {
          parameters: [],
          requestBody: { required: true, contents: [{ schema: { kind: 'ref', name: 'Book' } }] },
        },
      },
    ],
    [
      'a path item lends its parameters, wherever it has them',
      { id: 'getBook', want: { parameters: [{ name: 'isbn', level: 'path-item' }] } },
    ],
    [
      'form parameters are properties of the body',
      {
        id: 'setCover',
        want: {
          parameters: [{ name: 'isbn' }],
          requestBody: {
            contents: [
              {
                mediaType: 'multipart/form-data',
                schema: {
                  kind: 'object',
                  properties: [
                    { name: 'file', required: true, schema: { kind: 'string', format: 'binary' } },
                    { name: 'caption', required: false, schema: { description: 'Below it' } },
                    { name: 'colours', schema: { kind: 'array' } },
                  ],
                },
                encoding: { colours: { style: 'form', explode: false } },
              },
            ],
          },
        },
      },
    ],
  ])('%s', (_name, { id, want }) => {
    expect(bare(operation(id))).toMatchObject(want);
  });

  test.each<[string, { given: () => SpecOrigin | undefined; want: string }]>([
    ['an operation', { given: () => operation('getBook').origin, want: '/paths/~1books~1{isbn}/get' }],
    [
      'a shared parameter',
      { given: () => operation('listBooks').parameters[0]?.origin, want: '/parameters/Limit' },
    ],
    [
      'a parameter',
      { given: () => operation('listBooks').parameters[1]?.origin, want: '/paths/~1books/get/parameters/1' },
    ],
    [
      "a parameter's schema",
      { given: () => operation('listBooks').parameters[0]?.schema.origin, want: '/parameters/Limit' },
    ],
    [
      "a path item's parameter",
      {
        given: () => operation('getBook').parameters[0]?.origin,
        want: '/paths/~1books~1{isbn}/parameters/0',
      },
    ],
    [
      'a parameter behind a body',
      {
        given: () => operation('replaceBook').parameters[1]?.origin,
        want: '/paths/~1books~1{isbn}/put/parameters/1',
      },
    ],
    [
      'a body',
      {
        given: () => operation('replaceBook').requestBody?.origin,
        want: '/paths/~1books~1{isbn}/put/parameters/0',
      },
    ],
    [
      "a body's schema",
      {
        given: () => operation('replaceBook').requestBody?.contents[0]?.schema?.origin,
        want: '/paths/~1books~1{isbn}/put/parameters/0/schema',
      },
    ],
    ['a shared body', { given: () => operation('addBook').requestBody?.origin, want: '/parameters/NewBook' }],
    [
      'a form parameter',
      {
        given: () => {
          const schema = operation('setCover').requestBody?.contents[0]?.schema;
          return schema?.kind === 'object' ? schema.properties[1]?.schema.origin : undefined;
        },
        want: '/paths/~1books~1{isbn}~1cover/put/parameters/2',
      },
    ],
    [
      'the schema of a response',
      {
        given: () => operation('listBooks').responses[0]?.contents[0]?.schema?.origin,
        want: '/paths/~1books/get/responses/200/schema',
      },
    ],
    [
      'a shared response',
      { given: () => operation('getBook').responses[0]?.origin, want: '/responses/Missing' },
    ],
    ['a definition', { given: () => spec.schemas.Book?.origin, want: '/definitions/Book' }],
    ['a server', { given: () => spec.servers[0]?.origin, want: '/host' }],
    ['a security scheme', { given: () => spec.securitySchemes[0]?.origin, want: '/securityDefinitions/key' }],
  ])('%s has its place in the file as written', (_name, { given, want }) => {
    expect(given()).toEqual({ file: 'spec.yaml', pointer: want });
  });
});

test('@okta/openapi 2.15.0: each operation, parameter and schema has its place in the file', () => {
  const path = createRequire(import.meta.url).resolve('@okta/openapi/dist/spec.json');
  const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), null, 1);
  const lines = text.split('\n');
  const okta = readFiles([{ path: 'spec.json', text }]);
  const lineOf = (origin: SpecOrigin): string => lines[okta.locate(origin).line - 1] ?? '';
  expect(okta.operations).toHaveLength(340);
  for (const { method, origin, parameters } of okta.operations) {
    expect(lineOf(origin)).toContain(`"${method.toLowerCase()}": {`);
    for (const { name, in: place, origin: at } of parameters) {
      const { line } = okta.locate(at);
      const end = lines.findIndex((text, i) => i >= line && /^ {5}\}/.test(text));
      expect(lines.slice(line, end)).toEqual(
        expect.arrayContaining([
          expect.stringContaining(`"name": "${name}"`),
          expect.stringContaining(`"in": "${place}"`),
        ]),
      );
    }
  }
  const schemas = Object.entries(okta.schemas);
  expect(schemas).toHaveLength(456);
  for (const [name, { origin }] of schemas) expect(lineOf(origin)).toContain(`"${name}": {`);
});

test('a form field may have any name', () => {
  const names = ['__proto__', 'constructor', 'a'];
  const spec = readSpec(
    JSON.stringify({
      swagger: '2.0',
      info: { title: 'T', version: '1' },
      paths: {
        '/a': {
          post: {
            consumes: ['application/x-www-form-urlencoded'],
            parameters: names.map((name) => ({ name, in: 'formData', type: 'string', required: true })),
            responses: { 200: { description: 'Done' } },
          },
        },
      },
    }),
  );
  expect(spec.operations[0]?.requestBody?.contents[0]?.schema).toMatchObject({
    properties: names.map((name) => ({ name, required: true })),
  });
});
