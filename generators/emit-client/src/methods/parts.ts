import { type Encoding, resolveSchema, type Schema, type SchemaField, type Schemas } from '@plumbline/model';
import { type Encoded, join, ts, tsKey, tsString } from '@plumbline/render';
import { type BoundBody, isFile } from './bound-method.ts';
import { type OnRuntime, writeOf } from './placements.ts';

type Ts = Encoded<'ts'>;

/**
 * The members of a body's encoding that say how parts are written of which the document says so (OpenAPI 3.1 section
 * 4.8.15): those of a form by a style, or as JSON; of a multipart form what is no file by a media type, too.
 */
export function partMembers(
  { kind, parts, encoding }: BoundBody,
  schemas: Schemas,
  onRuntime: OnRuntime,
): readonly Ts[] {
  if (kind !== 'form' && kind !== 'multipart') return [];
  const styles: Ts[] = [];
  const types: Ts[] = [];
  for (const part of parts) {
    const told = encoding[part.name];
    if (told === undefined || isFile(part.schema, schemas)) continue;
    const write = partWrite(part, told, kind, schemas);
    if (write !== null) {
      onRuntime(write);
      styles.push(ts`${tsKey(part.name)}: ${write as Ts}`);
    } else if (kind === 'multipart' && isOneType(told.contentType))
      types.push(ts`${tsKey(part.name)}: ${tsString(told.contentType)}`);
  }
  return [
    ...(styles.length === 0 ? [] : [ts`styles: { ${join(styles, ', ')} }`]),
    ...(types.length === 0 ? [] : [ts`types: { ${join(types, ', ')} }`]),
  ];
}

/** The runtime's function; null: the part is written as the body's kind has it. */
function partWrite(
  { schema }: SchemaField,
  { style, explode, contentType }: Encoding,
  kind: 'form' | 'multipart',
  schemas: Schemas,
): string | null {
  if (style === undefined && explode === undefined)
    return kind === 'form' && isJson(contentType) && isStructured(schema, schemas) ? 'jsonContent' : null;
  const written = { style: style ?? 'form', explode: explode ?? (style ?? 'form') === 'form' };
  return writeOf({ ...written, mediaType: null, schema }, 'query', schemas);
}

function isJson(contentType = ''): boolean {
  return /^[^/;,]+\/(?:[^/;,]+\+)?json\s*(?:;|$)/i.test(contentType);
}

/** A media type, rather than a list or a range of those that a part may be of. */
function isOneType(contentType: string | undefined): contentType is string {
  return contentType !== undefined && /^[^,*]+$/.test(contentType);
}

function isStructured(schema: Schema, schemas: Schemas): boolean {
  return !/^(?:string|number|integer|boolean|null)$/.test(resolveSchema(schema, schemas).kind);
}
