/** A small API, for programs outside the workspace. */
export const SPEC: string = `openapi: 3.1.0
info: { title: Pets, version: '1' }
servers: [{ url: 'https://pets.example.com' }]
paths:
  /pets/{petId}:
    parameters:
      - { name: petId, in: path, required: true, schema: { type: string } }
    get:
      operationId: getPet
      tags: [pets]
      responses:
        '200':
          description: A pet.
          content:
            application/json:
              schema:
                type: object
                properties: { id: { type: string, description: The id. } }
`;

/** With a variable of the server, credentials, a list that goes on by a cursor, and a body. */
export const ORCHARD: string = `openapi: 3.1.0
info: { title: Orchard API, version: '2.1', description: Trees and their fruit. }
servers:
  - url: https://{region}.orchard.example.com/v1
    variables: { region: { default: eu, enum: [eu, us], description: Where the trees stand. } }
security: [{ api_key: [] }]
tags: [{ name: trees, description: Trees. }]
paths:
  /trees:
    get:
      operationId: listTrees
      tags: [trees]
      summary: Lists trees.
      parameters:
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 20 } }
        - { name: cursor, in: query, schema: { type: string } }
      responses:
        '200':
          description: A page of trees.
          content:
            application/json:
              schema:
                type: object
                required: [items]
                properties:
                  items: { type: array, items: { $ref: '#/components/schemas/Tree' } }
                  next_cursor: { type: string }
    post:
      operationId: plantTree
      tags: [trees]
      summary: Plants a tree.
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/NewTree' } } }
      responses:
        '201': { description: The tree., content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } } }
  /trees/{treeId}:
    parameters:
      - { name: treeId, in: path, required: true, schema: { type: string }, description: ID of the tree. }
    get:
      operationId: getTree
      tags: [trees]
      summary: Gets a tree.
      responses:
        '200': { description: The tree., content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } } }
        '404': { description: There is no such tree. }
    delete:
      operationId: fellTree
      tags: [trees]
      summary: Fells a tree.
      responses: { '204': { description: It is gone. } }
components:
  securitySchemes:
    api_key: { type: apiKey, in: header, name: X-Api-Key, description: A key of the orchard. }
  schemas:
    NewTree:
      type: object
      required: [species]
      properties:
        species: { type: string, enum: [apple, pear], description: What grows on it. }
        height: { type: number, description: Metres., minimum: 0 }
    Tree:
      allOf:
        - $ref: '#/components/schemas/NewTree'
        - type: object
          required: [id]
          properties:
            id: { type: string, readOnly: true, description: The id. }
            planted: { type: string, format: date-time }
`;

/** Without tags, of the oldest version that is read. */
export const SWAGGER = {
  swagger: '2.0',
  info: { title: 'Depot', version: '1' },
  host: 'depot.example.com',
  basePath: '/api',
  schemes: ['https'],
  paths: {
    '/boxes': {
      get: {
        summary: 'Lists boxes.',
        produces: ['application/json'],
        parameters: [{ name: 'page', in: 'query', type: 'integer', minimum: 1 }],
        responses: {
          200: { description: 'Boxes.', schema: { type: 'array', items: { $ref: '#/definitions/Box' } } },
        },
      },
    },
    '/boxes/{boxId}': {
      parameters: [{ name: 'boxId', in: 'path', required: true, type: 'integer' }],
      get: {
        summary: 'Gets a box.',
        produces: ['application/json'],
        responses: { 200: { description: 'The box.', schema: { $ref: '#/definitions/Box' } } },
      },
      put: {
        summary: 'Replaces a box.',
        consumes: ['application/json'],
        parameters: [{ name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Box' } }],
        responses: { 204: { description: 'It is replaced.' } },
      },
    },
  },
  definitions: {
    Box: {
      type: 'object',
      required: ['label'],
      properties: {
        id: { type: 'integer', format: 'int64', readOnly: true, description: 'Its number.' },
        label: { type: 'string', maxLength: 40, description: 'What is written on it.' },
        size: { type: 'string', enum: ['small', 'large'] },
      },
    },
  },
} as const;
