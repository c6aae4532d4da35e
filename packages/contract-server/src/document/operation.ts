import { isObject, type JsonObject, type JsonValue, list, member, members, textAt } from '../json.ts';
import { isJsonType } from '../request/media-type.ts';
import type { ApiDocument } from './document.ts';

export type ParameterIn = 'path' | 'query' | 'header' | 'cookie';
const PLACES: readonly string[] = ['path', 'query', 'header', 'cookie'] satisfies ParameterIn[];

/** OpenAPI 3.1 section 4.8.12, defaults filled in. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterIn;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowEmptyValue: boolean;
  readonly allowReserved: boolean;
  readonly schema: JsonValue | undefined;
  /** Set where the parameter is described by `content`. */
  readonly mediaType: string | null;
}

/** A media type with what it holds (OpenAPI 3.1 section 4.8.14). */
export interface Content {
  /** As written: `application/json; okta-version=1.0.0`. */
  readonly mediaType: string;
  /** Whether it is a JSON value: tools that write documents give a file the media type of all else. */
  readonly isJson: boolean;
  readonly object: JsonObject;
}

export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly headers: readonly (readonly [string, JsonObject])[];
  readonly contents: readonly Content[];
}

/** An operation with everything that its path item and document lend it. */
export interface Operation {
  /** `GET /api/v1/users/{id}`. */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly operationId: string | null;
  readonly parameters: readonly Parameter[];
  /** Null: it takes none. */
  readonly requestBody: { readonly required: boolean; readonly contents: readonly Content[] } | null;
  readonly responses: readonly Response[];
  /** Alternatives, each with the names of the schemes that it needs together; empty: no credentials. */
  readonly security: readonly (readonly string[])[];
  /** The OAuth 2.0 scopes that its alternatives name. */
  readonly scopes: readonly string[];
}

export const HTTP_METHODS: readonly string[] = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
];

/** Each path with the methods that it has, and what reads an operation: not before it is asked for. */
export interface PathEntry {
  readonly path: string;
  readonly methods: readonly string[];
  readonly read: (method: string) => Operation;
}

export function pathsOf(document: ApiDocument): readonly PathEntry[] {
  return members(member(document.root, 'paths')).flatMap(([path, value]) => {
    const item = document.follow(value);
    if (!path.startsWith('/') || !isObject(item)) return [];
    const methods = HTTP_METHODS.filter((method) => isObject(document.follow(member(item, method))));
    return [{ path, methods, read: (method) => readOperation(path, method, item, document) }];
  });
}

function readOperation(path: string, method: string, item: JsonObject, document: ApiDocument): Operation {
  const operation = document.follow(member(item, method));
  const requirements = list(member(operation, 'security') ?? member(document.root, 'security'));
  return {
    key: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    operationId: textAt(operation, 'operationId') ?? null,
    parameters: parametersOf(item, operation, document),
    requestBody: requestBodyOf(operation, document),
    responses: members(member(operation, 'responses')).flatMap(([status, value]) => {
      const response = document.follow(value);
      return isObject(response) && !status.startsWith('x-')
        ? [responseOf(status, response, document, method)]
        : [];
    }),
    security: requirements.map((requirement) => members(requirement).map(([name]) => name)),
    scopes: scopesOf(requirements, document),
  };
}

/** What the requirements list of schemes that have scopes (OpenAPI 3.1 section 4.8.30). */
function scopesOf(requirements: readonly JsonValue[], document: ApiDocument): readonly string[] {
  const schemes = member(member(document.root, 'components'), 'securitySchemes');
  const listed = requirements.flatMap(members).flatMap(([name, scopes]) => {
    const type = textAt(document.follow(member(schemes, name)), 'type') ?? '';
    return /^(?:oauth2|openIdConnect)$/.test(type) ? list(scopes) : [];
  });
  return [...new Set(listed.filter((scope) => typeof scope === 'string'))];
}

/** Those of the path item, overridden by the operation's of the same name and place. */
function parametersOf(
  item: JsonObject,
  operation: JsonValue | undefined,
  document: ApiDocument,
): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const value of [...list(member(item, 'parameters')), ...list(member(operation, 'parameters'))]) {
    const parameter = parameterOf(document.follow(value));
    if (parameter !== null) merged.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...merged.values()];
}

/** Header parameters of which OpenAPI says that they are none (section 4.8.12.1), and those that `fetch` writes itself. */
const FOREIGN_HEADERS = new Set([
  'accept',
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'host',
  'transfer-encoding',
]);

function parameterOf(value: JsonValue | undefined): Parameter | null {
  const name = textAt(value, 'name');
  const place = textAt(value, 'in');
  if (name === undefined || name === '' || place === undefined || !PLACES.includes(place)) return null;
  if (place === 'header' && FOREIGN_HEADERS.has(name.toLowerCase())) return null;
  const [content] = members(member(value, 'content'));
  // Of Swagger 2.0, for whose tabs OpenAPI 3 has no style.
  const isTabbed = place === 'query' && textAt(value, 'x-collectionFormat') === 'tsv';
  const usual = place === 'query' || place === 'cookie' ? 'form' : 'simple';
  const style = isTabbed ? 'tabDelimited' : (textAt(value, 'style') ?? usual);
  const explode = member(value, 'explode');
  return {
    name,
    in: place as ParameterIn,
    required: place === 'path' || member(value, 'required') === true,
    style,
    explode: typeof explode === 'boolean' ? explode : style === 'form',
    allowEmptyValue: member(value, 'allowEmptyValue') === true,
    // Of the query alone (OpenAPI 3.1 section 4.8.12.2).
    allowReserved: place === 'query' && member(value, 'allowReserved') === true,
    schema: content === undefined ? member(value, 'schema') : member(content[1], 'schema'),
    mediaType: content?.[0] ?? null,
  };
}

function requestBodyOf(operation: JsonValue | undefined, document: ApiDocument): Operation['requestBody'] {
  const body = document.follow(member(operation, 'requestBody'));
  if (!isObject(body)) return null;
  return { required: member(body, 'required') === true, contents: contentsOf(body, document) };
}

function responseOf(status: string, response: JsonObject, document: ApiDocument, method: string): Response {
  return {
    status,
    headers: members(member(response, 'headers')).flatMap(([name, value]) => {
      const header = document.follow(value);
      return isObject(header) ? [[name, header] as const] : [];
    }),
    // Nor has any that answers HEAD (section 9.3.2).
    contents: NO_CONTENT.has(status) || method === 'head' ? [] : contentsOf(response, document),
  };
}

/** Statuses whose answers end after their headers, whatever a document says (RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5). */
const NO_CONTENT: ReadonlySet<string> = new Set(['204', '205', '304']);

function contentsOf(owner: JsonObject, document: ApiDocument): readonly Content[] {
  return members(member(owner, 'content')).flatMap(([mediaType, value]) => {
    const object = document.follow(value);
    if (!isObject(object)) return [];
    const isFile = textAt(document.follow(member(object, 'schema')), 'format') === 'binary';
    const content = { mediaType, isJson: isJsonType(mediaType) && !isFile, object };
    // Any type of a value that is no text is JSON first.
    return isAnyJson(content, document)
      ? [{ mediaType: 'application/json', isJson: true, object }, content]
      : [content];
  });
}

/** Any type at all stands in documents of which nobody said more, with schemas of objects. */
function isAnyJson({ mediaType, object }: Content, document: ApiDocument): boolean {
  const schema = member(object, 'schema');
  if (mediaType.trim() !== '*/*' || schema === undefined) return false;
  const followed = document.follow(schema);
  return textAt(followed, 'format') !== 'binary' && textAt(followed, 'contentMediaType') === undefined;
}
