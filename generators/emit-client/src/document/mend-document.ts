import { HTTP_METHODS, isObject, type JsonObject, type JsonValue } from '@plumbline/model';
import { breakCircles } from './break-circles.ts';
import { createHoist, referenceTokens } from './hoist.ts';
import { mendComposition } from './mend-composition.ts';
import { isTypedRoot } from './typed-roots.ts';

/**
 * Makes of a document what openapi-typescript's command has once it is bundled, in which everything that the types would
 * speak of is there: a reference to nothing becomes an empty object, and an operationId that an earlier operation has,
 * or that has a percent sign, is taken away. The command refuses the one, and prints types that do not compile for the
 * others; the reader has reported what is wrong. An `example` that is a reference becomes what it refers to. What is referred
 * to where no type stands becomes a component, and compositions that TypeScript refuses are written otherwise.
 */
export function mendDocument(document: JsonObject): void {
  const known = new Map<string, JsonValue | undefined>();
  const targetOf = (reference: string): JsonValue | undefined => {
    if (!known.has(reference)) known.set(reference, valueAt(document, reference));
    return known.get(reference);
  };
  const hoist = createHoist(document);
  const visited = new Set<JsonObject>();
  const visit = (value: JsonValue, areKeysNames: boolean, isPart = false): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, false, isPart);
    if (!isObject(value) || visited.has(value)) return;
    visited.add(value);
    if (typeof value.$ref === 'string' && !areKeysNames) {
      const target = targetOf(value.$ref);
      if (target === undefined) empty(value);
      else Object.assign(value, { $ref: hoist(value.$ref, target, isPart) });
    } else if (!areKeysNames) mendComposition(value, targetOf);
    for (const [key, member] of Object.entries(value)) {
      if (areKeysNames || !isData(key))
        visit(member, !areKeysNames && NAME_KEYED.has(key), !areKeysNames && key === 'allOf');
      else if (key === 'example') resolveExample(value, member, targetOf);
    }
  };
  visit(document, false);
  breakCircles(document);
  dropUnprintableIds(document);
}

/** Members whose own members bear names of the author's. */
const NAME_KEYED: ReadonlySet<string> = new Set([
  '$defs',
  'callbacks',
  'content',
  'dependentSchemas',
  'headers',
  'links',
  'parameters',
  'pathItems',
  'paths',
  'patternProperties',
  'properties',
  'requestBodies',
  'responses',
  'schemas',
  'webhooks',
]);

/** Members that hold values, in which `$ref` refers to nothing. */
function isData(key: string): boolean {
  return DATA.has(key) || key.startsWith('x-');
}

const DATA: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

function valueAt(document: JsonObject, reference: string): JsonValue | undefined {
  const tokens = referenceTokens(reference);
  if (!isTypedRoot(tokens[0])) return undefined;
  let value: JsonValue | undefined = document;
  for (const token of tokens) {
    const isMember: boolean = typeof value === 'object' && value !== null && Object.hasOwn(value, token);
    value = isMember ? (value as JsonObject)[token] : undefined;
  }
  return value;
}

/** As the command's bundler does it: the members of what is referred to, behind those beside the reference. */
function resolveExample(
  parent: JsonObject,
  example: JsonValue,
  targetOf: (reference: string) => JsonValue | undefined,
): void {
  if (!isObject(example) || typeof example.$ref !== 'string') return;
  const target = targetOf(example.$ref);
  if (target === undefined) return;
  if (!isObject(target)) Object.assign(parent, { example: target });
  else {
    Reflect.deleteProperty(example, '$ref');
    for (const [key, value] of Object.entries(target)) {
      if (Object.hasOwn(example, key)) continue;
      // Assigned, a member `__proto__` would become the prototype.
      Object.defineProperty(example, key, { value, enumerable: true, configurable: true, writable: true });
    }
  }
}

function empty(object: JsonObject): void {
  for (const key of Object.keys(object)) Reflect.deleteProperty(object, key);
}

/**
 * Those with a percent sign too: the printer refers to them decoded. `query` of OpenAPI 3.2 is not printed, so its ids stand
 * in nobody's way.
 */
function dropUnprintableIds({ paths }: JsonObject): void {
  const seen = new Set<string>();
  for (const item of isObject(paths) ? Object.values(paths) : []) {
    for (const method of HTTP_METHODS.keys()) {
      const operation = isObject(item) ? item[method] : undefined;
      const id = isObject(operation) ? operation.operationId : undefined;
      if (!isObject(operation) || typeof id !== 'string') continue;
      if (seen.has(id) || id.includes('%')) Reflect.deleteProperty(operation, 'operationId');
      seen.add(id);
    }
  }
}
