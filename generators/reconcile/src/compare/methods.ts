import { type DraftDiagnostic, diagnose, type Operation, type Spec } from '@plumbline/model';
import { plainName } from '../bind/method-name.ts';
import { isContrary } from '../bind/verbs.ts';
import type { MethodPair, ResourcePair } from '../pair/pair.ts';
import { methodId } from '../resources.ts';
import { compareDeprecation } from './deprecation.ts';
import { methodSubject } from './subject.ts';

/** Methods without an operation, with one that another method has, or with one that their verb contradicts. */
export function compareMethods({ methods }: ResourcePair): readonly DraftDiagnostic[] {
  const bound = new Map<Operation, MethodPair>();
  return methods.flatMap((pair) => {
    const { operation } = pair;
    if (operation === null) return [unbound(pair)];
    const earlier = bound.get(operation);
    if (earlier === undefined) bound.set(operation, pair);
    return [
      ...(earlier === undefined || areTwins(pair, earlier) ? [] : [boundTwice(pair, earlier, operation)]),
      ...contradiction(pair, operation),
      ...deprecation(pair, operation),
    ];
  });
}

/** Operations that no method is bound to, at their place in the spec; without those that are `reported` in another way. */
export function findUndocumented(
  pairs: readonly ResourcePair[],
  { operations }: Spec,
  reported: ReadonlySet<Operation> | null,
): readonly DraftDiagnostic[] {
  const bound = new Set(pairs.flatMap(({ methods }) => methods.map(({ operation }) => operation)));
  return operations
    .filter((operation) => !bound.has(operation) && !reported?.has(operation))
    .map((operation) =>
      diagnose({
        code: 'operation-missing-from-pages',
        args: { operation: operation.key },
        at: operation.origin,
        subject: { operation: operation.key },
      }),
    );
}

function unbound(pair: MethodPair): DraftDiagnostic {
  const { method, resource, binding } = pair;
  const { candidate } = binding;
  return diagnose({
    code: 'method-unbound',
    args: {
      method: method.name.value,
      id: methodId(resource, method),
      candidate:
        candidate === null ? null : { operation: candidate.operation.key, score: candidate.score.toFixed(2) },
    },
    at: method.name.source,
    subject: methodSubject(pair),
    related:
      candidate === null
        ? []
        : [
            {
              message: `the closest operation, \`${candidate.operation.key}\``,
              place: candidate.operation.origin,
            },
          ],
  });
}

function areTwins(one: MethodPair, other: MethodPair): boolean {
  return plainName(one.method.name.value) === plainName(other.method.name.value);
}

function boundTwice(pair: MethodPair, earlier: MethodPair, operation: Operation): DraftDiagnostic {
  return diagnose({
    code: 'operation-bound-twice',
    args: { method: pair.method.name.value, other: earlier.method.name.value, operation: operation.key },
    at: pair.method.name.source,
    subject: methodSubject(pair),
    related: [
      { message: `\`${earlier.method.name.value}\` is bound to it too`, place: earlier.method.name.source },
      { message: 'the operation', place: operation.origin },
    ],
  });
}

function contradiction(pair: MethodPair, operation: Operation): readonly DraftDiagnostic[] {
  const { verb, name } = pair.method;
  if (verb === null || !isContrary(verb.value, operation.method)) return [];
  return [
    diagnose({
      code: 'verb-contradicts-operation',
      args: { method: name.value, verb: verb.value, operation: operation.key },
      at: verb.source,
      subject: methodSubject(pair),
      related: [{ message: 'the operation', place: operation.origin }],
    }),
  ];
}

function deprecation(pair: MethodPair, operation: Operation): readonly DraftDiagnostic[] {
  const { name, description } = pair.method;
  return compareDeprecation({
    what: 'method',
    name: name.value,
    description: description?.value ?? null,
    flags: [],
    at: name.source,
    sides: [
      { isDeprecated: operation.deprecated, description: operation.description, origin: operation.origin },
    ],
    subject: methodSubject(pair),
  });
}
