import type { Operation } from '@plumbline/model';
import type { DocumentedResource } from '../resources.ts';
import { createPlaces, type Places } from './places.ts';

/** Which resources have an operation, and where a resource's operations lie. */
export interface Claims {
  readonly add: (resource: DocumentedResource, operation: Operation) => void;
  readonly of: (operation: Operation) => ReadonlySet<DocumentedResource>;
  readonly placesOf: (resource: DocumentedResource) => Places;
}

export function createClaims(): Claims {
  const claims = new Map<Operation, Set<DocumentedResource>>();
  const places = new Map<DocumentedResource, Places>();
  const placesOf = (resource: DocumentedResource): Places => {
    const known = places.get(resource) ?? createPlaces();
    places.set(resource, known);
    return known;
  };
  return {
    add(resource, operation) {
      claims.set(operation, (claims.get(operation) ?? new Set()).add(resource));
      placesOf(resource).add(operation.path);
    },
    of: (operation) => claims.get(operation) ?? NOBODY,
    placesOf,
  };
}

const NOBODY: ReadonlySet<DocumentedResource> = new Set();
