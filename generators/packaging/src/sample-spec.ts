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
