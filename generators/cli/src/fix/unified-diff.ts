import type { Colors } from '../terminal/colours.ts';

/** Lines around a change. */
const CONTEXT = 3;
/** Stretches without a line of their own in common are compared line by line up to this many. */
const MOST_CELLS = 250_000;

interface Change {
  /** Lines of the old text, `end` excluded. */
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** The difference of two texts, as `diff -u` writes it and `patch` reads it; empty where there is none. */
export function unifiedDiff(
  path: string,
  { before, after }: { readonly before: string; readonly after: string },
  colours: Colors,
): string {
  if (before === after) return '';
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const changes = changesBetween(old, fresh, { from: 0, to: old.length, newFrom: 0, newTo: fresh.length });
  const header = [colours.bold(`--- a/${path}`), colours.bold(`+++ b/${path}`)].map((line) => `${line}\n`);
  return (
    header.join('') +
    hunksOf(changes)
      .map((hunk) => hunkText(hunk, old, fresh, colours))
      .join('')
  );
}

/** Lines with their ends, so that a changed line end is a change. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/(?<=\n)/);
  return text === '' ? [] : lines;
}

function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.from - last.to <= 2 * CONTEXT) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(
  hunk: readonly Change[],
  old: readonly string[],
  fresh: readonly string[],
  colours: Colors,
): string {
  const [first, last] = [hunk[0], hunk.at(-1)];
  if (first === undefined || last === undefined) return '';
  const from = Math.max(0, first.from - CONTEXT);
  const to = Math.min(old.length, last.to + CONTEXT);
  const newFrom = first.newFrom - (first.from - from);
  const newTo = last.newTo + (to - last.to);
  const lines: string[] = [];
  let done = from;
  for (const change of hunk) {
    lines.push(...old.slice(done, change.from).map((line) => written(' ', line)));
    lines.push(...old.slice(change.from, change.to).map((line) => colours.red(written('-', line))));
    lines.push(...fresh.slice(change.newFrom, change.newTo).map((line) => colours.green(written('+', line))));
    done = change.to;
  }
  lines.push(...old.slice(done, to).map((line) => written(' ', line)));
  const place = `@@ -${range(from, to)} +${range(newFrom, newTo)} @@`;
  return `${colours.cyan(place)}\n${lines.join('\n')}\n`;
}

function range(from: number, to: number): string {
  const count = to - from;
  const start = count === 0 ? from : from + 1;
  return count === 1 ? String(start) : `${start},${count}`;
}

function written(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line.slice(0, -1) : `${mark}${line}\n\\ No newline at end of file`;
}

/** What changed within a stretch: between lines that stand once in each text (patience), and between those of short ones. */
function changesBetween(old: readonly string[], fresh: readonly string[], whole: Change): readonly Change[] {
  let { from, to, newFrom, newTo } = whole;
  while (from < to && newFrom < newTo && old[from] === fresh[newFrom]) {
    from += 1;
    newFrom += 1;
  }
  while (from < to && newFrom < newTo && old[to - 1] === fresh[newTo - 1]) {
    to -= 1;
    newTo -= 1;
  }
  const rest = { from, to, newFrom, newTo };
  if (from === to && newFrom === newTo) return [];
  if (from === to || newFrom === newTo) return [rest];
  const anchors = anchorsIn(old, fresh, rest);
  if (anchors.length > 0) return between(old, fresh, rest, anchors);
  const isShort = (to - from) * (newTo - newFrom) <= MOST_CELLS;
  const common = isShort ? commonLines(old, fresh, rest) : [];
  return common.length === 0 ? [rest] : gaps(rest, common);
}

type Match = readonly [old: number, fresh: number];

function between(
  old: readonly string[],
  fresh: readonly string[],
  { from, to, newFrom, newTo }: Change,
  anchors: readonly Match[],
): readonly Change[] {
  const changes: Change[] = [];
  let [done, newDone] = [from, newFrom];
  for (const [at, newAt] of [...anchors, [to, newTo] as const]) {
    const stretch = { from: done, to: at, newFrom: newDone, newTo: newAt };
    changes.push(...changesBetween(old, fresh, stretch));
    [done, newDone] = [at + 1, newAt + 1];
  }
  return changes;
}

/** The longest rising run of the lines that stand once on each side. */
function anchorsIn(old: readonly string[], fresh: readonly string[], stretch: Change): readonly Match[] {
  const { from, to, newFrom, newTo } = stretch;
  const once = onlyOnce(old, from, to);
  const newOnce = onlyOnce(fresh, newFrom, newTo);
  const matches: Match[] = [];
  for (const [line, at] of once) {
    const newAt = newOnce.get(line);
    if (newAt !== undefined) matches.push([at, newAt]);
  }
  return longestRising(matches);
}

function onlyOnce(lines: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (let i = from; i < to; i += 1) {
    const line = lines[i] ?? '';
    if (found.has(line)) twice.add(line);
    else found.set(line, i);
  }
  for (const line of twice) found.delete(line);
  return found;
}

/** Patience sorting; `matches` rise on the old side. */
function longestRising(matches: readonly Match[]): readonly Match[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [i, [, fresh]] of matches.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((matches[tops[middle] ?? 0]?.[1] ?? 0) < fresh) low = middle + 1;
      else high = middle;
    }
    before[i] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = i;
  }
  const run: Match[] = [];
  for (let i = tops.at(-1) ?? -1; i !== -1; i = before[i] ?? -1) {
    const match = matches[i];
    if (match !== undefined) run.push(match);
  }
  return run.reverse();
}

/** The longest common subsequence of two short stretches. */
function commonLines(old: readonly string[], fresh: readonly string[], stretch: Change): readonly Match[] {
  const { from, to, newFrom, newTo } = stretch;
  const width = newTo - newFrom + 1;
  const lengths = new Uint32Array((to - from + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = to - from - 1; i >= 0; i -= 1) {
    for (let j = newTo - newFrom - 1; j >= 0; j -= 1) {
      const isSame = old[from + i] === fresh[newFrom + j];
      lengths[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const common: Match[] = [];
  let [i, j] = [0, 0];
  while (from + i < to && newFrom + j < newTo) {
    if (old[from + i] === fresh[newFrom + j]) {
      common.push([from + i, newFrom + j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}

function gaps({ from, to, newFrom, newTo }: Change, common: readonly Match[]): readonly Change[] {
  const changes: Change[] = [];
  let [done, newDone] = [from, newFrom];
  for (const [at, newAt] of [...common, [to, newTo] as const]) {
    if (at > done || newAt > newDone) changes.push({ from: done, to: at, newFrom: newDone, newTo: newAt });
    [done, newDone] = [at + 1, newAt + 1];
  }
  return changes;
}
