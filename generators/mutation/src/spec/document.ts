import {
  childPointer,
  HTTP_METHODS,
  isObject,
  type JsonObject,
  type JsonValue,
  member,
  pointerTokens,
} from '@plumbline/model';

/** A part of a document at its place. */
export interface Part {
  readonly pointer: string;
  readonly object: JsonObject;
}

export interface OperationPart extends Part {
  readonly path: string;
  readonly method: string;
  /** `GET /users/{id}`. */
  readonly key: string;
}

/** The operations of a document, in its order. */
export function operationsOf(root: JsonValue): readonly OperationPart[] {
  return pathItemsOf(root).flatMap(({ pointer, object, path }) =>
    [...HTTP_METHODS.keys()].flatMap((method) => {
      const operation = member(object, method);
      if (!isObject(operation)) return [];
      const key = `${method.toUpperCase()} ${path}`;
      return [{ pointer: childPointer(pointer, method), object: operation, path, method, key }];
    }),
  );
}

export function pathItemsOf(root: JsonValue): readonly (Part & { readonly path: string })[] {
  return childrenOf(root, '/paths').map(({ pointer, object }) => ({
    pointer,
    object,
    path: pointerTokens(pointer)[1] ?? '',
  }));
}

/** The members of the object at a pointer that are objects. */
export function childrenOf(root: JsonValue, pointer: string): readonly Part[] {
  const parent = valueAt(root, pointer);
  if (!isObject(parent)) return [];
  return Object.entries(parent).flatMap(([key, object]) =>
    isObject(object) ? [{ pointer: childPointer(pointer, key), object }] : [],
  );
}

export function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const token of pointerTokens(pointer)) {
    if (value === undefined) return undefined;
    value = Array.isArray(value) ? value[Number(token)] : member(value, token);
  }
  return value;
}

/** Members that hold data, and no part of the description. */
const DATA = new Set(['default', 'enum', 'example', 'examples', 'const']);

/** Every object of a document that is no data of somebody's, from the top. */
export function* partsOf(value: JsonValue, pointer = ''): Generator<Part> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* partsOf(item, childPointer(pointer, i));
    return;
  }
  if (!isObject(value)) return;
  yield { pointer, object: value };
  // The keys of these are names.
  const isNames = /\/(?:properties|schemas|patternProperties|\$defs)$/.test(pointer);
  for (const [key, own] of Object.entries(value)) {
    if (!isNames && (DATA.has(key) || key.startsWith('x-'))) continue;
    yield* partsOf(own, childPointer(pointer, key));
  }
}

/** The schemas of a document: what stands where the format has a schema. */
export function schemasOf(root: JsonValue): readonly Part[] {
  return [...partsOf(root)].filter(({ pointer }) => isSchemaPlace(pointer));
}

const HOLDS_ONE = new Set(['schema', 'items', 'not', 'additionalProperties', 'propertyNames', 'contains']);
const HOLDS_LIST = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const HOLDS_NAMED = new Set(['properties', 'schemas', 'definitions', 'patternProperties', '$defs']);

function isSchemaPlace(pointer: string): boolean {
  const tokens = pointerTokens(pointer);
  const [parent = '', last = ''] = [tokens.at(-2), tokens.at(-1)];
  // A property may be called `items` or `properties`.
  const isName = HOLDS_NAMED.has(parent) && !HOLDS_NAMED.has(tokens.at(-3) ?? '');
  return isName || HOLDS_LIST.has(parent) || HOLDS_ONE.has(last);
}
