import type { Operation, PageMethod } from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import type { Claims } from './claims.ts';
import type { Documented } from './documented.ts';
import { plainName } from './method-name.ts';
import type { Candidate, SignatureMatch, SignatureMatcher } from './signature-matcher.ts';

/** How like an operation must be to be taken on that alone. */
export interface SignatureLimits {
  readonly score: number;
  /** An empty set of required parameters is equal to many, so the rest must tell more. */
  readonly scoreWithoutKeys: number;
  /** How far the next best must be behind. */
  readonly margin: number;
}

/** Chosen from the precision curve that `pnpm bench:binding` prints. */
export const SIGNATURE_LIMITS: SignatureLimits = { score: 0.5, scoreWithoutKeys: 0.55, margin: 0.06 };

/** Each binding tells more of where the others of its resource are; so many times they are looked at anew. */
const ROUNDS = 3;

interface Match {
  readonly one: Documented;
  readonly match: SignatureMatch | null;
  readonly fit: Candidate | undefined;
}

export interface SignatureInput {
  readonly matcher: SignatureMatcher;
  readonly claims: Claims;
  readonly limits: SignatureLimits;
  readonly isFree: (one: Documented, operation: Operation) => boolean;
  /** Methods such as this one are called as the operationIds are, so another name is that of another operation. */
  readonly isNamed: (one: Documented) => boolean;
  readonly take: (one: Documented, operation: Operation) => void;
}

/**
 * Takes the operations that are surely those of the methods, the likeliest first.
 * @returns for each method that is left over the operation that is most like it
 */
export function bindBySignature(
  documented: readonly Documented[],
  input: SignatureInput,
): ReadonlyMap<PageMethod, Candidate | null> {
  const { matcher, claims, isFree, take } = input;
  let open = documented;
  let matches: readonly Match[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    matches = open.map((one) => matchOf(one, input)).sort(byFit);
    const rivals = groupBy(matches, ({ fit }) => fit?.operation);
    const taken = new Set<Documented>();
    for (const match of matches) {
      const { one, fit } = match;
      if (fit === undefined || !isFree(one, fit.operation)) continue;
      const contenders = rivals.get(fit.operation) ?? [];
      if (!isSure(match, contenders, input.limits)) continue;
      if (input.isNamed(one) && !matcher.hasName(one, fit.operation)) continue;
      take(one, fit.operation);
      claims.add(one.resource, fit.operation);
      taken.add(one);
    }
    if (taken.size === 0) break;
    open = open.filter((one) => !taken.has(one));
  }
  return new Map(matches.map(({ one, match }) => [one.method, match?.best ?? null]));
}

function matchOf(one: Documented, { matcher, claims, isFree }: SignatureInput): Match {
  const match = matcher.match(one, {
    places: claims.placesOf(one.resource),
    isClaimed: (operation) => claims.of(operation).size > 0,
    isFree: (operation) => isFree(one, operation),
  });
  return { one, match, fit: match?.fitting[0] };
}

function byFit(a: Match, b: Match): number {
  return (b.fit?.score ?? 0) - (a.fit?.score ?? 0);
}

/** Both sides must be sure: no other operation is nearly as likely, nor is another method of the resource. */
function isSure({ one, match, fit }: Match, contenders: readonly Match[], limits: SignatureLimits): boolean {
  if (match === null || fit === undefined) return false;
  const least = match.keys === 0 ? limits.scoreWithoutKeys : limits.score;
  const behind = fit.score - limits.margin;
  if (fit.score < least || (match.fitting[1]?.score ?? 0) > behind) return false;
  return !contenders.some(
    (other) =>
      other.one !== one &&
      other.one.resource === one.resource &&
      plainName(other.one.method.name.value) !== plainName(one.method.name.value) &&
      (other.fit?.score ?? 0) > behind,
  );
}
