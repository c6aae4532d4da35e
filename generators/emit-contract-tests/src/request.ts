import {
  isObject,
  type JsonObject,
  type JsonValue,
  type Method,
  member,
  type ProviderModel,
} from '@plumbline/model';
import { type Credentials, credentialsFor } from './credentials.ts';
import type { ContractDocument, ContractOperation } from './document.ts';
import { asJson, mergedSchema, type Sample, sampleOf } from './sample.ts';
import { wirePart } from './wire.ts';

/** A call of the client, and the request that the document says it makes. */
export interface ExpectedRequest {
  readonly auth: Credentials['auth'];
  /** The flat object that the client is given. */
  readonly arguments: { readonly [key: string]: Sample };
  readonly method: string;
  /** As a server sees it (URL Standard, section 4.4): blanks and the like encoded, `..` followed. */
  readonly path: string;
  /** `name=value` pairs as they stand in the query, sorted. */
  readonly query: readonly string[];
  /** Lower-case name → value, sorted; without those that every client adds (Accept, User-Agent). */
  readonly headers: { readonly [name: string]: string };
  readonly body: ExpectedBody | null;
}

export type ExpectedBody =
  | { readonly json: JsonValue }
  | { readonly pairs: readonly string[] }
  | { readonly parts: readonly (readonly [string, string])[] }
  | { readonly text: string };

/**
 * The request of a method with only what it requires, or with everything that it accepts; null where no finite value
 * satisfies the schema of what it requires.
 */
export function expectedRequest(
  {
    method,
    operation,
    document,
    model,
  }: {
    readonly method: Method;
    readonly operation: ContractOperation;
    readonly document: ContractDocument;
    readonly model: ProviderModel;
  },
  extent: 'required' | 'full',
): ExpectedRequest | null {
  const credentials = credentialsFor(operation, document, model);
  const given: [string, Sample][] = [];
  const headers = new Map(credentials.headers);
  const query = [...credentials.query];
  const cookies = [...credentials.cookies];
  let path = operation.path;
  for (const parameter of operation.parameters) {
    const place = member(parameter, 'in');
    const isRequired = place === 'path' || member(parameter, 'required') === true;
    if (!isRequired && extent === 'required') continue;
    const name = String(member(parameter, 'name'));
    const plain = place === 'header' || place === 'cookie';
    const value = sampleOf(parameterSchema(parameter), name, document, { side: 'request', extent, plain });
    const part = value === undefined ? undefined : wirePart(parameter, value);
    if (value === undefined || part === undefined) {
      if (isRequired) return null;
      continue;
    }
    given.push([
      method.params.find((param) => param.wireName === name && param.in === place)?.key ?? name,
      value,
    ]);
    if (part.in === 'path') path = path.replaceAll(`{${variableOf(name, operation)}}`, () => part.text);
    else if (part.in === 'query') query.push(...part.pairs);
    else if (part.in === 'cookie') cookies.push(...part.pairs);
    // A credential stands above a parameter of the same name.
    else if (!headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), part.text);
  }
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  const body = expectedBody(operation, document, extent);
  if (body === undefined) return null;
  if (body !== null) {
    given.push(['body', body.value]);
    headers.set('content-type', body.mediaType);
  }
  return {
    auth: credentials.auth,
    arguments: Object.fromEntries(given),
    method: operation.method,
    path: new URL(path, 'https://contract.test').pathname,
    query: query.sort(),
    headers: Object.fromEntries([...headers].sort(([a], [b]) => (a < b ? -1 : 1))),
    body: body === null ? null : body.expected,
  };
}

/** The variable that a path parameter fills: its own name, or the one left over where a spec spells them differently. */
function variableOf(name: string, { path, parameters }: ContractOperation): string {
  if (path.includes(`{${name}}`)) return name;
  const declared = new Set(
    parameters.flatMap((one) => (member(one, 'in') === 'path' ? [member(one, 'name')] : [])),
  );
  return path.match(/(?<=\{)[^{}]+(?=\})/g)?.find((variable) => !declared.has(variable)) ?? name;
}

/** The schema of a parameter, also where it is described by `content`. */
function parameterSchema(parameter: JsonObject): JsonValue | undefined {
  const content = member(parameter, 'content');
  const example = member(parameter, 'example');
  const schema = isObject(content)
    ? member(Object.values(content)[0], 'schema')
    : member(parameter, 'schema');
  return isObject(schema) &&
    example !== undefined &&
    member(schema, 'example') === undefined &&
    member(schema, '$ref') === undefined
    ? { ...schema, example }
    : schema;
}

interface BodySample {
  readonly mediaType: string;
  readonly value: Sample;
  readonly expected: ExpectedBody;
}

/** Null: there is none. Undefined: there must be one, and no finite value satisfies its schema. */
function expectedBody(
  operation: ContractOperation,
  document: ContractDocument,
  extent: 'required' | 'full',
): BodySample | null | undefined {
  const body = operation.requestBody;
  const content = member(body, 'content');
  // `fetch` refuses a body of these, so no client sends one.
  if (operation.method === 'GET' || operation.method === 'HEAD') return null;
  if (!isObject(content) || (member(body, 'required') !== true && extent === 'required')) return null;
  const mediaType = Object.keys(content).find((type) => isJson(type)) ?? Object.keys(content)[0];
  if (mediaType === undefined) return null;
  const schema = member(content[mediaType], 'schema');
  const sample = sampleOf(schema, 'body', document, { side: 'request', extent });
  if (sample === undefined) return undefined;
  if (isJson(mediaType)) {
    const json = asJson(sample);
    return { mediaType, value: json as Sample, expected: { json } };
  }
  if (mediaType.startsWith('application/x-www-form-urlencoded')) {
    const pairs = entriesOf(sample).flatMap(([name, value]) => {
      const part = wirePart({ name, in: 'query' }, value);
      return part?.in === 'query' ? part.pairs : [];
    });
    return { mediaType, value: sample, expected: { pairs: pairs.sort() } };
  }
  if (mediaType.startsWith('multipart/')) {
    return {
      mediaType,
      value: sample,
      expected: { parts: entriesOf(sample).flatMap(([name, value]) => partsOf(name, value)) },
    };
  }
  const isText = member(mergedSchema(schema, { document }), 'type') === 'string';
  return {
    mediaType,
    value: sample,
    expected: { text: isText ? String(asJson(sample)) : JSON.stringify(asJson(sample)) },
  };
}

/** `application/json`, `application/problem+json; charset=utf-8` (RFC 6839). */
export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(?:;|$)/i.test(mediaType);
}

function entriesOf(value: Sample): readonly (readonly [string, Sample])[] {
  const json = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return Object.entries(json as { readonly [key: string]: Sample });
}

/** A part for each item of a list; objects as JSON (OpenAPI 3.1 section 4.8.15.1.3). */
function partsOf(name: string, value: Sample): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap((item: Sample) => partsOf(name, item));
  const json = asJson(value);
  return [[name, typeof json === 'object' && json !== null ? JSON.stringify(json) : String(json)]];
}
