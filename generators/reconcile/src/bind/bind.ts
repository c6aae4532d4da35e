import type { BoundBy, Operation, PageMethod, ProviderSettings } from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import { type DocumentedResource, methodId } from '../resources.ts';
import type { SchemaReader } from '../schema-reader.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import { compactName, wordsOf } from '../words.ts';
import { methodName, plainName } from './method-name.ts';
import {
  indexDescriptions,
  indexOperations,
  literalSegments,
  type OperationIndex,
} from './operation-index.ts';
import { type Candidate, createSignatureMatcher, type SignatureMatch } from './signature-matcher.ts';
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
  readonly limits?: SignatureLimits;
  /** The operations that the provider's own YAML names, by method id. */
  readonly stated?: ReadonlyMap<string, Operation>;
}

/** How like an operation must be to be taken on that alone. */
export interface SignatureLimits {
  readonly score: number;
  /** An empty set of required parameters is equal to many, so the rest must tell more. */
  readonly scoreWithoutKeys: number;
  /** How far the next best must be behind. */
  readonly margin: number;
}

/** Chosen from the precision curve that `pnpm bench:binding` prints. */
export const SIGNATURE_LIMITS: SignatureLimits = { score: 0.5, scoreWithoutKeys: 0.6, margin: 0.08 };

/** Shorter descriptions (`Gets it.`) are not telling. */
const LEAST_WORDS = 3;

/**
 * Finds the operation of each documented method: by config, by operationId scoped to the service, by a description
 * that no other operation has, by signature. What none of them settles stays unbound. A weaker signal never takes
 * an operation that a stronger one gave to a method, unless the method lists exactly what that operation requires.
 */
export function bindMethods(input: BindInput): ReadonlyMap<PageMethod, Binding> {
  const { limits = SIGNATURE_LIMITS } = input;
  const index = indexOperations(input.operations);
  const bindings = new Map<PageMethod, Binding>();
  const claims = new Map<Operation, Set<DocumentedResource>>();
  const take = ({ resource, method }: Documented, operation: Operation, boundBy: BoundBy): void => {
    bindings.set(method, { operation, boundBy, candidate: null });
    claims.set(operation, (claims.get(operation) ?? new Set()).add(resource));
  };

  const documented = input.resources.flatMap((resource) =>
    resource.page.methods.map((method) => ({ resource, method })),
  );
  for (const one of documented) {
    const id = methodId(one.resource, one.method);
    const configured = index.byKey.get(input.settings.bind[id] ?? '');
    const stated = input.stated?.get(id);
    const named = operationByName(one, index);
    if (configured !== undefined) take(one, configured, 'config');
    else if (stated !== undefined) take(one, stated, 'x-stackql');
    else if (named !== undefined) take(one, named, 'operation-id');
  }
  const isOpen = ({ method }: Documented): boolean => !bindings.has(method);
  if (!documented.some(isOpen)) return bindings;

  const matcher = createSignatureMatcher(index, input.reader, input.servers);
  const isFree = ({ resource, method }: Documented, operation: Operation): boolean => {
    const claimants = claims.get(operation);
    if (claimants === undefined) return true;
    return !claimants.has(resource) && matcher.hasRequiredSet(resource, method, operation);
  };

  const described = operationsByDescription(documented, input.operations);
  const free = [...described].filter(([one, operation]) => isOpen(one) && isFree(one, operation));
  for (const [one, operation] of free) take(one, operation, 'description');

  const likely = documented
    .filter(isOpen)
    .map((one) => ({ one, match: matcher.match(one.resource, one.method) }))
    .sort((a, b) => (b.match?.best.score ?? 0) - (a.match?.best.score ?? 0));
  for (const { one, match } of likely) {
    const operation = match?.best.operation;
    const isTaken = operation === undefined || !isFree(one, operation);
    if (isTaken || !isSure(match, one, limits) || !index.isInService(operation, one.resource.service)) {
      bindings.set(one.method, { operation: null, boundBy: 'none', candidate: match?.best ?? null });
    } else take(one, operation, 'signature');
  }
  return bindings;
}

interface Documented {
  readonly resource: DocumentedResource;
  readonly method: PageMethod;
}

function isSure(
  match: SignatureMatch | null,
  { method: { verb } }: Documented,
  limits: SignatureLimits,
): boolean {
  if (match === null || verb === null || !match.isExact) return false;
  const { best, margin, keys } = match;
  const least = keys === 0 ? limits.scoreWithoutKeys : limits.score;
  return isUsual(verb.value, best.operation.method) && best.score >= least && margin >= limits.margin;
}

function operationByName({ resource, method }: Documented, index: OperationIndex): Operation | undefined {
  const name = methodName(plainName(method.name.value));
  const named = index.byName.get(name) ?? [];
  const own = named.filter((operation) => index.isInService(operation, resource.service));
  if (own.length > 0) {
    return onlyOne(own, [
      ({ method: http }) => method.verb === null || isUsual(method.verb.value, http),
      ({ tags, path }) =>
        [...tags, ...literalSegments(path)].map(compactName).includes(compactName(resource.name)),
    ]);
  }
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

/** The methods whose description one operation alone has, and no other method of the resource. */
function operationsByDescription(
  documented: readonly Documented[],
  operations: readonly Operation[],
): ReadonlyMap<Documented, Operation> {
  const byWords = indexDescriptions(operations);
  const twins = groupBy(documented, ({ resource, method }) =>
    JSON.stringify([resource.id, wordsOf(method.description?.value ?? '')]),
  );
  const found = new Map<Documented, Operation>();
  for (const [one, ...more] of twins.values()) {
    if (one === undefined || more.length > 0) continue;
    const { verb, description } = one.method;
    const words = wordsOf(description?.value ?? '');
    const [operation, ...others] = byWords.get(words) ?? [];
    if (operation === undefined || others.length > 0 || words.split(' ').length < LEAST_WORDS) continue;
    if (verb === null || !isContrary(verb.value, operation.method)) found.set(one, operation);
  }
  return found;
}
