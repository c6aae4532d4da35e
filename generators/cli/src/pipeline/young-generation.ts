import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Megabytes of one of the two halves: of this thread, and of those that it starts. */
const [ENOUGH_HERE, ENOUGH_THERE] = [16, 8];

/**
 * Lets the space where objects are born (V8's new space) of this thread have its size at once, and keep it. By default it
 * begins with a megabyte, of which the trees of a spec soon fill the old space, and doubles while they survive, to 128 MB
 * in each thread. Each thread clears its own: helpers take more from the others than they give.
 */
export function settleYoungGeneration(): void {
  setFlagsFromString('--no-parallel-scavenge');
  const missing = ENOUGH_HERE / halfMegabytes();
  if (missing > 1) {
    setFlagsFromString(`--semi-space-growth-factor=${Math.ceil(missing)}`);
    outgrow();
  }
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** V8 lets the space grow where as much as it holds has survived. */
function outgrow(): void {
  const before = halfMegabytes();
  const survivors: object[] = [];
  for (let round = 0; round < MOST_ROUNDS && halfMegabytes() === before; round += 1) {
    survivors.push(Array.from({ length: 2000 }, (_, index) => [index]));
  }
}

const MOST_ROUNDS = 200;

function halfMegabytes(): number {
  const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  return Math.round(((space?.space_used_size ?? 0) + (space?.space_available_size ?? 0)) / 2 ** 20);
}

/** For a thread that is started next: the flag lets it begin with as much as it may ever have, three such halves in all. */
export function youngLimitOfThread(): { readonly maxYoungGenerationSizeMb: number } {
  setFlagsFromString(`--min-semi-space-size=${ENOUGH_THERE}`);
  return { maxYoungGenerationSizeMb: 3 * ENOUGH_THERE };
}
