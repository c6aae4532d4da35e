import type { Operation, SqlVerb } from '@plumbline/model';
import type { SchemaReader } from '../schema-reader.ts';
import { coverage, mean, overlap, rarities } from './likeness.ts';
import type { Places } from './places.ts';
import { remembered } from './remembered.ts';
import type { RequiredSets } from './required-sets.ts';
import { bodyKeys, columnKeys, type MethodSignature, type OperationSignature } from './signature.ts';
import { isOrdinary, suitability } from './verbs.ts';

/** What each aspect counts; one of which a side shows nothing counts for nothing. */
const WEIGHTS = {
  said: 0.22,
  path: 0.18,
  params: 0.1,
  fields: 0.2,
  body: 0.1,
  words: 0.2,
  places: 0.2,
} as const;

/** What speaks against an operation makes it that much less likely. */
const DOUBTS = {
  otherService: 0.8,
  /** Another resource has it. */
  claimed: 0.9,
  /** One thing is meant where there are many, or the other way round. */
  number: 0.8,
  /** The deed that the method is named after is nowhere to be seen. */
  deed: 0.75,
  /** The method's name has a word that other paths have and this one has not. */
  name: 0.8,
  /** The resource's name has one. */
  resource: 0.8,
  /** A segment of the path that the page does not know of; so many count. */
  unsaid: 0.9,
} as const;
const MOST_UNSAID = 2;

/** What weighs less is said everywhere (`api`, `get`). */
const COMMON = 2.5;
/** So much of a deed and of its noun is the same: `verify`, `verification`. */
const STEM = 4;

/** Both sides of a comparison. */
export interface Comparison {
  readonly own: MethodSignature;
  readonly verb: SqlVerb | null;
  readonly operation: Operation;
  readonly other: OperationSignature;
  readonly places: Places;
  readonly isInService: boolean;
  readonly isClaimed: boolean;
}

export interface Likelihood {
  /** How likely it is that the method is of the operation, from 0 to 1. */
  readonly of: (comparison: Comparison) => number;
  /** The documented required parameters are those of the operation: no more, no fewer. */
  readonly isExact: (own: MethodSignature, operation: Operation) => boolean;
  /** A name of the page has a word that other paths have and this operation has not. */
  readonly isOfOtherName: (own: MethodSignature, other: OperationSignature) => boolean;
}

/** Judges by all that both sides show; rare tokens count more than common ones. */
export function createLikelihood(
  methods: readonly MethodSignature[],
  operations: readonly OperationSignature[],
  context: { readonly reader: SchemaReader; readonly required: RequiredSets },
): Likelihood {
  const { reader, required } = context;
  const sides = [methods, operations];
  const weigh = rarities(sides.map((side) => side.map(({ tokens }) => tokens)));
  const weighWord = rarities(sides.map((side) => side.map(({ words }) => words)));
  const literals = new Set(operations.flatMap((other) => [...other.literals]));
  const bodyOf = remembered((operation: Operation) => bodyKeys(operation, reader));
  const columnsOf = remembered((operation: Operation) => columnKeys(operation, reader));

  const isExact = (own: MethodSignature, operation: Operation): boolean => {
    const needed = required.of(operation);
    for (const name of needed) if (!own.required.has(name)) return false;
    if (needed.size === own.required.size) return true;
    // Where the dialect does not mark them, body fields are among the required parameters.
    const body = bodyOf(operation);
    return [...own.required].every((name) => needed.has(name) || body.has(name));
  };

  const paramLikeness = (own: MethodSignature, other: OperationSignature, operation: Operation): number => {
    if (!isExact(own, operation)) return (overlap(own.required, required.of(operation)) ?? 0) / 2;
    if (own.optional === null) return 1;
    return overlap(new Set([...own.required, ...own.optional]), other.params) ?? 1;
  };

  const likeness = ({ own, other, operation, places }: Comparison): number => {
    const body = new Set([...own.body, ...[...own.required].filter((name) => !other.params.has(name))]);
    return mean([
      { weight: WEIGHTS.said, likeness: coverage(own.tokens, other.tokens, weigh) },
      { weight: WEIGHTS.path, likeness: coverage(other.literals, own.context, weigh) },
      { weight: WEIGHTS.params, likeness: paramLikeness(own, other, operation) },
      {
        weight: WEIGHTS.fields,
        likeness: own.columns.size === 0 ? null : overlap(own.columns, columnsOf(operation)),
      },
      { weight: WEIGHTS.body, likeness: body.size === 0 ? null : coverage(body, bodyOf(operation)) },
      { weight: WEIGHTS.words, likeness: overlap(own.words, other.words, weighWord) },
      { weight: WEIGHTS.places, likeness: places.nearness(operation.path) },
    ]);
  };

  const lacks = (tokens: ReadonlySet<string>, other: OperationSignature): boolean =>
    [...tokens].some((token) => literals.has(token) && !other.tokens.has(token) && weigh(token) > COMMON);

  const countUnsaid = ({ own, other, places }: Comparison): number => {
    const isKnown = (token: string): boolean =>
      own.context.has(token) || own.words.has(token) || weigh(token) < COMMON;
    const unsaid = [...other.segments].filter(
      ([segment, tokens]) => !places.has(segment) && !tokens.some(isKnown),
    );
    return Math.min(MOST_UNSAID, unsaid.length);
  };

  const doubt = (comparison: Comparison): number => {
    const { own, other, isInService, isClaimed } = comparison;
    return (
      (isInService ? 1 : DOUBTS.otherService) *
      (isClaimed ? DOUBTS.claimed : 1) *
      (own.number !== null && other.number !== null && own.number !== other.number ? DOUBTS.number : 1) *
      (isDeedMissing(own, other) ? DOUBTS.deed : 1) *
      (lacks(own.name, other) ? DOUBTS.name : lacks(own.tokens, other) ? DOUBTS.resource : 1) *
      DOUBTS.unsaid ** countUnsaid(comparison)
    );
  };

  return {
    isExact,
    isOfOtherName: (own, other) => lacks(own.tokens, other),
    of(comparison) {
      const [firstWord = ''] = comparison.own.name;
      const suits = suitability(comparison.verb, firstWord, comparison.operation.method);
      return likeness(comparison) * doubt(comparison) * suits;
    },
  };
}

/** The first word of a name that says what is done must show somewhere: `activate` in the path, say. */
function isDeedMissing(own: MethodSignature, other: OperationSignature): boolean {
  const [deed = ''] = own.name;
  if (isOrdinary(deed)) return false;
  const stem = deed.slice(0, STEM);
  return ![...other.tokens, ...other.words].some((token) => token.startsWith(stem));
}
