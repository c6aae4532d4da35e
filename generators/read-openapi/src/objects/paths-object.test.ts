import { describe, expect, test } from 'vitest';
import { OK, operationOf, operationsOf } from '../testing.ts';

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
