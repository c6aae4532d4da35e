import { type Operation, type PageMethod, type ResourcePage, uniqueNames } from '@plumbline/model';
import type { Binding } from '../bind/bind.ts';
import { documentedResources } from '../resources.ts';
import type { YamlSide } from '../yaml/yaml-side.ts';
import { type InferredResources, inferResources } from './infer-resources.ts';
import { inferredMethod, inferredPage } from './inferred-page.ts';

/**
 * Resources for a spec without pages, where the provider's own YAML has them: its services, resources, methods and verbs.
 * What the YAML does not name is inferred from the spec. Methods whose operation the spec does not have are left out.
 */
export function yamlResources(
  provider: string,
  operations: readonly Operation[],
  yaml: YamlSide,
): InferredResources {
  const bindings = new Map<PageMethod, Binding>();
  const pages = new Map<string, ResourcePage>();
  for (const { id, name, description, methods } of yaml.resources) {
    const bound = methods.flatMap((entry) => {
      const operation = yaml.operations.get(`${id}.${entry.name}`);
      if (operation === undefined) return [];
      const method = inferredMethod(entry.name, entry.verbs[0]?.value ?? 'exec');
      bindings.set(method, { operation, boundBy: 'x-stackql', candidate: null });
      return [method];
    });
    if (bound.length > 0) pages.set(id, inferredPage({ id, name, summary: description, methods: bound }));
  }

  const named = new Set(yaml.operations.values());
  const rest = inferResources(
    provider,
    operations.filter((operation) => !named.has(operation)),
  );
  for (const { id, page } of rest.resources) {
    const own = pages.get(id)?.methods ?? [];
    const taken = own.map(({ name }) => name.value);
    const names = uniqueNames(
      page.methods.map(({ name }) => name.value),
      { taken },
    );
    const added = page.methods.map((method, i) => {
      const renamed = { ...method, name: { ...method.name, value: names[i] ?? method.name.value } };
      const binding = rest.bindings.get(method);
      if (binding !== undefined) bindings.set(renamed, binding);
      return renamed;
    });
    pages.set(id, { ...(pages.get(id) ?? page), methods: [...own, ...added] });
  }
  return { resources: documentedResources([...pages.values()]), bindings };
}
