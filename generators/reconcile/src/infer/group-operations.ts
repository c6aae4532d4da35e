import { byCodeUnit, isMessageHeader, type Operation, type SqlVerb } from '@plumbline/model';
import { methodName, methodNames } from '../bind/method-name.ts';
import { groupBy } from '../group-by.ts';
import { commonWords } from './common-words.ts';
import { inferMethodNames } from './method-names.ts';
import { pathParts } from './path-parts.ts';
import { type Place, pathsOf, placeOf } from './place.ts';
import { serviceNames } from './service-names.ts';

/** An operation, and what it is called without pages. */
export interface InferredMethod {
  readonly operation: Operation;
  readonly name: string;
  readonly verb: SqlVerb;
}

/** A collection of the API, and what can be done with it. */
export interface InferredResource {
  readonly service: string;
  readonly name: string;
  readonly methods: readonly InferredMethod[];
}

/** What is inferred of each operation, under `service.resource.method`: pages that were made of the spec alone call it so. */
export function inferredMethods(operations: readonly Operation[]): ReadonlyMap<string, InferredMethod> {
  return new Map(
    groupOperations(operations).flatMap(({ service, name, methods }) =>
      methods.map((method) => [`${service}.${name}.${method.name}`, method] as const),
    ),
  );
}

/**
 * A service for each tag, a resource for each collection (the last word of the path), a method for each operation.
 * A POST behind an item (`/users/{id}/activate`) is an action, hence EXEC.
 */
export function groupOperations(operations: readonly Operation[]): readonly InferredResource[] {
  const taken = new Set(operations.flatMap(({ operationId }) => methodNames(operationId ?? '')));
  const paths = pathsOf(operations);
  const all = operations.map((operation) => placeOf(operation, paths));
  const services = groupBy(all, serviceNames(all));
  return [...services].flatMap(([service, places]) =>
    [...groupBy(places, resourceNames(places, service))].map(([name, own]) => {
      const told = tellApart(own);
      const names = inferMethodNames(told, taken);
      return {
        service,
        name,
        methods: told.map(({ operation, verb }, i) => ({ operation, verb, name: names[i] ?? verb })),
      };
    }),
  );
}

/** The last word names a collection; where several end alike, as many before it as tell them apart do too. */
function resourceNames(places: readonly Place[], service: string): (place: Place) => string {
  const names = new Map<string, string>();
  const common = commonWords(places.map(({ collection }) => collection));
  let open = [
    ...new Map(places.map(({ collection }) => [collection.join('/'), collection.slice(common)])).entries(),
  ];
  for (let words = 1; open.length > 0; words += 1) {
    const nameOf = ([, collection]: (typeof open)[number]): string =>
      toName(collection.slice(-words).join('_') || service);
    const next: typeof open = [];
    for (const [name, own] of groupBy(open, nameOf)) {
      for (const one of own) {
        if (own.length === 1 || words >= one[1].length) names.set(one[0], name);
        else next.push(one);
      }
    }
    open = next;
  }
  return ({ collection }) => names.get(collection.join('/')) ?? service;
}

/** Which HTTP method a verb is best for: what comes first keeps it. */
const BEST: { readonly [V in SqlVerb]?: string } = { update: 'PATCH', replace: 'PUT', insert: 'POST' };

/**
 * A statement chooses its method by verb and required parameters: of methods that have both alike only that of the
 * shortest path keeps the verb, and the others are called by their names.
 */
function tellApart(places: readonly Place[]): readonly Place[] {
  const rank = ({ operation: { method, path }, verb }: Place): number => {
    const parts = pathParts(path);
    const isBest = method === BEST[verb] || parts.at(-1)?.word === 'list';
    return 2 * parts.length + (isBest ? 0 : 1);
  };
  const kept = [...groupBy(places, signatureOf).values()].map((alike) =>
    alike.reduce((best, one) => (rank(one) < rank(best) ? one : best)),
  );
  const keepers = new Set(kept);
  return places.map((place) => (keepers.has(place) ? place : { ...place, verb: 'exec' }));
}

function signatureOf({ operation, verb }: Place): string {
  const required = operation.parameters.filter((one) => one.required && !isUnasked(one));
  return JSON.stringify([verb, ...required.map(({ name }) => name).toSorted(byCodeUnit)]);
}

function isUnasked({ name, in: place }: Operation['parameters'][number]): boolean {
  return place === 'header' && isMessageHeader(name);
}

function toName(text: string): string {
  return methodName(text).replace(/^_+|(?<!_)_+$/g, '') || 'root';
}
