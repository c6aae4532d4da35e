import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { InputFile } from '@plumbline/model';

/** Megabytes of one of the two halves of the space where objects are born: in this thread, and in those that it starts. */
const [ENOUGH_HERE, ENOUGH_THERE] = [16, 8];

/** Characters of a spec of which each tree is so big that memory counts for more than time. */
const BIG = 8_000_000;

/**
 * Sets how V8 keeps the objects of this thread while a spec is read and what follows from it. Where they are born (the new
 * space) has its size at once and keeps it: by default it begins with a megabyte, so that what soon dies fills the old
 * space, and doubles while they survive, to 128 MB in each thread. For a big spec it stays as it is, and the old space is
 * cleared before it has grown by more than {@link GROWTH}. Each thread clears its own: helpers take more from the others
 * than they give.
 */
export function settleHeap(spec: readonly InputFile[]): void {
  setFlagsFromString('--no-parallel-scavenge');
  if (spec.reduce((sum, { text }) => sum + text.length, 0) > BIG) {
    setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  } else {
    growYoung(ENOUGH_HERE / youngMegabytes());
  }
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Percent of what was alive. */
const GROWTH = 60;

/** V8 lets the space grow where as much as it holds has survived. */
function growYoung(factor: number): void {
  if (factor <= 1) return;
  setFlagsFromString(`--semi-space-growth-factor=${Math.ceil(factor)}`);
  const before = youngMegabytes();
  const survivors: object[] = [];
  for (let round = 0; round < MOST_ROUNDS && youngMegabytes() === before; round += 1) {
    survivors.push(Array.from({ length: 2000 }, (_, index) => [index]));
  }
}

const MOST_ROUNDS = 200;

function youngMegabytes(): number {
  const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  return Math.round(((space?.space_used_size ?? 0) + (space?.space_available_size ?? 0)) / 2 ** 20);
}

/** For a thread that is started next: the flag lets it begin with as much as it may ever have, three such halves in all. */
export function youngLimitOfThread(): { readonly maxYoungGenerationSizeMb: number } {
  setFlagsFromString(`--min-semi-space-size=${ENOUGH_THERE}`);
  return { maxYoungGenerationSizeMb: 3 * ENOUGH_THERE };
}

/** Bytes, below which clearing is not worth its time. */
const MUCH = 100 * 2 ** 20;

/** Clears what a provider has left before the next one: V8 alone would wait until there is twice as much. */
export function clearHeap(): void {
  if (process.memoryUsage().heapUsed < MUCH) return;
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
}
