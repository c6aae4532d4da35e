import type { JsonObject } from '@plumbline/model';

/** A document of one operation, with parts of it replaced by those that a case is about. */
export function spec(parts: JsonObject = {}): JsonObject {
  return {
    openapi: '3.1.0',
    info: { title: 'Acme', version: '1' },
    servers: [{ url: 'https://acme.test' }],
    paths: { '/books': { get: LIST_BOOKS } },
    ...parts,
  };
}

/** An answer whose body is of this schema. */
export function answer(schema: JsonObject): JsonObject {
  return { '200': { description: 'Books.', content: { 'application/json': { schema } } } };
}

const LIST_BOOKS: JsonObject = {
  operationId: 'listBooks',
  tags: ['books'],
  description: 'Lists books.',
  responses: answer({
    type: 'array',
    items: { type: 'object', properties: { id: { type: 'string', description: 'The id.' } } },
  }),
};

export const OVERVIEW = `## Overview
<table><tbody>
<tr><td><b>Name</b></td><td><CopyableCode code="books" /></td></tr>
<tr><td><b>Id</b></td><td><CopyableCode code="acme.books.books" /></td></tr>
</tbody></table>

`;
export const FIELDS = `## Fields
| Name | Datatype | Description |
|:-----|:---------|:------------|
| <CopyableCode code="id" /> | \`string\` | The id. |

`;
export const METHODS = `## Methods
| Name | Accessible by | Required Params | Description |
|:-----|:--------------|:----------------|:------------|
| <CopyableCode code="list_books" /> | \`SELECT\` | | Lists books. |

`;
export const PAGE = OVERVIEW + FIELDS + METHODS;
