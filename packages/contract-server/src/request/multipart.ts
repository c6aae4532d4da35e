import type { ApiDocument } from '../document/document.ts';
import type { Content } from '../document/operation.ts';
import { type JsonValue, member } from '../json.ts';
import { shapeOf } from '../schema/types.ts';
import { formDecoded } from './decode.ts';
import { jsonOrText } from './json-text.ts';
import { readField } from './query.ts';
import { scalarOf } from './scalar.ts';
import { styledField } from './styled-field.ts';

/**
 * The parts of a multipart body as the object that its schema describes (OpenAPI 3.1 section 4.8.15): of a file its
 * content as text, since the schema of a binary string allows any; of objects what their JSON says. Null: not
 * well-formed.
 */
export async function readMultipart(
  bytes: Uint8Array,
  contentType: string,
  { object }: Content,
  document: ApiDocument,
): Promise<JsonValue | null> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return null;
  }
  const { properties, additional } = shapeOf(member(object, 'schema'), document);
  const entries: [string, JsonValue][] = [];
  const taken = new Set<string>();
  const pairs = [...form].flatMap(([name, part]) =>
    typeof part === 'string' ? [[encodeURIComponent(name), masked(part)] as const] : [],
  );
  for (const [name, schema] of properties) {
    const field = styledField(name, schema, object);
    const read = field && readField(field, pairs, new Set(properties.keys()), document);
    if (!read) continue;
    for (const i of read.taken) taken.add(formDecoded(pairs[i]?.[0] ?? ''));
    entries.push([name, read.readings?.[0] ?? null]);
  }
  for (const name of new Set(form.keys())) {
    if (taken.has(name)) continue;
    const parts = await Promise.all(form.getAll(name).map(partText));
    const shape = shapeOf(
      properties.get(name) ?? (typeof additional === 'object' ? additional : true),
      document,
    );
    const isList = shape.types.has('array');
    const ofPart = isList ? shapeOf(shape.items, document) : shape;
    const values = parts.map((text): JsonValue => {
      const isStructured = ofPart.types.has('object') || ofPart.types.has('array');
      return isStructured ? jsonOrText(text) : scalarOf(text, ofPart);
    });
    const [first = null, ...more] = values;
    entries.push([name, isList || more.length > 0 ? values : first]);
  }
  return Object.fromEntries(entries);
}

/** A part's text as a query would have it, its separators as they stand. */
function masked(text: string): string {
  return text.replace(/[%&=+\0]/g, encodeURIComponent);
}

function partText(part: string | Blob): Promise<string> | string {
  return typeof part === 'string' ? part : part.text();
}
