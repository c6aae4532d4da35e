import type { BoundBy, Operation, PageMethod, ProviderSettings } from '@plumbline/model';
import { type DocumentedResource, methodId } from '../resources.ts';
import type { SchemaReader } from '../schema-reader.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import { compactName, wordsOf } from '../words.ts';
import { methodName } from './method-name.ts';
import {
  indexDescriptions,
  indexOperations,
  literalSegments,
  type OperationIndex,
} from './operation-index.ts';
import { type Candidate, createSignatureMatcher, type SignatureMatcher } from './signature.ts';
import { isContrary, isUsual } from './verbs.ts';

export interface Binding {
  readonly operation: Operation | null;
  readonly boundBy: BoundBy;
  /** Of an unbound method: the operation that is most like it. */
  readonly candidate: Candidate | null;
}

export interface BindInput {
  readonly resources: readonly DocumentedResource[];
  readonly operations: readonly Operation[];
  readonly settings: ProviderSettings;
  readonly reader: SchemaReader;
  readonly servers: ServerVariableNames;
}

/** A method is bound by likeness alone from this score on, if the next best is that much behind. */
const LEAST_SCORE = 0.5;
/** An empty set of required parameters is equal to many, so the rest must tell more. */
const LEAST_SCORE_WITHOUT_KEYS = 0.6;
const LEAST_MARGIN = 0.08;
/** Shorter descriptions (`Gets it.`) are not telling. */
const LEAST_WORDS = 3;

/**
 * Finds the operation of each documented method: by config, by operationId scoped to the service, by a description
 * that no other operation has, by signature. What none of them settles stays unbound. A weaker signal never takes
 * an operation that a stronger one gave to a method, unless the method lists exactly what that operation requires.
 */
export function bindMethods({
  resources,
  operations,
  settings,
  reader,
  servers,
}: BindInput): ReadonlyMap<PageMethod, Binding> {
  const index = indexOperations(operations);
  const bindings = new Map<PageMethod, Binding>();
  const claims = new Map<Operation, Set<DocumentedResource>>();
  const open: { resource: DocumentedResource; method: PageMethod }[] = [];
  const take = (
    resource: DocumentedResource,
    method: PageMethod,
    operation: Operation,
    boundBy: BoundBy,
  ): void => {
    bindings.set(method, { operation, boundBy, candidate: null });
    claims.set(operation, (claims.get(operation) ?? new Set()).add(resource));
  };

  for (const resource of resources) {
    for (const method of resource.page.methods) {
      const key = settings.bind[methodId(resource, method)];
      const configured = key === undefined ? undefined : index.byKey.get(key);
      const named = configured ?? operationByName(resource, method, index);
      if (named !== undefined)
        take(resource, method, named, configured === undefined ? 'operation-id' : 'config');
      else open.push({ resource, method });
    }
  }
  if (open.length === 0) return bindings;

  const matcher = createSignatureMatcher(index, reader, servers);
  const isFree = (resource: DocumentedResource, method: PageMethod, operation: Operation): boolean => {
    const claimants = claims.get(operation);
    if (claimants === undefined) return true;
    return !claimants.has(resource) && matcher.hasRequiredSet(resource, method, operation);
  };

  const byWords = indexDescriptions(operations);
  const twins = describedMethods(resources);
  const described = open.flatMap(({ resource, method }) => {
    const operation = twins(resource, method) > 1 ? undefined : operationByDescription(method, byWords);
    return operation !== undefined && isFree(resource, method, operation)
      ? [{ resource, method, operation }]
      : [];
  });
  for (const { resource, method, operation } of described) take(resource, method, operation, 'description');

  const likely = open
    .filter(({ method }) => !bindings.has(method))
    .map(({ resource, method }) => ({ resource, method, match: matcher.match(resource, method) }))
    .sort((a, b) => (b.match?.best.score ?? 0) - (a.match?.best.score ?? 0));
  for (const { resource, method, match } of likely) {
    if (
      match !== null &&
      isSure(match, method) &&
      index.isInService(match.best.operation, resource.service) &&
      isFree(resource, method, match.best.operation)
    ) {
      take(resource, method, match.best.operation, 'signature');
    } else bindings.set(method, { operation: null, boundBy: 'none', candidate: match?.best ?? null });
  }
  return bindings;
}

function isSure(
  { best, margin, isExact, keys }: NonNullable<ReturnType<SignatureMatcher['match']>>,
  { verb }: PageMethod,
): boolean {
  const fitsVerb = verb !== null && isUsual(verb.value, best.operation.method);
  const least = keys === 0 ? LEAST_SCORE_WITHOUT_KEYS : LEAST_SCORE;
  return isExact && fitsVerb && best.score >= least && margin >= LEAST_MARGIN;
}

function operationByName(
  resource: DocumentedResource,
  method: PageMethod,
  index: OperationIndex,
): Operation | undefined {
  const name = methodName(method.name.value);
  const named = index.byName.get(name) ?? [];
  const own = named.filter((operation) => index.isInService(operation, resource.service));
  const inService = onlyOne(own, [
    ({ method: http }) => method.verb === null || isUsual(method.verb.value, http),
    ({ tags, path }) =>
      [...tags, ...literalSegments(path)].map(compactName).includes(compactName(resource.name)),
  ]);
  if (inService !== undefined || own.length > 0) return inService;
  // Outside its service a name of one word (`get`) says nothing.
  return name.includes('_') && named.length === 1 ? named[0] : undefined;
}

/** The only operation, or the only one that meets the conditions, applied one after the other while they leave any. */
function onlyOne(
  operations: readonly Operation[],
  conditions: readonly ((operation: Operation) => boolean)[],
): Operation | undefined {
  let left = operations;
  for (const condition of conditions) {
    if (left.length <= 1) break;
    const meeting = left.filter(condition);
    if (meeting.length > 0) left = meeting;
  }
  return left.length === 1 ? left[0] : undefined;
}

function operationByDescription(
  method: PageMethod,
  byWords: ReadonlyMap<string, readonly Operation[]>,
): Operation | undefined {
  const words = wordsOf(method.description?.value ?? '');
  if (words.split(' ').length < LEAST_WORDS) return undefined;
  const [operation, ...more] = byWords.get(words) ?? [];
  if (operation === undefined || more.length > 0) return undefined;
  return method.verb !== null && isContrary(method.verb.value, operation.method) ? undefined : operation;
}

/** How many methods of a resource have the same description. */
function describedMethods(
  resources: readonly DocumentedResource[],
): (resource: DocumentedResource, method: PageMethod) => number {
  const keyOf = ({ id }: DocumentedResource, { description }: PageMethod): string =>
    JSON.stringify([id, description?.value ?? '']);
  const counts = new Map<string, number>();
  for (const resource of resources) {
    for (const method of resource.page.methods) {
      const key = keyOf(resource, method);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return (resource, method) => counts.get(keyOf(resource, method)) ?? 0;
}
