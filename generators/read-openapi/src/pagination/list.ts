import {
  childPointer,
  fieldsOf,
  type Operation,
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

/** The list that a successful answer in JSON is, or holds as its only one; null where there is none, or several. */
export function findList(operation: Operation, schemas: Schemas): ResponseList | null {
  const response = operation.responses.find(({ status }) => /^2(?:\d\d|XX)$/.test(status));
  const body = response?.contents.find(({ mediaType }) => /[/+]json\b/.test(mediaType))?.schema;
  if (response === undefined || !body) return null;
  if (isArray(body, schemas)) return { response, body, items: null };
  const [only, ...others] = fieldsOf(body, schemas).filter(({ schema }) => isArray(schema, schemas));
  return only === undefined || others.length > 0
    ? null
    : { response, body, items: childPointer('', only.name) };
}

function isArray(schema: Schema, schemas: Schemas): boolean {
  return resolveSchema(schema, schemas).kind === 'array';
}
