import {
  type DraftDiagnostic,
  diagnose,
  type Method,
  type ProviderModel,
  type ProviderYaml,
  type ResourcePage,
} from '@plumbline/model';

export interface MendedPages {
  readonly before: readonly ResourcePage[];
  readonly after: readonly ResourcePage[];
  /** What they come to now. */
  readonly model: ProviderModel;
}

/** The parameters that pages now list and the provider's own YAML does not accept yet: one finding a method. */
export function unacceptedParams(
  yaml: ProviderYaml,
  { before, after, model }: MendedPages,
): readonly DraftDiagnostic[] {
  const listed = listedNames(before);
  const now = listedNames(after);
  const methods = methodsById(model);
  return yaml.resources.flatMap((resource) =>
    resource.methods.flatMap(({ name, operation }): readonly DraftDiagnostic[] => {
      const id = `${resource.id}.${name}`;
      const accepted = operation === null ? null : yaml.accepted(operation);
      if (operation === null || accepted === null) return [];
      const names = (methods.get(id)?.params ?? []).filter(
        (param) =>
          param.in !== 'server' &&
          now.get(id)?.has(param.name) === true &&
          listed.get(id)?.has(param.name) !== true &&
          !accepted.has(param.wireName),
      );
      if (names.length === 0) return [];
      const args = {
        method: name,
        names: names.map(({ wireName }) => wireName),
        operation: `${operation.method} ${operation.path}`,
      };
      const subject = { resource: resource.id, method: name, operation: args.operation };
      return [diagnose({ code: 'yaml-lacks-parameter', args, at: operation.origin, subject })];
    }),
  );
}

/** The names that each method lists, by its id. */
function listedNames(pages: readonly ResourcePage[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    pages.flatMap(({ id, methods }) =>
      methods.map(({ name, required, optional }) => {
        const names = [...required, ...(optional ?? [])].map((one) => one.name.value);
        return [`${id.value}.${name.value}`, new Set(names)] as const;
      }),
    ),
  );
}

function methodsById({ services }: ProviderModel): ReadonlyMap<string, Method> {
  return new Map(
    services.flatMap(({ resources }) =>
      resources.flatMap(({ id, methods }) =>
        methods.map((method) => [`${id}.${method.name}`, method] as const),
      ),
    ),
  );
}
