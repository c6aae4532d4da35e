import type { Operation, PageMethod } from '@plumbline/model';
import { responseFields } from '../pair/response.ts';
import type { DocumentedResource } from '../resources.ts';
import type { SchemaReader } from '../schema-reader.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import type { OperationIndex } from './operation-index.ts';
import {
  documentedKeys,
  likeness,
  methodSignature,
  operationSignature,
  type Signature,
} from './signature.ts';
import { isUsual } from './verbs.ts';

export interface Candidate {
  readonly operation: Operation;
  /** From 0 to 1. */
  readonly score: number;
}

export interface SignatureMatch {
  readonly best: Candidate;
  /** How far the next best is behind. */
  readonly margin: number;
  /** The documented required parameters are those of the operation: no more, no fewer. */
  readonly isExact: boolean;
  /** How many they are. */
  readonly keys: number;
}

export interface SignatureMatcher {
  readonly match: (resource: DocumentedResource, method: PageMethod) => SignatureMatch | null;
  readonly hasRequiredSet: (
    resource: DocumentedResource,
    method: PageMethod,
    operation: Operation,
  ) => boolean;
}

/** An operation of another service, or one that the verb does not usually stand for, is that much less likely. */
const OTHER_SERVICE = 0.8;
const UNUSUAL_VERB = 0.6;
/** So many operations are looked at closely. */
const MOST_CANDIDATES = 40;
/** So many entries of the index are looked at: what nearly all operations have is not worth the time. */
const MOST_VISITS = 3000;

/**
 * Compares methods and operations by all that they show: tokens of names and path (rare ones count more),
 * parameters, fields and words of the description. Candidates come from an index of tokens and parameter names,
 * so that a method is not compared with every operation.
 */
export function createSignatureMatcher(
  index: OperationIndex,
  reader: SchemaReader,
  servers: ServerVariableNames,
): SignatureMatcher {
  const signatures = new Map(index.operations.map((operation) => [operation, operationSignature(operation)]));
  const rarity = rarities([...signatures.values()].map(({ tokens }) => tokens));
  const postings = postingsOf(signatures);
  const fieldsOf = (operation: Operation): ReadonlySet<string> =>
    new Set(responseFields(operation, reader).map(({ name }) => name));

  const candidates = (own: Signature): readonly Operation[] => {
    const found = new Map<Operation, number>();
    const rarestFirst = [...own.tokens, ...[...own.params].map(paramFeature)]
      .map((feature) => postings.get(feature) ?? [])
      .sort((a, b) => a.length - b.length);
    let visits = 0;
    for (const posting of rarestFirst) {
      visits += posting.length;
      if (visits > MOST_VISITS && found.size > 0) break;
      const weight = Math.log(1 + index.operations.length / (1 + posting.length));
      for (const operation of posting.slice(0, MOST_VISITS))
        found.set(operation, (found.get(operation) ?? 0) + weight);
    }
    return [...found]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_CANDIDATES)
      .map(([operation]) => operation);
  };

  return {
    hasRequiredSet: (resource, method, operation) =>
      isSameSet(documentedKeys(resource, method, servers), signatures.get(operation)?.required ?? new Set()),
    match: (resource, method) => {
      const own = methodSignature(resource, method, servers);
      const scored = candidates(own)
        .map((operation) => {
          const other = signatures.get(operation) ?? own;
          const alike = likeness(own, other, own.fields.size > 0 ? fieldsOf(operation) : new Set(), rarity);
          const service = index.isInService(operation, resource.service) ? 1 : OTHER_SERVICE;
          const verb =
            method.verb === null || isUsual(method.verb.value, operation.method) ? 1 : UNUSUAL_VERB;
          return { operation, score: alike * service * verb };
        })
        .sort((a, b) => b.score - a.score);
      const [best, next] = scored;
      if (best === undefined) return null;
      const required = signatures.get(best.operation)?.required ?? new Set();
      return {
        best,
        margin: best.score - (next?.score ?? 0),
        isExact: isSameSet(own.required, required),
        keys: own.required.size,
      };
    },
  };
}

function rarities(sets: readonly ReadonlySet<string>[]): (token: string) => number {
  const counts = new Map<string, number>();
  for (const set of sets) for (const token of set) counts.set(token, (counts.get(token) ?? 0) + 1);
  return (token) => Math.log(1 + sets.length / (1 + (counts.get(token) ?? 0)));
}

function postingsOf(
  signatures: ReadonlyMap<Operation, Signature>,
): ReadonlyMap<string, readonly Operation[]> {
  const postings = new Map<string, Operation[]>();
  for (const [operation, { tokens, params }] of signatures) {
    for (const feature of [...tokens, ...[...params].map(paramFeature)]) {
      const posting = postings.get(feature);
      if (posting === undefined) postings.set(feature, [operation]);
      else posting.push(operation);
    }
  }
  return postings;
}

function paramFeature(name: string): string {
  return `{${name}}`;
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item));
}
