import { expect, test } from 'vitest';
import { bare, findings, readSchemaS, readSpec } from '../testing.ts';

const TEXT = `openapi: 3.2.0
info: { title: Library, version: '1' }
paths:
  /books:
    query:
      operationId: queryBooks
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses:
        '200': { description: Books, content: { application/jsonl: { $ref: '#/components/mediaTypes/Books' } } }
    additionalOperations:
      COPY: { operationId: copyBooks, responses: { '200': { description: Done } } }
    get:
      parameters:
        - { name: all, in: querystring, content: { application/json: { schema: {} } } }
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        '200': { description: Books, content: { text/event-stream: { itemSchema: { type: strng } } } }
components:
  mediaTypes:
    Books: { itemSchema: { $ref: '#/components/schemas/Book' } }
  schemas:
    Book: { type: object }
`;

const spec = readSpec(TEXT);

test('a document of OpenAPI 3.2 keeps what the model can hold', () => {
  expect(spec.openapi).toBe('3.2.0');
  expect(bare(spec.operations)).toMatchObject([
    {
      key: 'QUERY /books',
      method: 'QUERY',
      requestBody: {},
      responses: [
        {
          contents: [
            {
              mediaType: 'application/jsonl',
              schema: { kind: 'array', items: { kind: 'ref', name: 'Book' } },
            },
          ],
        },
      ],
    },
    { key: 'GET /books', parameters: [{ name: 'limit' }] },
  ]);
});

test('has names that 3.1 has others for', () => {
  const { tags, servers, operations, securitySchemes, diagnostics } = readSpec(`openapi: 3.2.0
info: { title: Library, version: '1' }
servers: [{ url: https://a.example, name: Main }, { url: https://b.example, name: Other, description: Of tests }]
tags: [{ name: beta, kind: badge }, { name: books, summary: All books, kind: nav }]
security: [{ '#/components/securitySchemes/a~1b': [] }]
paths:
  /books:
    get:
      tags: [beta, books, more]
      security: [{ device: [read] }, { '#/components/securitySchemes/a~1b': [] }]
      responses:
        '200':
          summary: Books
          content: { application/json: { examples: { one: { dataValue: 1, serializedValue: '1' } } } }
components:
  securitySchemes:
    a/b: { type: apiKey, in: header, name: key }
    device:
      type: oauth2
      flows: { deviceAuthorization: { deviceAuthorizationUrl: /device, tokenUrl: /token, scopes: { read: Read } } }
`);
  expect(diagnostics).toEqual([]);
  expect(tags).toEqual([
    { name: 'beta', description: '' },
    { name: 'books', description: 'All books' },
  ]);
  expect(servers.map(({ description }) => description)).toEqual(['Main', 'Of tests']);
  expect(bare(operations)).toMatchObject([
    {
      tags: ['books', 'more', 'beta'],
      security: [{ schemes: [{ name: 'device' }] }, { schemes: [{ name: 'a/b' }] }],
      responses: [{ description: 'Books', contents: [{ examples: [{ name: 'one', value: 1 }] }] }],
    },
  ]);
  expect(bare(securitySchemes[1])).toMatchObject({
    flows: { deviceAuthorization: { deviceAuthorizationUrl: '/device', tokenUrl: '/token' } },
  });
});

test('the default of a discriminator is told by no value', () => {
  const schema = (target: string): unknown =>
    readSchemaS(
      `S: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: kind, mapping: { b: B }, defaultMapping: ${target} } }\nA: {}\nB: {}`,
      '3.2.0',
    );
  expect(schema('A')).toMatchObject({ discriminator: { mapping: { b: 'B' } } });
  expect(schema('"#/components/schemas/B"')).toMatchObject({ discriminator: { mapping: { A: 'A' } } });
});

test('and tells at its place what the outputs lose', () => {
  expect(findings([{ path: 'spec.yaml', text: TEXT }]).map((line) => line.split(': ')[0])).toEqual([
    'spec.yaml:5:5 warning operation-untyped',
    'spec.yaml:11:7 warning operation-method-unsupported',
    'spec.yaml:14:24 warning param-querystring-unsupported',
    'spec.yaml:17:70 info item-schema-listed',
    'spec.yaml:17:84 warning schema-type-unknown',
    'spec.yaml:20:14 info item-schema-listed',
  ]);
});

test('its document is one of 3.1', () => {
  expect(spec.document).toMatchObject({
    openapi: '3.1.1',
    paths: {
      '/books': {
        query: {
          responses: {
            200: {
              content: {
                'application/jsonl': {
                  schema: { type: 'array', items: { $ref: '#/components/schemas/Book' } },
                },
              },
            },
          },
        },
      },
    },
  });
});

test('earlier versions have no such method', () => {
  const text = TEXT.replace('3.2.0', '3.1.0');
  expect(findings([{ path: 'a.yaml', text }]).map((line) => line.split(': ')[0])).toEqual([
    'a.yaml:5:5 warning path-item-member-unknown',
    'a.yaml:10:5 warning path-item-member-unknown',
    'a.yaml:14:24 error param-place-unknown',
  ]);
});
