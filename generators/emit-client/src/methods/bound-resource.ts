import type { ProviderModel, Resource, Service } from '@plumbline/model';
import { type BoundMethod, boundMethods } from './bound-method.ts';

/** A resource with the methods of it that can be called. */
export interface BoundResource {
  readonly service: Service;
  readonly resource: Resource;
  /** At least one. */
  readonly methods: readonly BoundMethod[];
}

/**
 * The resources of a provider, in order, without those of which no method is bound. `boundOf` answers the methods that
 * are: a caller may know them already.
 */
export function boundResources(
  model: ProviderModel,
  boundOf: (resource: Resource) => readonly BoundMethod[] = (resource) => boundMethods(resource, model),
): readonly BoundResource[] {
  return model.services.flatMap((service) =>
    service.resources.flatMap((resource) => {
      const methods = boundOf(resource);
      return methods.length === 0 ? [] : [{ service, resource, methods }];
    }),
  );
}
