import { byCodeUnit, type JsonObject, type ProviderModel, SQL_VERBS } from '@plumbline/model';
import { dump } from 'js-yaml';
import { type BoundMethod, boundMethods, objectKeyOf, successOf } from './bound-methods.ts';

/** By these a resource lists its methods; one that is in no list is reached by EXEC (any-sdk, `docs/provider_spec.md`). */
const LISTED = SQL_VERBS.filter((verb) => verb !== 'exec');

/** An overlay, and the file of the spec that it is for. */
export interface BindingsOverlay {
  readonly file: string;
  readonly text: string;
}

/**
 * The bindings as overlays (OpenAPI Overlay 1.0) that add `components.x-stackQL-resources` to the files of a spec, each the
 * resources of its own operations: which operation each method calls, where its rows are, and by which verbs it is reached.
 *
 * @param nameOf a file as its overlay is to name it in `extends`, where there are several
 */
export function bindingsOverlays(
  model: ProviderModel,
  nameOf: (file: string) => string,
): readonly BindingsOverlay[] {
  const files = new Map<string, BoundMethod[]>();
  for (const bound of boundMethods(model)) {
    const { file } = bound.operation.origin;
    const list = files.get(file);
    if (list === undefined) files.set(file, [bound]);
    else list.push(bound);
  }
  return [...files]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([file, bound]) => {
      const document: JsonObject = {
        overlay: '1.0.0',
        info: { title: `Resources of ${model.provider} by the operations of its spec`, version: '1.0.0' },
        ...(files.size > 1 ? { extends: nameOf(file) } : {}),
        actions: [
          { target: '$', update: { components: { 'x-stackQL-resources': stackqlResources(bound) } } },
        ],
      };
      return { file, text: dump(document, { lineWidth: -1, noRefs: true }) };
    });
}

/** The content of `x-stackQL-resources`. Two services may have a resource of one name: then the key names the service too. */
function stackqlResources(all: readonly BoundMethod[]): JsonObject {
  const byResource = new Map<string, BoundMethod[]>();
  const names = new Map<string, Set<string>>();
  for (const bound of all) {
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
