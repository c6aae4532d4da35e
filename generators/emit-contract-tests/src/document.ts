import { isObject, type JsonObject, type JsonValue, member } from '@plumbline/model';

/**
 * The bundled OpenAPI document, read a second time: by code that shares nothing with the spec reader or with
 * `emit-client`, so that what is expected and what is sent can disagree.
 */
export interface ContractDocument {
  /** Follows `$ref`s until a value that is none; undefined for a dangling or circular one. */
  readonly follow: (value: JsonValue | undefined) => JsonObject | undefined;
  readonly operation: (key: string) => ContractOperation | undefined;
  /** Schemas that are merged already: a document names the same ones thousands of times. */
  readonly merged: WeakMap<object, JsonObject>;
}

export interface ContractOperation {
  readonly method: string;
  readonly path: string;
  /** Path-item level and operation level merged (OpenAPI 3.1 section 4.8.9.1), in order of appearance. */
  readonly parameters: readonly JsonObject[];
  readonly requestBody: JsonObject | undefined;
  readonly responses: readonly { readonly status: string; readonly response: JsonObject }[];
  /** The operation's, else the document's. */
  readonly security: readonly JsonObject[];
}

export function readDocument(document: JsonObject): ContractDocument {
  const follow = (value: JsonValue | undefined): JsonObject | undefined => {
    let current = value;
    for (let hops = 0; hops < 100; hops += 1) {
      if (!isObject(current)) return undefined;
      const target = member(current, '$ref');
      if (typeof target !== 'string') return current;
      current = target.startsWith('#') ? atPointer(document, target.slice(1)) : undefined;
    }
    return undefined;
  };
  return { follow, operation: (key) => readOperation(document, key, follow), merged: new WeakMap() };
}

function readOperation(
  document: JsonObject,
  key: string,
  follow: ContractDocument['follow'],
): ContractOperation | undefined {
  const blank = key.indexOf(' ');
  const method = key.slice(0, blank);
  const path = key.slice(blank + 1);
  const pathItem = follow(member(member(document, 'paths'), path));
  const operation = follow(member(pathItem, method.toLowerCase()));
  if (operation === undefined) return undefined;
  const merged = new Map<string, JsonObject>();
  for (const entry of [...list(member(pathItem, 'parameters')), ...list(member(operation, 'parameters'))]) {
    const parameter = follow(entry);
    if (parameter !== undefined)
      merged.set(`${member(parameter, 'in')} ${member(parameter, 'name')}`, parameter);
  }
  const responses = member(operation, 'responses');
  return {
    method,
    path,
    parameters: [...merged.values()],
    requestBody: follow(member(operation, 'requestBody')),
    responses: Object.entries(isObject(responses) ? responses : {}).flatMap(([status, value]) => {
      const response = follow(value);
      return response === undefined || status.startsWith('x-') ? [] : [{ status, response }];
    }),
    security: list(member(operation, 'security') ?? member(document, 'security')).filter(isObject),
  };
}

/** An array, or nothing. */
export function list(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** The member `key`, where it is a number. */
export function numberAt(schema: JsonObject, key: string): number | undefined {
  const value = member(schema, key);
  return typeof value === 'number' ? value : undefined;
}

/** RFC 6901, in a URI fragment: percent-decoded first. */
function atPointer(document: JsonObject, pointer: string): JsonValue | undefined {
  let current: JsonValue | undefined = document;
  for (const token of decode(pointer).split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    current = Array.isArray(current) ? current[Number(key)] : member(current, key);
  }
  return current;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
