import { type JsonObject, type ProviderModel, SQL_VERBS } from '@plumbline/model';
import { dump } from 'js-yaml';
import { type BoundMethod, boundMethods, objectKeyOf, successOf } from './bound-methods.ts';

/** By these a resource lists its methods; one that is in no list is reached by EXEC (any-sdk, `docs/provider_spec.md`). */
const LISTED = SQL_VERBS.filter((verb) => verb !== 'exec');

/**
 * The bindings as an overlay (OpenAPI Overlay 1.0) that adds `components.x-stackQL-resources` to the spec: which operation
 * each method calls, where its rows are, and by which verbs it is reached.
 */
export function bindingsOverlay(model: ProviderModel): string {
  const document: JsonObject = {
    overlay: '1.0.0',
    info: { title: `Resources of ${model.provider} by the operations of its spec`, version: '1.0.0' },
    actions: [{ target: '$', update: { components: { 'x-stackQL-resources': stackqlResources(model) } } }],
  };
  return dump(document, { lineWidth: -1, noRefs: true });
}

/** The content of `x-stackQL-resources`. Two services may have a resource of one name: then the key names the service too. */
export function stackqlResources(model: ProviderModel): JsonObject {
  const byResource = new Map<string, BoundMethod[]>();
  const names = new Map<string, Set<string>>();
  for (const bound of boundMethods(model)) {
    const { id, name } = bound.resource;
    const list = byResource.get(id);
    if (list === undefined) byResource.set(id, [bound]);
    else list.push(bound);
    names.set(name, (names.get(name) ?? new Set()).add(id));
  }
  return Object.fromEntries(
    [...byResource].flatMap(([id, methods]) => {
      const resource = methods[0]?.resource;
      if (resource === undefined) return [];
      const isShared = (names.get(resource.name)?.size ?? 0) > 1;
      const key = isShared ? `${resource.service}_${resource.name}` : resource.name;
      return [[key, resourceEntry(key, id, methods)]];
    }),
  );
}

function resourceEntry(key: string, id: string, methods: readonly BoundMethod[]): JsonObject {
  const { resource } = methods[0] ?? {};
  const name = resource?.name ?? key;
  return {
    id,
    name,
    title: name.replaceAll('_', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    methods: Object.fromEntries(methods.map((bound) => [bound.method.name, methodEntry(bound)])),
    sqlVerbs: Object.fromEntries(
      LISTED.map((verb) => [
        verb,
        methods
          .filter(({ method }) => method.sqlVerb === verb)
          .map(({ method }) => ({
            $ref: `#/components/x-stackQL-resources/${token(key)}/methods/${token(method.name)}`,
          })),
      ]),
    ),
  };
}

function methodEntry({ method, operation }: BoundMethod): JsonObject {
  const { response, mediaType } = successOf(operation);
  const objectKey = objectKeyOf(method);
  return {
    operation: { $ref: `#/paths/${token(operation.path)}/${operation.method.toLowerCase()}` },
    response: {
      mediaType,
      ...(response === null ? {} : { openAPIDocKey: response.status }),
      ...(objectKey === '' ? {} : { objectKey }),
    },
  };
}

/** A reference token (RFC 6901, section 3). */
function token(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1');
}
