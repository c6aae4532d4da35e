import { quotedList } from '../found.ts';
import type { Comparison } from './comparison.ts';

/** Compares JSON types and null. False: the types have too little in common to look further. */
export function compareTypes(comparison: Comparison): boolean {
  compareNull(comparison);
  const { direction, before, after, tell } = comparison;
  const grows = !includes(before.types, after.types);
  const shrinks = !includes(after.types, before.types);
  if (!grows && !shrinks) return true;
  const args = { from: typeText(before.types), to: typeText(after.types) };
  if (direction === 'request') tell(shrinks ? 'request-type-changed' : 'request-type-widened', args);
  else tell(grows ? 'response-type-changed' : 'response-type-narrowed', args);
  return false;
}

function compareNull({ direction, before, after, tell }: Comparison): void {
  // Any value can be null.
  const was = before.nullable || before.types === null;
  const is = after.nullable || after.types === null;
  if (was === is || before.types === null || after.types === null) return;
  if (direction === 'request') tell(is ? 'request-null-accepted' : 'request-null-refused');
  else tell(is ? 'response-null-added' : 'response-null-removed');
}

type Types = ReadonlySet<string> | null;

/** Every value of the second types is one of the first. */
function includes(wide: Types, narrow: Types): boolean {
  if (wide === null) return true;
  if (narrow === null) return false;
  return [...narrow].every((type) => wide.has(type) || (type === 'integer' && wide.has('number')));
}

function typeText(types: Types): string {
  if (types === null) return 'any value';
  return types.size === 0 ? 'nothing' : quotedList([...types]);
}
