import type { Operation, ProviderYaml, YamlMethod, YamlOperation, YamlResource } from '@plumbline/model';

/** A provider's own YAML beside the spec: which operation each of its methods calls. */
export interface YamlSide {
  readonly resources: readonly YamlResource[];
  readonly servers: ProviderYaml['servers'];
  /** By resource id. */
  readonly byId: ReadonlyMap<string, YamlResource>;
  /** By `okta.users.users.get`. */
  readonly methods: ReadonlyMap<string, YamlMethod>;
  /** The operation of a method, by the same key; without those that the spec does not have. */
  readonly operations: ReadonlyMap<string, Operation>;
}

export function createYamlSide(
  { resources, servers }: ProviderYaml,
  operations: readonly Operation[],
): YamlSide {
  const find = operationFinder(operations);
  const entries = resources.flatMap(({ id, methods }) =>
    methods.map((method) => [`${id}.${method.name}`, method] as const),
  );
  return {
    resources,
    servers,
    byId: new Map(resources.map((resource) => [resource.id, resource])),
    methods: new Map(entries),
    operations: new Map(
      entries.flatMap(([id, method]) => {
        const operation = method.operation && find(method.operation);
        return operation ? [[id, operation] as const] : [];
      }),
    ),
  };
}

/**
 * Finds operations by HTTP method and path. Providers may rename the variables of a path (`{userId}` to `{user_id}`):
 * where no path is equal, the only one that is equal but for their names is meant.
 */
function operationFinder(
  operations: readonly Operation[],
): (operation: YamlOperation) => Operation | undefined {
  const byKey = new Map(operations.map((operation) => [operation.key, operation]));
  const byTemplate = new Map<string, Operation | null>();
  for (const operation of operations) {
    const template = templateOf(operation);
    byTemplate.set(template, byTemplate.has(template) ? null : operation);
  }
  return (wanted) =>
    byKey.get(`${wanted.method} ${wanted.path}`) ?? byTemplate.get(templateOf(wanted)) ?? undefined;
}

function templateOf({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, '{}')}`;
}
