import { median } from '../median.ts';
import type { Usage } from './run-measured.ts';

/** What runs of one command cost, each figure the median of its own: they need not be of one run. */
export function medianUsage(runs: readonly Usage[]): Usage {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
  };
}
