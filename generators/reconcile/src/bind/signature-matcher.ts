import type { Operation } from '@plumbline/model';
import type { SchemaReader } from '../schema-reader.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import { createCandidates } from './candidates.ts';
import type { Documented } from './documented.ts';
import { createLikelihood } from './likelihood.ts';
import { literalSegments, type OperationIndex } from './operation-index.ts';
import type { Places } from './places.ts';
import { remembered } from './remembered.ts';
import { findRequiredSets } from './required-sets.ts';
import { type MethodSignature, methodSignature, operationSignature } from './signature.ts';
import { createTokenizer } from './tokenizer.ts';
import { isContrary, isUsual, plainDeed } from './verbs.ts';

export interface Candidate {
  readonly operation: Operation;
  /** From 0 to 1. */
  readonly score: number;
}

export interface SignatureMatch {
  /** Of all operations that its verb may stand for the one that is most like the method. */
  readonly best: Candidate;
  /**
   * The most likely first, of those that the method could be of: they are in its service, its verb usually stands
   * for their HTTP method, they require what it lists, and they are free.
   */
  readonly fitting: readonly Candidate[];
  /** How many required parameters the method lists. */
  readonly keys: number;
}

/** What the bindings so far tell of a method. */
export interface Known {
  readonly places: Places;
  /** No method of another resource has the operation. */
  readonly isClaimed: (operation: Operation) => boolean;
  readonly isFree: (operation: Operation) => boolean;
}

export interface SignatureMatcher {
  readonly match: (one: Documented, known: Known) => SignatureMatch | null;
  /** The method lists what the operation requires: no more, no fewer. */
  readonly hasRequiredSet: (one: Documented, operation: Operation) => boolean;
  /** The method's name has the words of the operationId, or others that mean the same deed. */
  readonly hasName: (one: Documented, operation: Operation) => boolean;
}

/**
 * Compares methods and operations by all that they show: names and path, verb, parameters, fields, description, and
 * where the other methods of the resource lie.
 */
export function createSignatureMatcher(
  documented: readonly Documented[],
  index: OperationIndex,
  { reader, servers }: { readonly reader: SchemaReader; readonly servers: ServerVariableNames },
): SignatureMatcher {
  const tokenize = createTokenizer(namesIn(documented, index.operations));
  const methods = documented.map((one) => [one.method, methodSignature(one, { servers, tokenize })] as const);
  const byMethod = new Map(methods);
  const ownOf = (one: Documented): MethodSignature =>
    byMethod.get(one.method) ?? methodSignature(one, { servers, tokenize });
  const operations = new Map(index.operations.map((one) => [one, operationSignature(one, tokenize)]));
  const required = findRequiredSets(
    methods.map(([, own]) => own.required),
    index.operations,
  );
  // Methods are looked at several times, what comes into question for them stays the same.
  const candidates = remembered(createCandidates(operations, required));
  const likelihood = createLikelihood(
    methods.map(([, own]) => own),
    [...operations.values()],
    { reader, required },
  );

  return {
    hasRequiredSet: (one, operation) => required.areWhole && likelihood.isExact(ownOf(one), operation),
    hasName(one, operation) {
      const name = new Set([...ownOf(one).name].map(plainDeed));
      const other = new Set([...(operations.get(operation)?.name ?? [])].map(plainDeed));
      return other.size === name.size && [...name].every((token) => other.has(token));
    },
    match(one, { places, isFree, isClaimed }) {
      const own = ownOf(one);
      const verb = one.method.verb?.value ?? null;
      const scored = candidates(own)
        .flatMap((operation) => {
          const other = operations.get(operation);
          if (other === undefined) return [];
          const comparison = {
            own,
            verb,
            operation,
            other,
            places,
            isInService: index.isInService(operation, one.resource.service),
            isClaimed: isClaimed(operation),
          };
          return [{ ...comparison, score: likelihood.of(comparison) }];
        })
        .sort((a, b) => b.score - a.score);
      const best = scored.find(({ operation }) => verb === null || !isContrary(verb, operation.method));
      if (best === undefined) return null;
      const canFit = verb !== null && required.isCredible(own.required);
      const fitting = scored.filter(
        ({ operation, other, ...is }) =>
          canFit &&
          is.isInService &&
          isUsual(verb, operation.method) &&
          !(own.number === 'one' && other.number === 'many' && operation.method === 'GET') &&
          !(is.isClaimed && likelihood.isOfOtherName(own, other)) &&
          likelihood.isExact(own, operation) &&
          isFree(operation),
      );
      return { best: candidateOf(best), fitting: fitting.map(candidateOf), keys: own.required.size };
    },
  };
}

function candidateOf({ operation, score }: Candidate): Candidate {
  return { operation, score };
}

/** All names, for the vocabulary. */
function* namesIn(documented: readonly Documented[], operations: readonly Operation[]): Iterable<string> {
  for (const { resource, method } of documented) {
    yield method.name.value;
    yield resource.name;
    yield resource.service;
  }
  for (const { operationId, tags, path } of operations) {
    yield operationId ?? '';
    yield* tags;
    yield* literalSegments(path);
  }
}
