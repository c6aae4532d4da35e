/** A small provider of ours: a library that lends books. */
export const LIBRARY = `openapi: 3.1.0
info: { title: Library, version: 1.0.0 }
servers: [{ url: https://library.example }]
tags: [{ name: books }, { name: loans }]
paths:
  /books:
    get:
      operationId: listBooks
      tags: [books]
      summary: Lists books.
      parameters:
        - { name: title, in: query, schema: { type: string }, description: A part of the title. }
      responses:
        '200':
          description: The books.
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Book' } } } }
  /books/{bookId}:
    parameters:
      - { name: bookId, in: path, required: true, schema: { type: string }, description: The number of the book. }
    get:
      operationId: getBook
      tags: [books]
      summary: Gets a book.
      responses:
        '200':
          description: The book.
          content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } }
    delete:
      operationId: deleteBook
      tags: [books]
      summary: Removes a book.
      responses:
        '204': { description: It is gone. }
components:
  schemas:
    Book:
      type: object
      properties:
        id: { type: string, description: The number of the book. }
        title: { type: string, description: What the book is called. }
`;

/** What \`/loans\` adds to the paths. */
export const LOANS = `  /loans:
    get:
      operationId: listLoans
      tags: [loans]
      summary: Lists loans.
      responses:
        '200':
          description: The loans.
          content:
            application/json:
              schema:
                type: array
                items: { type: object, properties: { id: { type: string, description: The number of the loan. } } }
`;

/** The config of a workspace with all outputs. */
export function libraryConfig(upstream: string): string {
  return `export default {
  provider: 'library',
  spec: ['./openapi.yaml'],
  pages: ['./resources/**/*.md'],
  upstream: { './openapi.yaml': ${JSON.stringify(upstream)} },
  client: { package: '@acme/library-client', dir: '../../packages/library-client' },
  docs: { dir: '../../docs/content/library' },
  contractTests: { dir: '../../packages/library-contract-tests' },
};
`;
}
