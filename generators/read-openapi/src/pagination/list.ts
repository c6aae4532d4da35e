import {
  childPointer,
  fieldsOf,
  type Operation,
  pagedRows,
  type Response,
  resolveSchema,
  type Schema,
  type Schemas,
} from '@plumbline/model';

/** The list that a response holds. */
export interface ResponseList {
  readonly response: Response;
  readonly body: Schema;
  /** A JSON Pointer to the array in the body; null where the body is the array. */
  readonly items: string | null;
}

/** The list that a successful answer in JSON is, or holds; null where there is none, or several that may be meant. */
export function findList(operation: Operation, schemas: Schemas): ResponseList | null {
  const response = operation.responses.find(({ status }) => /^2(?:\d\d|XX)$/.test(status));
  const body = response?.contents.find(({ mediaType }) => /[/+]json\b/.test(mediaType))?.schema;
  if (response === undefined || !body) return null;
  const reader = {
    fields: (schema: Schema) => fieldsOf(schema, schemas),
    resolve: (schema: Schema) => resolveSchema(schema, schemas),
  };
  const rows = pagedRows(body, { path: operation.path, reader });
  if (rows === null) return null;
  return { response, body, items: rows.at.length === 0 ? null : rows.at.reduce(childPointer, '') };
}
