import type { BodyEncoding } from '../descriptor.ts';
import type { RequestFacts } from '../response/errors.ts';
import { toJson } from '../serialize/json.ts';
import { isAbsent, items, members, scalarText } from '../serialize/scalar.ts';

/** A kind of body; one that no method names is not bundled. Throws a TypeError for a body that lacks what it must have. */
export type WriteBody = (body: unknown, encoding: BodyEncoding, facts: RequestFacts) => EncodedBody;

/** All absent: nothing is sent. */
export interface EncodedBody {
  readonly content?: BodyInit;
  /** Undefined where the platform sets it, as for a multipart body with its boundary. */
  readonly type?: string | undefined;
  /** As fetch wants it of a stream, which can be sent only once. */
  readonly duplex?: 'half' | undefined;
}

interface Members {
  readonly [name: string]: unknown;
}

/** What a binary body is given as. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream<Uint8Array>;

export const json: WriteBody = /* @__PURE__ */ writer('application/json', toJson);

export const text: WriteBody = /* @__PURE__ */ writer('text/plain', (body) => scalarText('body', body));

const bytes = /* @__PURE__ */ writer('application/octet-stream', (body) => body as BodyInit);

/** Bytes as they are; a blob that knows its media type tells it, where the method declares none. */
export const binary: WriteBody = (body, encoding, facts) => {
  const own = body instanceof Blob && body.type !== '' ? { type: body.type } : {};
  return bytes(body, { ...own, ...encoding }, facts);
};

/**
 * `application/x-www-form-urlencoded`: an array repeats its key, an object is sent as JSON (OpenAPI 3.1.1 section
 * 4.8.15.1.1), unless the method declares the field's style.
 */
export const formBody: WriteBody = /* @__PURE__ */ writer(
  'application/x-www-form-urlencoded',
  (body, { styles }) => {
    if (body instanceof URLSearchParams || typeof body === 'string') return body;
    const form = new URLSearchParams();
    for (const [name, value] of parts(body, styles)) form.append(name, partText(name, value));
    return [form.toString(), ...styledFields(body, styles)].filter(Boolean).join('&');
  },
);

/**
 * `multipart/form-data` (RFC 7578): blobs, files and bytes as they are, an array as several parts of one name, an object as JSON,
 * unless the method declares the part's style. A part whose media type it declares bears that.
 */
export const multipart: WriteBody = /* @__PURE__ */ writer(undefined, (body, { styles, types = {} }) => {
  if (body instanceof FormData) return body;
  const form = new FormData();
  for (const text of styledFields(body, styles))
    for (const [name, value] of new URLSearchParams(text)) form.append(name, value);
  for (const [name, value] of parts(body, styles)) {
    if (value instanceof Blob) form.append(name, value);
    else if (isBytes(value)) form.append(name, new Blob([value]));
    else if (Object.hasOwn(types, name))
      form.append(name, new Blob([partText(name, value)], { type: types[name] ?? '' }));
    else form.append(name, partText(name, value));
  }
  return form;
});

function isBytes(value: unknown): value is ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** `usual`: the media type unless the method declares another; undefined where the platform sets it. */
function writer(
  usual: string | undefined,
  write: (body: unknown, encoding: Pick<BodyEncoding, 'styles' | 'types'>) => BodyInit,
): WriteBody {
  return (body, encoding, { method, path }) => {
    const { type = usual, optional, fields = [] } = encoding;
    if (body === undefined && optional) return {};
    // What every object has, such as `constructor`, nobody gave.
    const nothing: Members = {};
    const isThere = (field: string) => (body as Members | null)?.[field] !== nothing[field];
    const missing = body === undefined ? '' : fields.find((field) => !isThere(field));
    if (missing !== undefined)
      throw new TypeError(`The \`body${missing && `.${missing}`}\` of ${method} ${path} is missing.`);
    const content = write(body, encoding);
    return { content, type: usual && type, duplex: content instanceof ReadableStream ? 'half' : undefined };
  };
}

/** The members that have a style, as it writes them into a query. */
function styledFields(body: unknown, styles: BodyEncoding['styles'] = {}): readonly string[] {
  return (members(body) ?? []).flatMap(([name, value]) => {
    const write = Object.hasOwn(styles, name) ? styles[name] : undefined;
    return write?.(name, value, encodeURIComponent) || [];
  });
}

/** The other members, of lists each item. */
function* parts(body: unknown, styles: BodyEncoding['styles'] = {}): Generator<readonly [string, unknown]> {
  for (const [name, value] of members(body) ?? []) {
    if (Object.hasOwn(styles, name)) continue;
    if (Array.isArray(value)) for (const item of items(value)) yield [name, item];
    else if (!isAbsent(value)) yield [name, value];
  }
}

function partText(name: string, value: unknown): string {
  return typeof value === 'object' ? toJson(value) : scalarText(name, value);
}
