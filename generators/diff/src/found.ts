import type { Place, Subject } from '@plumbline/model';
import type { Use } from './change.ts';
import type { ChangeArgs } from './rules/rule.ts';
import type { RuleId } from './rules/rules.ts';

/** A change before its places are looked up and its uses put together. */
export interface Found {
  readonly rule: RuleId;
  readonly args: ChangeArgs;
  readonly subject: Subject;
  readonly before: Place | null;
  readonly after: Place | null;
}

export interface FoundWithUses {
  readonly found: Found;
  readonly uses: readonly Use[];
}

/** The same change, met again on another way: told once. */
export function foundKey({ rule, args, before, after }: Found): string {
  return JSON.stringify([rule, args.name, args.from, args.to, placeKey(before), placeKey(after)]);
}

function placeKey(place: Place | null): unknown {
  if (place === null) return null;
  return 'pointer' in place ? [place.file, place.pointer] : [place.file, place.line, place.column];
}

/** A name in backticks, whatever it holds. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('`', "'").replace(/\s+/g, ' ')}\``;
}

/** `` `a`, `b` `` and so many more, where there are many. */
export function quotedList(names: readonly string[], most = 12): string {
  const shown = names.slice(0, most).map(quoted).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
