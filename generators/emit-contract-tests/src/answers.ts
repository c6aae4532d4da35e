import { isObject, type JsonValue, member } from '@plumbline/model';
import type { ContractDocument, ContractOperation } from './document.ts';
import { isJson } from './request.ts';
import { asJson, sampleOf } from './sample.ts';

/** An answer that the document declares, and what the client makes of its body. */
export interface Answer {
  readonly status: number;
  /** Null: no body. */
  readonly mediaType: string | null;
  /** The body as it is sent. */
  readonly text: string;
  /** What the caller gets; undefined for no body. */
  readonly decoded: JsonValue | undefined;
}

/** Statuses whose answers have no body (RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5). */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * One answer for each declared status and media type, but for those that no finite value satisfies. Statuses below 200
 * are not final, so no caller sees them.
 */
export function answersOf(operation: ContractOperation, document: ContractDocument): readonly Answer[] {
  const statuses = new Set(operation.responses.map(({ status }) => status));
  return operation.responses.flatMap(({ status: declared, response }) => {
    const status = statusOf(declared, statuses);
    const content = member(response, 'content');
    if (status === null) return [];
    const types = isObject(content) && !BODILESS.has(status) ? Object.keys(content) : [];
    if (!isObject(content) || types.length === 0)
      return [{ status, mediaType: null, text: '', decoded: undefined }];
    return types.flatMap((mediaType): readonly Answer[] => {
      const schema = member(content[mediaType], 'schema');
      if (!isJson(mediaType)) {
        const text = `${status} of ${operation.method}`;
        return [{ status, mediaType: concrete(mediaType), text, decoded: text }];
      }
      const sample = sampleOf(schema, 'answer', document, { side: 'response', extent: 'full' });
      if (sample === undefined) return [];
      const json = asJson(sample);
      return [{ status, mediaType, text: JSON.stringify(json), decoded: json }];
    });
  });
}

/** `2XX` stands for 200, `default` for an error unless it stands alone. */
function statusOf(declared: string, all: ReadonlySet<string>): number | null {
  if (declared === 'default') return all.size === 1 ? 200 : 500;
  const range = /^([2-5])XX$/i.exec(declared);
  const status = range === null ? Number(declared) : Number(range[1]) * 100;
  return Number.isInteger(status) && status >= 200 && status <= 599 ? status : null;
}

/** A media type that a server can name for a range such as `image/*`. */
function concrete(mediaType: string): string {
  if (!mediaType.includes('*')) return mediaType;
  return mediaType.startsWith('text/') ? 'text/plain' : 'application/octet-stream';
}
