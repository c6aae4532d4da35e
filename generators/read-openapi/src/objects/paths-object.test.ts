import type { Operation, Parameter } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { bare, readSpec } from '../testing.ts';

const HEAD = "openapi: 3.1.0\ninfo: { title: Library, version: '1' }\n";
const OK = "responses: { '200': { description: Done } }";

function operationsOf(text: string): readonly Operation[] {
  return readSpec(`${HEAD}${text}`).operations;
}

function operationOf(text: string): Operation {
  const [operation] = operationsOf(text);
  if (operation === undefined) throw new Error('There is no operation.');
  return operation;
}

describe('operations', () => {
  test('have what their Operation Object says', () => {
    const operation = operationOf(`
paths:
  /books/{isbn}:
    summary: Not the operation's
    delete:
      operationId: deleteBook
      tags: [books, stock]
      summary: Delete a book
      description: Takes a book out of stock.
      deprecated: true
      x-audit: { level: 2 }
      parameters: [{ name: isbn, in: path, required: true, schema: { type: string } }]
      ${OK}
`);
    expect(operation).toMatchObject({
      key: 'DELETE /books/{isbn}',
      method: 'DELETE',
      path: '/books/{isbn}',
      operationId: 'deleteBook',
      tags: ['books', 'stock'],
      summary: 'Delete a book',
      description: 'Takes a book out of stock.',
      deprecated: true,
      extensions: { 'x-audit': { level: 2 } },
      requestBody: null,
      pagination: null,
      origin: { file: 'spec.yaml', pointer: '/paths/~1books~1{isbn}/delete' },
    });
  });

  test('come in document order, extensions left out', () => {
    const operations = operationsOf(`
paths:
  /b: { post: { ${OK} }, get: { ${OK} }, x-note: {} }
  x-c: { get: { ${OK} } }
  /a: { head: { ${OK} } }
`);
    expect(operations.map(({ key }) => key)).toEqual(['POST /b', 'GET /b', 'HEAD /a']);
  });

  test('of a referenced path item stand where that is declared; members beside the reference go first', () => {
    const operations = operationsOf(`
paths:
  /a:
    $ref: '#/components/pathItems/Shared'
    get: { summary: Own, ${OK} }
components:
  pathItems:
    Shared:
      parameters: [{ name: q, in: query, schema: { type: string } }]
      get: { summary: Shared, ${OK} }
      post: { summary: Shared, ${OK} }
`);
    expect(
      operations.map(({ key, summary, parameters, origin }) => [
        key,
        summary,
        parameters.length,
        origin.pointer,
      ]),
    ).toEqual([
      ['GET /a', 'Own', 1, '/paths/~1a/get'],
      ['POST /a', 'Shared', 1, '/components/pathItems/Shared/post'],
    ]);
  });
});

describe('parameters', () => {
  /** The parameters of `GET /a`, given those of the path item and of the operation as flow sequences. */
  function parametersOf(item: string, own: string): readonly Parameter[] {
    return operationOf(`
paths:
  /a/{id}:
    parameters: ${item}
    get: { parameters: ${own}, ${OK} }
components:
  parameters:
    Limit: { name: limit, in: query, schema: { type: integer } }
`).parameters;
  }

  const id = '{ name: id, in: path, required: true, schema: { type: string } }';

  test('of the path item come first, and the operation overrides by name and place', () => {
    const joined = parametersOf(
      `[${id}, { name: sort, in: query, schema: { type: string } }, { name: X-Id, in: header, schema: {} }]`,
      '[{ name: id, in: query, schema: {} }, { name: sort, in: query, required: true, schema: { type: integer } }, { name: x-id, in: header, schema: {} }]',
    );
    expect(joined.map(({ name, in: place, level, schema }) => [name, place, level, schema.kind])).toEqual([
      ['id', 'path', 'path-item', 'string'],
      ['sort', 'query', 'operation', 'integer'],
      ['x-id', 'header', 'operation', 'any'],
      ['id', 'query', 'operation', 'any'],
    ]);
  });

  test('that are referenced have the place of their declaration, and the level of their use', () => {
    const [, limit] = parametersOf(`[${id}, { $ref: '#/components/parameters/Limit' }]`, '[]');
    expect(limit).toMatchObject({
      name: 'limit',
      level: 'path-item',
      origin: { pointer: '/components/parameters/Limit' },
    });
  });

  test('may be described anew beside a reference, in 3.1', () => {
    const [, limit] = parametersOf(
      `[${id}]`,
      "[{ $ref: '#/components/parameters/Limit', description: At most }]",
    );
    expect(limit).toMatchObject({ name: 'limit', description: 'At most', level: 'operation' });
  });

  test.each<[string, { given: string; want: Partial<Parameter> }]>([
    [
      'in a path',
      { given: 'in: path, required: true', want: { required: true, style: 'simple', explode: false } },
    ],
    ['in a path, though not marked', { given: 'in: path', want: { required: true } }],
    [
      'in the query',
      { given: 'in: query', want: { required: false, style: 'form', explode: true, allowReserved: false } },
    ],
    ['in a header', { given: 'in: header', want: { style: 'simple', explode: false } }],
    ['in a cookie', { given: 'in: cookie', want: { style: 'form', explode: true } }],
    [
      'in a style of its own',
      { given: 'in: query, style: pipeDelimited', want: { style: 'pipeDelimited', explode: false } },
    ],
    [
      'spread out or not',
      { given: 'in: query, style: deepObject, explode: true', want: { style: 'deepObject', explode: true } },
    ],
    ['not spread out', { given: 'in: query, explode: false', want: { style: 'form', explode: false } }],
    ['with reserved characters', { given: 'in: query, allowReserved: true', want: { allowReserved: true } }],
    [
      'deprecated, with an extension',
      { given: 'in: query, deprecated: true, x-a: 1', want: { deprecated: true, extensions: { 'x-a': 1 } } },
    ],
    ['with an example', { given: 'in: query, example: 5', want: { examples: [5] } }],
    [
      'with named examples',
      { given: 'in: query, examples: { a: { value: 5 }, b: { value: 6 } }', want: { examples: [5, 6] } },
    ],
    ['with a list of examples', { given: 'in: query, examples: [5, 6]', want: { examples: [5, 6] } }],
  ])('%s', (_name, { given, want }) => {
    const { parameters } = operationOf(`
paths:
  /a/{p}:
    get: { parameters: [{ name: p, schema: {}, ${given} }], ${OK} }
`);
    expect(parameters[0]).toMatchObject(want);
  });

  test('by content have its media type and schema', () => {
    const { parameters } = operationOf(`
paths:
  /a:
    get:
      parameters:
        - name: filter
          in: query
          content:
            application/json: { schema: { type: object }, example: { a: 1 } }
      ${OK}
`);
    expect(bare(parameters[0])).toMatchObject({
      mediaType: 'application/json',
      schema: { kind: 'object' },
      examples: [{ a: 1 }],
    });
  });
});

describe('bodies and responses', () => {
  const operation = operationOf(`
paths:
  /books:
    post:
      requestBody: { $ref: '#/components/requestBodies/Book' }
      responses:
        default: { $ref: '#/components/responses/Failure' }
        '201':
          description: Made
          headers:
            Location: { $ref: '#/components/headers/Location' }
            X-Left: { required: true, schema: { type: integer } }
          content:
            application/json; v=1:
              schema: { $ref: '#/components/schemas/Book' }
              example: { title: A }
              examples:
                b: { summary: Another, value: { title: B } }
                c: { $ref: '#/components/examples/C' }
                d: { externalValue: https://library.example/d.json }
            text/plain: {}
        4XX: { description: Refused }
components:
  requestBodies:
    Book:
      required: true
      description: The book
      content:
        multipart/form-data:
          schema: { type: object, properties: { cover: { type: string, format: binary } } }
          encoding:
            cover: { contentType: image/png, style: form, explode: false }
  responses:
    Failure: { description: Something went wrong }
  headers:
    Location: { description: Where it is, schema: { type: string, format: uri } }
  examples:
    C: { summary: A third, value: { title: C } }
  schemas:
    Book: { type: object }
`);

  test('a request body', () => {
    expect(operation.requestBody).toMatchObject({
      required: true,
      description: 'The book',
      origin: { pointer: '/components/requestBodies/Book' },
      contents: [
        {
          mediaType: 'multipart/form-data',
          schema: { kind: 'object' },
          encoding: { cover: { contentType: 'image/png', style: 'form', explode: false } },
        },
      ],
    });
  });

  test('responses by status, whole numbers first', () => {
    expect(operation.responses.map(({ status, description }) => [status, description])).toEqual([
      ['201', 'Made'],
      ['default', 'Something went wrong'],
      ['4XX', 'Refused'],
    ]);
    expect(operation.responses[1]?.origin.pointer).toBe('/components/responses/Failure');
  });

  test('response headers', () => {
    expect(operation.responses[0]?.headers).toMatchObject([
      {
        name: 'Location',
        required: false,
        description: 'Where it is',
        schema: { kind: 'string', format: 'uri' },
      },
      { name: 'X-Left', required: true, description: '', schema: { kind: 'integer' } },
    ]);
  });

  test('media types as written, and one without a schema', () => {
    const contents = operation.responses[0]?.contents ?? [];
    expect(contents.map(({ mediaType, schema }) => [mediaType, schema?.kind])).toEqual([
      ['application/json; v=1', 'ref'],
      ['text/plain', undefined],
    ]);
  });

  test('examples, the unnamed one first; those that are only linked to are left out', () => {
    expect(operation.responses[0]?.contents[0]?.examples).toEqual([
      { name: '', summary: '', value: { title: 'A' } },
      { name: 'b', summary: 'Another', value: { title: 'B' } },
      { name: 'c', summary: 'A third', value: { title: 'C' } },
    ]);
  });
});

describe('servers', () => {
  const url = (at: string): string => `servers: [{ url: 'https://${at}.example' }]`;
  test.each<[string, { root: string; item: string; own: string; want: string }]>([
    ["the operation's", { root: url('a'), item: url('b'), own: url('c'), want: 'https://c.example' }],
    ["else the path item's", { root: url('a'), item: url('b'), own: '', want: 'https://b.example' }],
    ["else the document's", { root: url('a'), item: '', own: '', want: 'https://a.example' }],
    ['else the root of wherever the document is', { root: '', item: '', own: '', want: '/' }],
    ['an empty list is none', { root: url('a'), item: 'servers: []', own: '', want: 'https://a.example' }],
  ])('%s', (_name, { root, item, own, want }) => {
    const { servers } = operationOf(
      `${root}\npaths:\n  /a:\n    ${item}\n    get:\n      ${own}\n      ${OK}\n`,
    );
    expect(servers.map((server) => server.url)).toEqual([want]);
  });

  test('with variables', () => {
    const { servers } = operationOf(`
servers:
  - url: https://{tenant}.example
    description: Each tenant's own
    variables: { tenant: { default: acme, enum: [acme, 7], description: Who } }
paths: { /a: { get: { ${OK} } } }
`);
    expect(servers).toEqual([
      {
        url: 'https://{tenant}.example',
        description: "Each tenant's own",
        variables: [{ name: 'tenant', default: 'acme', enum: ['acme', '7'], description: 'Who' }],
        origin: { file: 'spec.yaml', pointer: '/servers/0' },
      },
    ]);
  });
});

describe('security', () => {
  const schemes = `
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key, description: A key }
    oauth:
      type: oauth2
      flows:
        clientCredentials: { tokenUrl: /token, scopes: { read: Reads, write: Writes } }
        x-flow: {}
    basic: { type: http, scheme: Basic }
    alias: { $ref: '#/components/securitySchemes/basic' }
    odd: { type: magic }
`;
  test.each<[string, { root: string; own: string; want: unknown }]>([
    ['none is said', { root: '', own: '', want: [] }],
    [
      "the document's",
      { root: 'security: [{ key: [] }]', own: '', want: [{ schemes: [{ name: 'key', scopes: [] }] }] },
    ],
    [
      "the operation's, with scopes",
      {
        root: 'security: [{ key: [] }]',
        own: 'security: [{ oauth: [read] }, { key: [], basic: [] }]',
        want: [
          { schemes: [{ name: 'oauth', scopes: ['read'] }] },
          {
            schemes: [
              { name: 'key', scopes: [] },
              { name: 'basic', scopes: [] },
            ],
          },
        ],
      },
    ],
    ['an operation that needs none', { root: 'security: [{ key: [] }]', own: 'security: []', want: [] }],
    [
      'an operation that may go without',
      {
        root: '',
        own: 'security: [{}, { key: [] }]',
        want: [{ schemes: [] }, { schemes: [{ name: 'key', scopes: [] }] }],
      },
    ],
  ])('%s', (_name, { root, own, want }) => {
    const { security } = operationOf(
      `${root}\npaths:\n  /a:\n    get:\n      ${own}\n      ${OK}\n${schemes}`,
    );
    expect(security).toEqual(want);
  });

  test('schemes', () => {
    const { securitySchemes } = readSpec(`${HEAD}paths: {}\n${schemes}`);
    expect(bare(securitySchemes)).toEqual([
      { name: 'key', type: 'apiKey', description: 'A key', in: 'header', parameterName: 'X-Key' },
      {
        name: 'oauth',
        type: 'oauth2',
        description: '',
        flows: { clientCredentials: { tokenUrl: '/token', scopes: { read: 'Reads', write: 'Writes' } } },
      },
      { name: 'basic', type: 'http', description: '', scheme: 'basic' },
      { name: 'alias', type: 'http', description: '', scheme: 'basic' },
    ]);
  });
});
