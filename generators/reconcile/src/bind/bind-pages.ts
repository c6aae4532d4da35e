import type { ReconcileInput } from '../reconcile.ts';
import { documentedResources, methodId } from '../resources.ts';
import { createSchemaReader } from '../schema-reader.ts';
import { findServerVariables } from '../server-variables.ts';
import { type Binding, bindMethods } from './bind.ts';
import { SIGNATURE_LIMITS, type SignatureLimits } from './by-signature.ts';
import { indexOperations } from './operation-index.ts';

/** Binds and does no more: how each method, by its id, is bound under the given limits. What the precision curve is made of. */
export function bindPages(
  { spec, pages, settings }: ReconcileInput,
  limits: SignatureLimits = SIGNATURE_LIMITS,
): ReadonlyMap<string, Binding> {
  const reader = createSchemaReader(spec.schemas);
  const resources = documentedResources(pages.resources);
  const servers = findServerVariables(resources, spec, settings, reader);
  const index = indexOperations(spec.operations);
  const bindings = bindMethods({ resources, index, settings, reader, servers, limits });
  return new Map(
    resources.flatMap((resource) =>
      resource.page.methods.flatMap((method) => {
        const binding = bindings.get(method);
        return binding === undefined ? [] : [[methodId(resource, method), binding] as const];
      }),
    ),
  );
}
