import type { ApiDocument } from '../document/document.ts';
import type { Content, Operation } from '../document/operation.ts';
import { type JsonValue, member, textAt } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Check } from '../schema/checker.ts';
import { shapeOf } from '../schema/types.ts';
import { formDecoded } from './decode.ts';
import { jsonOrText } from './json-text.ts';
import { isFormType, isJsonType, isMultipartType, isTextType, matchingType } from './media-type.ts';
import { readMultipart } from './multipart.ts';
import { pairsOf, readField } from './query.ts';
import { styledField } from './styled-field.ts';

/** What the body of a request comes to. */
export interface BodyOutcome {
  /** The declared media type that it is of; null: none. */
  readonly mediaType: string | null;
  /** As its schema reads it; undefined: there is none, or it is binary. */
  readonly value: JsonValue | undefined;
  readonly problems: readonly Problem[];
}

export interface BodyContext {
  readonly document: ApiDocument;
  readonly check: (schema: JsonValue | undefined) => Check;
}

const NONE: BodyOutcome = { mediaType: null, value: undefined, problems: [] };

/** Reads the body by its media type, and tells what is wrong about it. */
export async function checkBody(
  { method, requestBody }: Operation,
  contentType: string | undefined,
  bytes: Uint8Array,
  context: BodyContext,
): Promise<BodyOutcome> {
  if (requestBody === null) {
    const message = 'The operation takes no body, and one was sent.';
    const hint = 'Leave the body out.';
    return bytes.length === 0 ? NONE : refused(null, { keyword: 'unknown', message, hint });
  }
  const types = requestBody.contents.map(({ mediaType }) => `\`${mediaType}\``).join(', ');
  if (bytes.length === 0 && (!requestBody.required || contentType === undefined)) {
    const message = 'The body is missing.';
    const hint = `Send one of ${types}: it is required.`;
    // What many clients cannot send, nobody is refused for (Fetch Standard, section 5.4).
    const isRequired = requestBody.required && method !== 'GET' && method !== 'HEAD';
    return isRequired ? refused(null, { keyword: 'required', message, hint }) : NONE;
  }
  const content = contentType === undefined ? undefined : matchingType(requestBody.contents, contentType);
  if (content === undefined && requestBody.contents.length > 0) {
    const message =
      contentType === undefined
        ? 'The body has no `Content-Type`.'
        : `The operation takes no body of \`${contentType}\`.`;
    return refused(null, { keyword: 'mediaType', message, hint: `Send ${types}.` });
  }
  return content === undefined
    ? NONE
    : readContent(
        content,
        { contentType: contentType ?? '', bytes, required: requestBody.required },
        context,
      );
}

interface Sent {
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly required: boolean;
}

async function readContent(content: Content, sent: Sent, context: BodyContext): Promise<BodyOutcome> {
  const { mediaType } = content;
  const { contentType, bytes } = sent;
  const schema = member(content.object, 'schema');
  if (isJsonType(contentType)) {
    if (bytes.length === 0)
      return refused(mediaType, {
        keyword: 'required',
        message: 'The body is empty.',
        hint: 'Send a JSON value.',
      });
    const parsed = parseJson(bytes);
    return 'problem' in parsed
      ? refused(mediaType, parsed.problem)
      : judged(mediaType, parsed.value, schema, context);
  }
  if (isFormType(contentType)) {
    const { types } = shapeOf(schema, context.document);
    const isWhole = types.has('string') && !types.has('object');
    const value = isWhole ? utf8(bytes) : readForm(utf8(bytes), content, context.document);
    return judged(mediaType, value, schema, context);
  }
  if (isMultipartType(contentType)) {
    const value = await readMultipart(bytes, contentType, content, context.document);
    if (value !== null) return judged(mediaType, value, schema, context);
    const message = 'The body is not well-formed multipart (RFC 7578).';
    const hint = 'Let a FormData write body and boundary.';
    return refused(mediaType, { keyword: 'syntax', message, hint });
  }
  const { types } = shapeOf(schema, context.document);
  const isText = isTextType(contentType) && (types.size === 0 || types.has('string'));
  return isText ? judged(mediaType, utf8(bytes), schema, context) : { ...NONE, mediaType };
}

function judged(
  mediaType: string,
  value: JsonValue,
  schema: JsonValue | undefined,
  { check }: BodyContext,
): BodyOutcome {
  const problems = check(schema)(value).map(({ pointer, keyword, message }): Problem => {
    const at = pointer === '' ? 'The body' : `The body at \`${pointer}\``;
    const hint = hintFor(keyword, pointer);
    return { place: 'body', name: null, pointer, keyword, message: `${at} ${message}.`, hint };
  });
  return { mediaType, value, problems };
}

function hintFor(keyword: string, pointer: string): string {
  if (keyword === 'required') return `Add \`${pointer}\`.`;
  if (keyword === 'additionalProperties' || keyword === 'readOnly') return `Leave \`${pointer}\` out.`;
  return `Send a value there that the schema allows (${keyword}).`;
}

function parseJson(
  bytes: Uint8Array,
): { readonly value: JsonValue } | { readonly problem: Pick<Problem, 'keyword' | 'message' | 'hint'> } {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    const message = `The body is no JSON: ${reason}.`;
    return { problem: { keyword: 'syntax', message, hint: 'Write it by a JSON serializer (RFC 8259).' } };
  }
}

/** A form as the object that its schema describes, each property by the style of its encoding. */
function readForm(text: string, { object }: Content, document: ApiDocument): JsonValue {
  const pairs = pairsOf(text);
  const { properties } = shapeOf(member(object, 'schema'), document);
  const names = new Set(properties.keys());
  const taken = new Set<number>();
  const entries: [string, JsonValue][] = [];
  for (const [name, schema] of properties) {
    const styled = styledField(name, schema, object);
    // What no style is said of comes as JSON where it is an object, or said to be JSON (OpenAPI 3.1 section 4.8.15).
    const { types } = shapeOf(schema, document);
    const isJson =
      styled === null && (types.has('object') || (types.has('array') && isJsonField(name, object)));
    const field = styled ?? { name, style: 'form', explode: true, schema };
    const read = readField(isJson ? { ...field, schema: true } : field, pairs, names, document);
    if (read === undefined) continue;
    for (const i of read.taken) taken.add(i);
    const [value = null] = read.readings ?? [];
    entries.push([name, isJson && typeof value === 'string' ? jsonOrText(value) : value]);
  }
  pairs.forEach(([key, value], i) => {
    if (!taken.has(i)) entries.push([formDecoded(key), formDecoded(value)]);
  });
  return Object.fromEntries(entries);
}

function isJsonField(name: string, mediaTypeObject: JsonValue): boolean {
  const encoding = member(member(mediaTypeObject, 'encoding'), name);
  return isJsonType(textAt(encoding, 'contentType') ?? '');
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function refused(
  mediaType: string | null,
  problem: Pick<Problem, 'keyword' | 'message' | 'hint'>,
): BodyOutcome {
  return {
    mediaType,
    value: undefined,
    problems: [{ place: 'body', name: null, pointer: '', ...problem }],
  };
}
