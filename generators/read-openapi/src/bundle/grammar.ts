import { NEWER_METHODS } from '@plumbline/model';

/** The objects of the OpenAPI Specification (and of Swagger 2.0) that hold references, or may be referred to. */
export type Kind =
  | 'document'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'response'
  | 'header'
  | 'mediaType'
  | 'encoding'
  | 'schema'
  | 'discriminator'
  | 'example'
  | 'link'
  | 'callback'
  | 'securityScheme';

/** What a member holds: one object or a list of such, or a mapping whose keys are names. */
export interface Member {
  readonly kind: Kind;
  readonly named: boolean;
}

/** The member of an object that holds further objects; null where it holds data, text or an extension. */
export function memberOfKind(kind: Kind, key: string): Member | null {
  // Each key of a callback is an expression (OpenAPI 3.1 section 4.8.18).
  if (kind === 'callback') return key.startsWith('x-') ? null : { kind: 'pathItem', named: false };
  return GRAMMAR[kind].get(key) ?? null;
}

/** The section of `components` that a kind of object stands in, where it has one. */
export const SECTIONS: Readonly<Partial<Record<Kind, string>>> = {
  schema: 'schemas',
  parameter: 'parameters',
  requestBody: 'requestBodies',
  response: 'responses',
  header: 'headers',
  example: 'examples',
  link: 'links',
  callback: 'callbacks',
  securityScheme: 'securitySchemes',
  pathItem: 'pathItems',
  mediaType: 'mediaTypes',
};

/** Swagger 2.0 has its sections at the top. */
export const SWAGGER_SECTIONS: Readonly<Partial<Record<Kind, string>>> = {
  schema: 'definitions',
  parameter: 'parameters',
  response: 'responses',
  securityScheme: 'securityDefinitions',
};

type Entries = readonly (readonly [string, Member])[];

function objects(kind: Kind, ...keys: readonly string[]): Entries {
  return keys.map((key) => [key, { kind, named: false }] as const);
}

function maps(kind: Kind, ...keys: readonly string[]): Entries {
  return keys.map((key) => [key, { kind, named: true }] as const);
}

const sectionMaps = (sections: Readonly<Partial<Record<Kind, string>>>): Entries =>
  (Object.keys(sections) as Kind[]).flatMap((kind) => maps(kind, sections[kind] ?? ''));

const VALUE: Entries = [
  ...objects('schema', 'schema', 'items'),
  ...maps('mediaType', 'content'),
  ...maps('example', 'examples'),
];

const GRAMMAR: Readonly<Record<Exclude<Kind, 'callback'>, ReadonlyMap<string, Member>>> = {
  document: new Map([
    ...objects('components', 'components'),
    ...maps('pathItem', 'paths', 'webhooks'),
    ...sectionMaps(SWAGGER_SECTIONS),
  ]),
  components: new Map(sectionMaps(SECTIONS)),
  pathItem: new Map([
    ...objects('operation', ...NEWER_METHODS.keys()),
    ...maps('operation', 'additionalOperations'),
    ...objects('parameter', 'parameters'),
  ]),
  operation: new Map([
    ...objects('parameter', 'parameters'),
    ...objects('requestBody', 'requestBody'),
    ...maps('response', 'responses'),
    ...maps('callback', 'callbacks'),
  ]),
  parameter: new Map(VALUE),
  header: new Map(VALUE),
  requestBody: new Map(maps('mediaType', 'content')),
  response: new Map([
    ...maps('header', 'headers'),
    ...maps('mediaType', 'content'),
    ...maps('link', 'links'),
    ...objects('schema', 'schema'),
  ]),
  mediaType: new Map([
    ...objects('schema', 'schema', 'itemSchema'),
    ...maps('example', 'examples'),
    ...maps('encoding', 'encoding'),
    ...objects('encoding', 'prefixEncoding', 'itemEncoding'),
  ]),
  encoding: new Map(maps('header', 'headers')),
  schema: new Map([
    ...maps('schema', 'properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'),
    ...objects(
      'schema',
      'items',
      'prefixItems',
      'additionalItems',
      'additionalProperties',
      'allOf',
      'anyOf',
      'oneOf',
    ),
    ...objects('schema', 'not', 'if', 'then', 'else', 'contains', 'propertyNames', 'contentSchema'),
    ...objects('schema', 'unevaluatedItems', 'unevaluatedProperties'),
    ...objects('discriminator', 'discriminator'),
  ]),
  discriminator: new Map(),
  example: new Map(),
  link: new Map(),
  securityScheme: new Map(),
};
