import {
  type AnswerRows,
  type MediaType,
  type Operation,
  pointerTokens,
  possibleRows,
  type Response,
  rowsOfNames,
  type Schema,
  type SchemaField,
  wrappedRows,
} from '@plumbline/model';
import type { SchemaReader } from '../schema-reader.ts';
import { type Step, walkSchema } from '../yaml/json-path.ts';

const JSON_TYPE = /^(?:application\/(?:[^;\s]+\+)?json|\*\/\*)\s*(?:;|$)/i;

/** What one row of a response is, seen in one way. */
export interface RowShape {
  readonly schema: Schema;
  readonly fields: readonly SchemaField[];
  /** The response is, or holds, a list of such rows. */
  readonly isList: boolean;
}

/** True for `application/json`, any `+json` type and `*\/*`, parameters aside. */
export function isJson(mediaType: string): boolean {
  return JSON_TYPE.test(mediaType);
}

/** The first 2xx response with JSON content that has a schema. */
export function successContent(
  operation: Operation,
): { readonly response: Response; readonly media: MediaType; readonly schema: Schema } | null {
  for (const response of operation.responses) {
    if (!response.status.startsWith('2')) continue;
    for (const media of response.contents) {
      if (isJson(media.mediaType) && media.schema !== null) return { response, media, schema: media.schema };
    }
  }
  return null;
}

/**
 * The shape of a row: the items, where the response is a list. An object may also wrap rows (`{ value: [ … ] }`); then
 * the documented names tell what the page means, and without them the pagination or the envelope does. `stated` is the
 * path to the rows, where the provider's own YAML has one.
 */
export function rowShape(
  operation: Operation,
  reader: SchemaReader,
  documented: ReadonlySet<string>,
  stated: readonly Step[] = [],
): RowShape | null {
  const content = successContent(operation);
  if (content === null) return null;
  const rows = stated.length === 0 ? null : walkSchema(content.schema, stated, reader);
  if (rows?.kind === 'found') return shapeOf(rows.schema, reader);
  const question = { path: operation.path, reader };
  if (documented.size === 0) {
    const steps = pointerTokens(operation.pagination?.items ?? '').map((name) => ({ name }));
    const paged = steps.length === 0 ? null : walkSchema(content.schema, steps, reader);
    if (paged?.kind === 'found') return shapeOf(paged.schema, reader);
    const wrapped = wrappedRows(content.schema, question);
    return wrapped === null ? shapeOf(content.schema, reader) : rowsShape(wrapped, reader);
  }
  return rowsShape(rowsOfNames(content.schema, documented, question), reader);
}

function rowsShape({ schema, isList }: AnswerRows, reader: SchemaReader): RowShape {
  return { schema, fields: reader.fields(schema), isList };
}

function shapeOf(schema: Schema, reader: SchemaReader): RowShape {
  const resolved = reader.resolve(schema);
  if (resolved.kind !== 'array') return { schema, fields: reader.fields(schema), isList: false };
  if (resolved.items === null) return { schema, fields: [], isList: true };
  return { schema: resolved.items, fields: reader.fields(resolved.items), isList: true };
}

/** Every column that the response could have, whichever shape is meant. */
export function columnsOf(operation: Operation, reader: SchemaReader): readonly SchemaField[] {
  const content = successContent(operation);
  if (content === null) return [];
  const rows = [...possibleRows(content.schema, { path: operation.path, reader })];
  return rows.flatMap(({ schema }) => reader.fields(schema));
}
