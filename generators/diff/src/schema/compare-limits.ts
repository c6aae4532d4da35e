import { CONSTRAINT_KEYS, type Constraints } from '@plumbline/model';
import { quotedList } from '../found.ts';
import type { Comparison } from './comparison.ts';

type Key = keyof Constraints;

const LEAST: ReadonlySet<Key> = new Set([
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'minProperties',
]);
const MOST: ReadonlySet<Key> = new Set([
  'maximum',
  'exclusiveMaximum',
  'maxLength',
  'maxItems',
  'maxProperties',
]);

/** Compares bounds, lengths, counts and patterns: all that are tightened are told together, and all that are loosened. */
export function compareLimits({ direction, before, after, tell }: Comparison): void {
  const changed = CONSTRAINT_KEYS.filter((key) => before.limits[key] !== after.limits[key]);
  if (changed.length === 0) return;
  const told = (keys: readonly Key[]) => ({
    from: limitTexts(before.limits, keys),
    to: limitTexts(after.limits, keys) || 'no limit',
  });
  if (direction === 'response') {
    tell('response-limit-changed', told(changed));
    return;
  }
  const isTighter = (key: Key) => tightens(key, before.limits[key], after.limits[key]);
  const tightened = changed.filter(isTighter);
  const loosened = changed.filter((key) => !isTighter(key));
  if (tightened.length > 0) tell('request-limit-tightened', told(tightened));
  if (loosened.length > 0) tell('request-limit-loosened', told(loosened));
}

/** Whether values that kept to the former limit may break the new one. */
function tightens(key: Key, before: Constraints[Key], after: Constraints[Key]): boolean {
  if (after === undefined || after === false) return false;
  if (before === undefined || before === false) return true;
  if (LEAST.has(key)) return after > before;
  if (MOST.has(key)) return after < before;
  // What is a multiple of 10 is one of 5.
  if (key === 'multipleOf') return Number(before) % Number(after) !== 0;
  return true;
}

function limitTexts(limits: Constraints, keys: readonly Key[]): string {
  const given = keys.filter((key) => limits[key] !== undefined);
  return given.length === 0 ? '' : quotedList(given.map((key) => `${key} ${limits[key]}`));
}
