import { decodePercents, isObject, type JsonObject, type JsonValue } from '@plumbline/model';
import { eachPart, type PartPlace } from '../bundle/parts.ts';
import { valueAt } from '../document/pointer.ts';

/** A schema that names itself by `$id`, or the document (JSON Schema 2020-12 Core section 8.2.1). */
export interface SchemaResource {
  /** Absolute; a document that has no address gets one that only comparisons see. */
  readonly uri: string;
  readonly pointer: string;
  /** `$anchor` and `$dynamicAnchor` → where they stand (sections 8.2.2 and 8.2.3). */
  readonly anchors: Map<string, string>;
}

/** What schemas of a document are called besides their places. */
export interface Identifiers {
  readonly root: SchemaResource;
  /** By URI. */
  readonly resources: ReadonlyMap<string, SchemaResource>;
}

const NOWHERE = 'https://localhost/';

/** Gathers the identifiers of a document's schemas; of two that are called alike the first counts. */
export function findIdentifiers(document: JsonObject): Identifiers {
  const root: SchemaResource = { uri: NOWHERE, pointer: '', anchors: new Map() };
  const resources = new Map([[root.uri, root]]);
  const seen = new Set<JsonValue>();

  function visit(value: JsonValue, at: PartPlace, outer: SchemaResource): void {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const isSchema = at.kind === 'schema' && isObject(value);
    const resource = isSchema ? identify(value, at.pointer, outer) : outer;
    eachPart(value, at, (part, place) => visit(part, place, resource));
  }

  function identify(schema: JsonObject, pointer: string, outer: SchemaResource): SchemaResource {
    const uri = typeof schema.$id === 'string' ? absolute(schema.$id, outer.uri) : null;
    const own =
      uri === null || resources.has(uri) ? outer : { uri, pointer, anchors: new Map<string, string>() };
    resources.set(own.uri, own);
    for (const key of ['$anchor', '$dynamicAnchor'] as const) {
      const anchor = schema[key];
      if (typeof anchor === 'string' && !own.anchors.has(anchor)) own.anchors.set(anchor, pointer);
    }
    return own;
  }

  visit(document, { kind: 'document', pointer: '' }, root);
  return { root, resources };
}

/** The resource that a schema and all in it belong to. */
export function resourceAt(
  schema: JsonObject,
  outer: SchemaResource,
  { resources }: Identifiers,
): SchemaResource {
  const uri = typeof schema.$id === 'string' ? absolute(schema.$id, outer.uri) : null;
  return (uri === null ? undefined : resources.get(uri)) ?? outer;
}

/** The resource around a place. */
export function enclosing(pointer: string, { root, resources }: Identifiers): SchemaResource {
  let inmost = root;
  for (const resource of resources.values()) {
    const isAround = pointer.startsWith(`${resource.pointer}/`);
    if (isAround && resource.pointer.length > inmost.pointer.length) inmost = resource;
  }
  return inmost;
}

/** Where a reference of a schema leads in its own document; null: nowhere, or to another one. */
export function pointerOf(
  reference: string,
  { document, within, identifiers }: ReferenceBase,
): string | null {
  const hash = reference.indexOf('#');
  const path = hash < 0 ? reference : reference.slice(0, hash);
  const fragment = hash < 0 ? '' : decodePercents(reference.slice(hash + 1));
  const uri = path === '' ? within.uri : absolute(path, within.uri);
  const resource = uri === null ? undefined : identifiers.resources.get(uri);
  if (resource === undefined) return null;
  // Pointers are often written from the document on, whatever resource they stand in.
  const bases = path === '' ? [identifiers.root, resource] : [resource];
  if (fragment === '' || fragment.startsWith('/')) {
    const pointers = bases.map((base) => `${base.pointer}${fragment}`);
    return pointers.find((pointer) => valueAt(document, pointer) !== undefined) ?? null;
  }
  return resource.anchors.get(fragment) ?? bases[0]?.anchors.get(fragment) ?? null;
}

export interface ReferenceBase {
  readonly document: JsonObject;
  /** The resource that has the reference. */
  readonly within: SchemaResource;
  readonly identifiers: Identifiers;
}

/** The text of a `$ref` to a place of the same document (RFC 6901 section 6). */
export function referenceTo(pointer: string): string {
  return `#${encodeURI(pointer).replaceAll('#', '%23')}`;
}

function absolute(uri: string, base: string): string | null {
  if (!URL.canParse(uri, base)) return null;
  const url = new URL(uri, base);
  url.hash = '';
  return url.href;
}
