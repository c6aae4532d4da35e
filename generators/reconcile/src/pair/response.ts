import {
  type MediaType,
  type Operation,
  pointerTokens,
  type Response,
  type Schema,
  type SchemaField,
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
 * The shape of a row: the items, where the response is a list. An object may also wrap a list (`{ value: [ … ] }`);
 * then the documented names tell which of both the page means, and without them the pagination does. `stated` is
 * the path to the rows, where the provider's own YAML has one.
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
  const whole = shapeOf(content.schema, reader);
  if (whole.isList) return whole;
  const wrapped = whole.fields
    .filter(({ schema }) => reader.resolve(schema).kind === 'array')
    .map((field) => ({ name: field.name, shape: shapeOf(field.schema, reader) }));
  if (documented.size === 0) {
    const [items] = pointerTokens(operation.pagination?.items ?? '');
    return wrapped.find(({ name }) => name === items)?.shape ?? whole;
  }
  let best = { shape: whole, known: countKnown(whole, documented) };
  for (const { shape } of wrapped) {
    const known = countKnown(shape, documented);
    if (known > best.known) best = { shape, known };
  }
  return best.shape;
}

function shapeOf(schema: Schema, reader: SchemaReader): RowShape {
  const resolved = reader.resolve(schema);
  if (resolved.kind !== 'array') return { schema, fields: reader.fields(schema), isList: false };
  if (resolved.items === null) return { schema, fields: [], isList: true };
  return { schema: resolved.items, fields: reader.fields(resolved.items), isList: true };
}

function countKnown({ fields }: RowShape, documented: ReadonlySet<string>): number {
  return fields.filter(({ name }) => documented.has(name)).length;
}

/** Every column that the response could have, whichever shape is meant. */
export function columnsOf(operation: Operation, reader: SchemaReader): readonly SchemaField[] {
  const content = successContent(operation);
  if (content === null) return [];
  const whole = shapeOf(content.schema, reader);
  const lists = whole.fields.filter(({ schema }) => reader.resolve(schema).kind === 'array');
  const wrapped = lists.flatMap(({ schema }) => shapeOf(schema, reader).fields);
  return [...whole.fields, ...wrapped];
}
