import { setFlagsFromString } from 'node:v8';

/** Megabytes of one of the two halves. */
const ENOUGH = 8;

/**
 * Keeps the space where objects are born (V8's new space) at what it has grown to. By default it doubles while they
 * survive, to 128 MB in each thread for the trees of a big spec, and is none the faster. Each thread clears its own: helpers
 * take more from the others than they give.
 */
export function stopYoungGrowth(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--no-parallel-scavenge');
}

/** For a thread that is started next: the flag lets it begin with as much as it may ever have, three such halves in all. */
export function youngLimitOfThread(): { readonly maxYoungGenerationSizeMb: number } {
  setFlagsFromString(`--min-semi-space-size=${ENOUGH}`);
  return { maxYoungGenerationSizeMb: 3 * ENOUGH };
}
