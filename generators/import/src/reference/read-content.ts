import { dictionary, type JsonValue } from '@plumbline/model';
import type { Marker } from './markers.ts';
import type { ReferenceBody, ReferenceRow, Schema } from './reference.ts';
import type { readRows } from './rows.ts';
import { paragraphs, type ReferenceLine } from './text-lines.ts';
import { parseTypeLine } from './type-line.ts';

/** Reads rows, and remembers the values in them that cannot be read. */
export type RowsIn = (lines: readonly ReferenceLine[]) => ReturnType<typeof readRows>;

const MEDIA = /^[\w.+*-]+\/[\w.+*-]+(?:; ?[\w=-]+)*$/;

/** The body of a request. */
export function readBody(
  { media, required }: Extract<Marker, { kind: 'body' }>,
  rowsIn: RowsIn,
  lines: readonly ReferenceLine[],
): ReferenceBody {
  const content = mediaAbove(lines, media);
  const [first, ...others] = content.rest;
  const isRequired = required || /^required$/i.test(first?.text ?? '');
  const rest = !required && isRequired ? others : content.rest;
  const { schema, before } = schemaIn(rest, rowsIn);
  return { media: content.media, isRequired, description: paragraphs(before), schema, example: undefined };
}

/** The media type, where it stands on a line of its own; a browser's list shows it twice. */
export function mediaAbove(
  lines: readonly ReferenceLine[],
  given: string | null,
): { readonly media: string | null; readonly rest: readonly ReferenceLine[] } {
  let media = given;
  let at = 0;
  while (at < lines.length && (lines[at]?.text === '' || MEDIA.test(lines[at]?.text ?? ''))) {
    if (lines[at]?.text !== '') media ??= lines[at]?.text ?? null;
    at += 1;
  }
  return { media, rest: lines.slice(at) };
}

/** The schema that rows describe, an object or an array of them, or a type alone. */
export function schemaIn(
  lines: readonly ReferenceLine[],
  rowsIn: RowsIn,
): { readonly schema: Schema | null; readonly before: readonly ReferenceLine[] } {
  const { rows, before } = rowsIn(lines);
  const isArray = before.some(({ text }) => /^array\b ?(?:\(.{0,80}\)|\[)?[:]?$/i.test(text));
  if (rows.length > 0) {
    const object = objectOf(rows);
    return {
      schema: isArray ? { type: 'array', items: object } : object,
      before: before.filter(({ text }) => !/^array\b/i.test(text)),
    };
  }
  const typed = before.findIndex(({ text }) => text !== '');
  const type = parseTypeLine(before[typed]?.text ?? '');
  if (type !== null && type.rest === '' && !type.isRecursive) {
    return { schema: type.schema, before: before.slice(typed + 1) };
  }
  return { schema: null, before };
}

/** Properties by their rows; of two with one name the first. */
function objectOf(rows: readonly ReferenceRow[]): Schema {
  const properties = new Map<string, JsonValue>();
  let additional: JsonValue | undefined;
  for (const row of rows) {
    if (row.isAdditional) additional ??= propertyOf(row);
    else if (!properties.has(row.name)) properties.set(row.name, propertyOf(row));
  }
  const required = [
    ...new Set(rows.filter((row) => row.isRequired && !row.isAdditional).map(({ name }) => name)),
  ];
  return {
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    ...(properties.size === 0 ? {} : { properties: dictionary(properties) }),
    ...(additional === undefined ? {} : { additionalProperties: additional }),
  };
}

function propertyOf({ schema, description, isDeprecated, example }: ReferenceRow): Schema {
  return {
    ...schema,
    ...(description === '' ? {} : { description }),
    ...(isDeprecated ? { deprecated: true } : {}),
    ...(example === undefined ? {} : { example }),
  };
}
