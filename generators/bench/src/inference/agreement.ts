import type { ProviderModel } from '@plumbline/model';
import type { Truth } from '../binding/truth.ts';

/** What is inferred of operations, beside what the pages say of them. */
export interface Agreement {
  /** Operations that a page documents and the inferred model has. */
  readonly operations: number;
  /** Of those, how many have what the page says. */
  readonly service: number;
  readonly resource: number;
  readonly method: number;
  readonly verb: number;
  /** All four. */
  readonly whole: number;
  /** Methods that lie together on a page and together in the model: pairs of neighbours. */
  readonly neighbours: number;
  readonly together: number;
  readonly resources: { readonly documented: number; readonly inferred: number };
  /** Inferred methods that have the name of another in the same resource. */
  readonly collisions: number;
}

/** What a page says of an operation. */
export interface Documented {
  readonly service: string;
  readonly resource: string;
  readonly method: string;
  readonly verb: string | null;
}

/** Compares an inferred model with the pages by the operations that both have; of two methods of one the first. */
export function agreementOf(
  model: ProviderModel,
  documented: readonly Documented[],
  truth: Truth,
  provider: string,
): Agreement {
  const inferred = new Map<string, Documented>();
  let collisions = 0;
  for (const service of model.services) {
    for (const resource of service.resources) {
      collisions += resource.methods.length - new Set(resource.methods.map(({ name }) => name)).size;
      for (const { name, sqlVerb, operation } of resource.methods) {
        if (operation === null) continue;
        inferred.set(operation, {
          service: service.name,
          resource: resource.name,
          method: name,
          verb: sqlVerb,
        });
      }
    }
  }
  const counts = {
    operations: 0,
    service: 0,
    resource: 0,
    method: 0,
    verb: 0,
    whole: 0,
    neighbours: 0,
    together: 0,
  };
  const seen = new Set<string>();
  let before: { readonly page: Documented; readonly guess: Documented } | null = null;
  for (const page of documented) {
    const operation = truth.get(`${provider}.${page.service}.${page.resource}.${page.method}`) ?? '';
    const guess = inferred.get(operation);
    if (guess === undefined || seen.has(operation)) continue;
    seen.add(operation);
    counts.operations += 1;
    const equal = (['service', 'resource', 'method', 'verb'] as const).filter(
      (key) => page[key] === guess[key],
    );
    for (const key of equal) counts[key] += 1;
    if (equal.length === 4) counts.whole += 1;
    if (before !== null && isSameResource(before.page, page)) {
      counts.neighbours += 1;
      if (isSameResource(before.guess, guess)) counts.together += 1;
    }
    before = { page, guess };
  }
  return {
    ...counts,
    resources: {
      documented: new Set(documented.map(({ service, resource }) => `${service}.${resource}`)).size,
      inferred: model.services.reduce((sum, { resources }) => sum + resources.length, 0),
    },
    collisions,
  };
}

function isSameResource(one: Documented, other: Documented): boolean {
  return one.service === other.service && one.resource === other.resource;
}
