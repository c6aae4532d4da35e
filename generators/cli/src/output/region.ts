import type { EmittedRegion } from '@plumbline/model';
import { firstDifference } from './first-difference.ts';
import { sha256 } from './sha256.ts';

/** What becomes of a region of a handwritten file. */
export type RegionPlan =
  /** The author keeps none: the marks are not there. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unchanged' }
  /** `text` is the whole file with the region as it shall be. */
  | { readonly kind: 'outdated'; readonly text: string }
  /** Its content is not what was generated last: it is kept. Line and column are those of the file. */
  | { readonly kind: 'edited'; readonly line: number; readonly column: number };

/** Of a hash: enough to tell an edit. */
const DIGITS = 16;

/**
 * Compares a region with what it shall hold. A region stands between two lines, `<!-- plumbline:begin NAME HASH -->` and
 * `<!-- plumbline:end NAME -->`; the hash is that of the content that was generated last, and not there in a new one.
 */
export function planRegion(text: string, { name, content }: EmittedRegion): RegionPlan {
  const begin = `<!-- plumbline:begin ${name}`;
  const end = `<!-- plumbline:end ${name} -->`;
  const start = lineAt(text, begin, 0);
  const bodyAt = text.indexOf('\n', start) + 1;
  const stop = start === -1 || bodyAt === 0 ? -1 : lineAt(text, end, bodyAt);
  const mark = /^ ?([0-9a-f]*) ?-->\r?\n$/.exec(text.slice(start + begin.length, bodyAt));
  if (stop === -1 || mark === null) return { kind: 'absent' };

  // A checkout may have other line ends.
  const present = text.slice(bodyAt, stop).replaceAll('\r\n', '\n');
  const wanted = digest(content);
  const region = `${begin} ${wanted} -->\n${content}`;
  if (present === content && mark[1] === wanted) return { kind: 'unchanged' };
  const isOurs = mark[1] === '' ? present.trim() === '' : digest(present) === mark[1];
  if (isOurs || present === content)
    return { kind: 'outdated', text: text.slice(0, start) + region + text.slice(stop) };
  const { line, column } = firstDifference(present, content);
  return { kind: 'edited', line: text.slice(0, bodyAt).split('\n').length - 1 + line, column };
}

/** Where a line that begins so begins; -1 where there is none. */
function lineAt(text: string, prefix: string, from: number): number {
  for (let at = text.indexOf(prefix, from); at !== -1; at = text.indexOf(prefix, at + 1))
    if (at === 0 || text[at - 1] === '\n') return at;
  return -1;
}

function digest(content: string): string {
  return sha256(content).slice(0, DIGITS);
}
