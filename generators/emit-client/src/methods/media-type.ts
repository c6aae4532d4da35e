import { resolveSchema, type Schema, type Schemas } from '@plumbline/model';

/** How a body is written or read. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'text' | 'binary';

/** The kind of a body by its media type; by its schema where the media type leaves it open. */
export function bodyKind(mediaType: string, schema: Schema | null, schemas: Schemas): BodyKind {
  const essence = mediaType.replace(/;.*$/s, '').trim().toLowerCase();
  if (/[/+]json$/.test(essence)) return 'json';
  if (essence === 'application/x-www-form-urlencoded') return 'form';
  if (essence.startsWith('multipart/')) return 'multipart';
  if (/^text\/|[/+](?:xml|yaml|javascript)$/.test(essence)) return 'text';
  const resolved = schema === null ? null : resolveSchema(schema, schemas);
  if (essence === '*/*') return resolved === null || isBinary(resolved) ? 'binary' : 'json';
  return resolved?.kind === 'string' && !isBinary(resolved) ? 'text' : 'binary';
}

/** Bytes as they are: `format: binary` of OpenAPI 3.0, a media type without an encoding in 3.1 (section 4.8.14.3). */
export function isBinary(schema: Schema): boolean {
  if (schema.kind !== 'string') return false;
  return (
    schema.format === 'binary' ||
    (schema.contentMediaType !== undefined && schema.contentEncoding === undefined)
  );
}
