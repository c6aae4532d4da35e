import { isAbsent, items, members, scalarText } from '../serialize/scalar.ts';

/** Encodes a body. `type` is the media type that the method declares. */
export type WriteBody = (body: unknown, type: string) => EncodedBody;

export interface EncodedBody {
  readonly content: BodyInit;
  /** Undefined where the platform sets it, as for a multipart body with its boundary. */
  readonly type: string | undefined;
  /** As fetch wants it of a stream, which can be sent only once. */
  readonly duplex?: 'half' | undefined;
}

/** What a binary body is given as. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream<Uint8Array>;

export const json: WriteBody = (body, type) => ({ content: JSON.stringify(body), type });

export const text: WriteBody = (body, type) => ({ content: scalarText('body', body), type });

/** Bytes as they are. */
export const binary: WriteBody = (body, type) => ({
  content: body as BodyInit,
  type,
  duplex: body instanceof ReadableStream ? 'half' : undefined,
});

/** `application/x-www-form-urlencoded`: an array repeats its key, an object is sent as JSON (OpenAPI 3.1.1 section 4.8.15.1.1). */
export const formBody: WriteBody = (body, type) => {
  if (body instanceof URLSearchParams) return { content: body, type };
  const form = new URLSearchParams();
  for (const [name, value] of parts(body)) form.append(name, partText(name, value));
  return { content: form.toString(), type };
};

/** `multipart/form-data` (RFC 7578): blobs and files as they are, an array as several parts of one name, an object as JSON. */
export const multipart: WriteBody = (body) => {
  if (body instanceof FormData) return { content: body, type: undefined };
  const form = new FormData();
  for (const [name, value] of parts(body)) {
    if (value instanceof Blob) form.append(name, value);
    else form.append(name, partText(name, value));
  }
  return { content: form, type: undefined };
};

function* parts(body: unknown): Generator<readonly [string, unknown]> {
  for (const [name, value] of members(body) ?? []) {
    if (Array.isArray(value)) for (const item of items(value)) yield [name, item];
    else if (!isAbsent(value)) yield [name, value];
  }
}

function partText(name: string, value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : scalarText(name, value);
}
