import type { BoundBy, Operation, PageMethod, ProviderSettings } from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import { inferredMethods } from '../infer/group-operations.ts';
import { type DocumentedResource, methodId } from '../resources.ts';
import type { SchemaReader } from '../schema-reader.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import { operationsByDescription } from './by-description.ts';
import { operationByName } from './by-name.ts';
import { bindBySignature, SIGNATURE_LIMITS, type SignatureLimits } from './by-signature.ts';
import { createClaims } from './claims.ts';
import type { Documented } from './documented.ts';
import type { OperationIndex } from './operation-index.ts';
import { type Candidate, createSignatureMatcher } from './signature-matcher.ts';

export interface Binding {
  readonly operation: Operation | null;
  readonly boundBy: BoundBy;
  /** Of an unbound method: the operation that is most like it. */
  readonly candidate: Candidate | null;
}

export interface BindInput {
  readonly resources: readonly DocumentedResource[];
  readonly index: OperationIndex;
  readonly settings: ProviderSettings;
  readonly reader: SchemaReader;
  readonly servers: ServerVariableNames;
  readonly limits?: SignatureLimits;
  /** The operations that the provider's own YAML names, by method id. */
  readonly stated?: ReadonlyMap<string, Operation>;
}

/**
 * Finds the operation of each documented method: by config, by the provider's own YAML, by operationId scoped to
 * the service, by a description that no other operation has (unless two methods have each other's), by the name that it
 * would have without pages and all that it requires (pages made of a spec without operationIds have those names), by
 * signature. What none of them settles stays unbound. A weaker signal never takes an operation that a stronger one gave
 * to a method, unless the method lists exactly what that operation requires.
 */
export function bindMethods(input: BindInput): ReadonlyMap<PageMethod, Binding> {
  const { limits = SIGNATURE_LIMITS, index } = input;
  const bindings = new Map<PageMethod, Binding>();
  const claims = createClaims();
  const take = ({ resource, method }: Documented, operation: Operation, boundBy: BoundBy): void => {
    bindings.set(method, { operation, boundBy, candidate: null });
    claims.add(resource, operation);
  };
  const documented = input.resources.flatMap((resource) =>
    resource.page.methods.map((method) => ({ resource, method })),
  );
  const areOpen = (): readonly Documented[] => documented.filter(({ method }) => !bindings.has(method));

  const named = new Set<Documented>();
  for (const one of documented) {
    const id = methodId(one.resource, one.method);
    const configured = index.byKey.get(input.settings.bind[id] ?? '');
    const stated = input.stated?.get(id);
    const operation = operationByName(one, index);
    if (operation !== undefined) named.add(one);
    if (configured !== undefined) take(one, configured, 'config');
    else if (stated !== undefined) take(one, stated, 'x-stackql');
    else if (operation !== undefined) take(one, operation, 'operation-id');
  }
  if (areOpen().length === 0) return bindings;

  const matcher = createSignatureMatcher(documented, index, input);
  const isFree = (one: Documented, operation: Operation): boolean => {
    const claimants = claims.of(operation);
    if (claimants.size === 0) return true;
    return !claimants.has(one.resource) && matcher.hasRequiredSet(one, operation);
  };
  const { described, exchanged } = operationsByDescription(
    areOpen(),
    index.operations,
    matcher.hasRequiredSet,
  );
  const free = areOpen().flatMap((one) => {
    const operation = exchanged.get(one) ?? described.get(one);
    return operation !== undefined && isFree(one, operation) ? [{ one, operation }] : [];
  });
  for (const { one, operation } of free)
    take(one, operation, exchanged.has(one) ? 'signature' : 'description');

  const inferred = areOpen().length === 0 ? null : inferredMethods(index.operations);
  for (const one of areOpen()) {
    const { resource, method } = one;
    const same = inferred?.get(`${resource.service}.${resource.name}.${method.name.value}`);
    if (same === undefined) continue;
    if (matcher.hasRequiredSet(one, same.operation) && claims.of(same.operation).size === 0) {
      take(one, same.operation, 'signature');
    }
  }

  const left = bindBySignature(areOpen(), {
    matcher,
    claims,
    limits,
    isFree,
    isNamed: conventions(documented, named),
    take: (one, operation) => take(one, operation, 'signature'),
  });
  for (const { method } of areOpen()) {
    bindings.set(method, { operation: null, boundBy: 'none', candidate: left.get(method) ?? null });
  }
  return bindings;
}

/**
 * Whether most methods are called as operationIds are, on pages of one dialect: those come from one generator. Then a
 * method of another name is of another operation.
 */
function conventions(
  documented: readonly Documented[],
  named: ReadonlySet<Documented>,
): (one: Documented) => boolean {
  const dialects = groupBy(documented, ({ resource }) => resource.page.dialect);
  const areNamed = new Set(
    [...dialects].flatMap(([dialect, all]) =>
      all.filter((one) => named.has(one)).length * 2 > all.length ? [dialect] : [],
    ),
  );
  return ({ resource }) => areNamed.has(resource.page.dialect);
}
