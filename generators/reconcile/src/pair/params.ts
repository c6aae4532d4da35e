import type { Operation, PageMethod, Parameter, SchemaField } from '@plumbline/model';
import { type DocumentedResource, wireNameOf } from '../resources.ts';
import type { SchemaReader } from '../schema-reader.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import { snakeNames, type ToWire } from '../snake-names.ts';
import type { YamlSide } from '../yaml/yaml-side.ts';
import type { BodyFieldPair, BodyPair, Listing, ParamPair } from './pair.ts';
import { isJson } from './response.ts';

const BODY_PREFIX = 'data__';

/** What pairing needs besides a page and an operation. */
export interface PairContext {
  readonly reader: SchemaReader;
  readonly servers: ServerVariableNames;
  readonly yaml: YamlSide | null;
}

/**
 * Sorts the names that a method lists into parameters, body fields and server variables, each beside what the
 * operation declares, by wire name. A bare name is a body field only where the operation has no parameter of that
 * name: some dialects mark body fields with `data__`, others leave it to the spec.
 */
export function pairParams(
  resource: DocumentedResource,
  method: PageMethod,
  operation: Operation | null,
  { reader, servers }: PairContext,
): { readonly params: readonly ParamPair[]; readonly body: BodyPair | null } {
  const declared = operation?.parameters ?? [];
  const body = bodyOf(operation, reader);
  const bodyFields = new Set(body?.fields.map(({ name }) => name));
  const toWire = wireNames(resource, [...declared.map(({ name }) => name), ...bodyFields]);
  const params: ParamPair[] = [];
  const listedInBody = new Map<string, Listing>();
  const paired = new Set<Parameter>();
  const named = new Set<string>();

  for (const listing of listingsOf(method)) {
    const name = listing.as.name.value;
    const row = resource.rows.get(name) ?? null;
    const wireName = toWire(name);
    named.add(wireName);
    const own = declared.filter((parameter) => isNamed(parameter, wireName));
    const field = bareName(wireName);
    if (own.length > 0) {
      // Of two of one name, in the path and in the query, a cell means those that belong in it.
      const meant = own.filter(({ required }) => required === listing.required);
      for (const spec of meant.length > 0 ? meant : own) {
        if (!paired.has(spec)) params.push({ wireName: spec.name, listing, row, spec, isServer: false });
        paired.add(spec);
      }
    } else if (bodyFields.has(field) && !(field === wireName && servers.has(wireName))) {
      if (!listedInBody.has(field)) listedInBody.set(field, listing);
    } else params.push({ wireName, listing, row, spec: null, isServer: servers.has(wireName) });
  }
  for (const spec of declared) {
    if (!paired.has(spec)) {
      params.push({
        wireName: spec.name,
        listing: null,
        row: resource.rows.get(spec.name) ?? null,
        spec,
        isServer: false,
      });
    }
  }
  for (const wireName of servers.mapped) {
    if (named.has(wireName) || declared.some((parameter) => isNamed(parameter, wireName))) continue;
    params.push({
      wireName,
      listing: null,
      row: resource.rows.get(wireName) ?? null,
      spec: null,
      isServer: true,
    });
  }
  return {
    params,
    body: body === null ? null : { ...body, fields: bodyPairs(body.fields, listedInBody, resource) },
  };
}

/** The name in the API of one that the page lists: by the hint of its row, else by the names that are declared. */
function wireNames(resource: DocumentedResource, declared: readonly string[]): ToWire {
  if (!resource.inSnakeCase) return (name) => wireNameOf(resource, name);
  const ofSnake = snakeNames(declared);
  return (name) => {
    const hinted = wireNameOf(resource, name);
    if (hinted !== name) return hinted;
    const bare = bareName(name);
    return bare === name ? ofSnake(name) : bodyName(ofSnake(bare));
  };
}

/** Header names are compared without case (RFC 9110, section 5.1). */
function isNamed(parameter: Parameter, name: string): boolean {
  return parameter.in === 'header'
    ? parameter.name.toLowerCase() === name.toLowerCase()
    : parameter.name === name;
}

/** A body field's name as a page may show it, without its prefix. */
export function bareName(name: string): string {
  return name.startsWith(BODY_PREFIX) ? name.slice(BODY_PREFIX.length) : name;
}

/** A body field's name with the prefix by which SQL tells it from parameters. */
export function bodyName(name: string): string {
  return `${BODY_PREFIX}${name}`;
}

function listingsOf(method: PageMethod): readonly Listing[] {
  return [
    ...method.required.map((as) => ({ as, required: true })),
    ...(method.optional ?? []).map((as) => ({ as, required: false })),
  ];
}

interface DeclaredBody extends Omit<BodyPair, 'fields'> {
  readonly fields: readonly SchemaField[];
}

function bodyOf(operation: Operation | null, reader: SchemaReader): DeclaredBody | null {
  const request = operation?.requestBody ?? null;
  if (request === null) return null;
  const content = request.contents.find(({ mediaType }) => isJson(mediaType)) ?? request.contents[0];
  if (content === undefined) return null;
  const { mediaType, schema } = content;
  return { request, mediaType, schema, fields: schema === null ? [] : reader.fields(schema) };
}

function bodyPairs(
  fields: readonly SchemaField[],
  listed: ReadonlyMap<string, Listing>,
  { rows }: DocumentedResource,
): readonly BodyFieldPair[] {
  return fields.map((spec) => ({
    wireName: spec.name,
    listing: listed.get(spec.name) ?? null,
    row: rows.get(listed.get(spec.name)?.as.name.value ?? '') ?? null,
    spec,
  }));
}
