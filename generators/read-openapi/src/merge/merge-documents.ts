import { isObject, type JsonObject, type JsonValue, member, NEWER_METHODS } from '@plumbline/model';
import { type ComponentNames, canonicalText, type SpecFile } from './component-names.ts';
import { renameReferences, renameSecurity } from './rename-references.ts';

/** A file of a spec and the names that its components get. */
export interface SpecPart extends SpecFile {
  readonly names: ComponentNames;
}

type Mutable = Record<string, JsonValue>;

/**
 * One document of several: components under their final names, paths and webhooks joined, of two equal operations
 * the first. Servers and security that a later file declares for itself stay with its operations. A single
 * document is returned as it is.
 */
export function mergeDocuments(parts: readonly SpecPart[]): JsonObject {
  const [first, ...others] = parts;
  if (first === undefined) return {};
  if (others.length === 0) return first.document;
  const merged = new Map<string, JsonValue>();
  const components = new Map<string, JsonObject>();
  const routes = { paths: new Map<string, JsonValue>(), webhooks: new Map<string, JsonValue>() };
  for (const { document, names } of parts) {
    for (const [key, value] of Object.entries(document)) {
      if (!merged.has(key)) merged.set(key, value);
    }
    addComponents(components, document, names);
    const defaults = ownDefaults(document, first.document, names);
    for (const section of ['paths', 'webhooks'] as const) {
      const items = member(document, section);
      if (!isObject(items)) continue;
      for (const [path, value] of Object.entries(items)) {
        const item = settleItem(renameReferences(value, names), defaults, names);
        const earlier = routes[section].get(path);
        routes[section].set(path, earlier === undefined ? item : joinPathItems(earlier, item));
      }
    }
  }
  merged.set('paths', Object.fromEntries(routes.paths));
  if (routes.webhooks.size > 0) merged.set('webhooks', Object.fromEntries(routes.webhooks));
  if (components.size > 0) merged.set('components', Object.fromEntries(components));
  const tags = mergeTags(parts.map(({ document }) => member(document, 'tags')));
  if (tags.length > 0) merged.set('tags', tags);
  return Object.fromEntries(merged);
}

function addComponents(
  components: Map<string, JsonObject>,
  document: JsonObject,
  names: ComponentNames,
): void {
  const sections = member(document, 'components');
  if (!isObject(sections)) return;
  for (const [section, entries] of Object.entries(sections)) {
    if (!isObject(entries)) continue;
    const earlier = components.get(section);
    const own = Object.entries(entries)
      .filter(([name]) => names.owns(section, name))
      .map(([name, value]) => [names.finalName(section, name), renameReferences(value, names)] as const);
    components.set(section, { ...earlier, ...Object.fromEntries(own), ...earlier });
  }
}

/** What a file says for all its operations, where the merged document says something else. */
interface Defaults {
  readonly servers: JsonValue | null;
  readonly security: JsonValue | null;
}

function ownDefaults(document: JsonObject, first: JsonObject, names: ComponentNames): Defaults {
  const serversOf = (file: JsonObject): JsonValue => member(file, 'servers') ?? [{ url: '/' }];
  const security = renameSecurity(member(document, 'security') ?? [], names);
  return {
    servers: equal(serversOf(document), serversOf(first)) ? null : serversOf(document),
    security: equal(security, member(first, 'security') ?? []) ? null : security,
  };
}

/** A path item that says itself what its file says for all, its security requirements by the final names of the schemes. */
function settleItem(item: JsonValue, { servers, security }: Defaults, names: ComponentNames): JsonValue {
  if (!isObject(item)) return item;
  const result: Mutable = { ...item };
  const inherits = !Object.hasOwn(item, 'servers') && typeof item.$ref !== 'string';
  if (servers !== null && inherits) result.servers = servers;
  for (const [key, operation] of Object.entries(item)) {
    if (!NEWER_METHODS.has(key) || !isObject(operation)) continue;
    const declared = member(operation, 'security');
    if (declared !== undefined) result[key] = { ...operation, security: renameSecurity(declared, names) };
    else if (security !== null) result[key] = { ...operation, security };
  }
  return result;
}

/** One path item of two for the same path. What each says for all its operations moves into them, unless both say the same. */
function joinPathItems(earlier: JsonValue, later: JsonValue): JsonValue {
  if (!isObject(earlier) || !isObject(later)) return earlier;
  const shared = ['parameters', 'servers'].filter((key) =>
    equal(member(earlier, key) ?? null, member(later, key) ?? null),
  );
  const first = lower(earlier, shared);
  return { ...first, ...lower(later, shared), ...first };
}

function lower(item: JsonObject, shared: readonly string[]): JsonObject {
  const lowered = Object.entries(item).flatMap(([key, value]): [string, JsonValue][] => {
    if ((key === 'parameters' || key === 'servers') && !shared.includes(key)) return [];
    if (!NEWER_METHODS.has(key) || !isObject(value)) return [[key, value]];
    const operation: Mutable = { ...value };
    if (!shared.includes('parameters')) {
      operation.parameters = joinParameters(item.parameters, value.parameters);
    }
    if (!shared.includes('servers') && !Object.hasOwn(value, 'servers') && item.servers !== undefined) {
      operation.servers = item.servers;
    }
    return [[key, operation]];
  });
  return Object.fromEntries(lowered);
}

/** Those of the path item, without the ones that the operation overrides, and the operation's. References are compared as they stand. */
function joinParameters(item: JsonValue | undefined, operation: JsonValue | undefined): JsonValue {
  const own = Array.isArray(operation) ? operation : [];
  const inherited = Array.isArray(item) ? item : [];
  const idOf = (value: JsonValue): string =>
    JSON.stringify([member(value, '$ref'), member(value, 'in'), member(value, 'name')]);
  const overridden = new Set(own.map(idOf));
  return [...inherited.filter((parameter) => !overridden.has(idOf(parameter))), ...own];
}

/** Every tag once, as the first file has it. */
function mergeTags(lists: readonly (JsonValue | undefined)[]): readonly JsonValue[] {
  const tags = new Map<JsonValue, JsonValue>();
  for (const tag of lists.flatMap((list) => (Array.isArray(list) ? list : []))) {
    const name = member(tag, 'name') ?? null;
    if (!tags.has(name)) tags.set(name, tag);
  }
  return [...tags.values()];
}

function equal(a: JsonValue, b: JsonValue): boolean {
  return canonicalText(a) === canonicalText(b);
}
