import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { medianUsage } from '../child/median-usage.ts';
import { type Measured, runMeasured, type Usage } from '../child/run-measured.ts';
import type { Contestant } from './contestants.ts';

export interface Result {
  readonly contestant: Contestant;
  /** Medians over the rounds; null where it failed. */
  readonly usage: Usage | null;
}

/** Runs the contestants in turn, round after round, so that a busy minute of the machine meets all of them. */
export function race(
  contestants: readonly Contestant[],
  rounds: number,
  say: (text: string) => void,
): readonly Result[] {
  const runs = new Map<Contestant, Measured[]>(contestants.map((contestant) => [contestant, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const [contestant, measured] of runs) {
      if (measured.some(({ status }) => status !== 0)) continue;
      const cache = path.join(contestant.command.cwd, 'cache');
      if (!contestant.isRerun) {
        rmSync(cache, { recursive: true, force: true });
        rmSync(contestant.folder, { recursive: true, force: true });
        mkdirSync(contestant.folder, { recursive: true });
      }
      const run = runMeasured(contestant.command, { keepsCompiled: contestant.keepsCompiled, cache });
      measured.push(run);
      say(`${round}/${rounds} ${contestant.title}: ${run.seconds.toFixed(2)} s`);
      if (run.status !== 0) say(`It failed (${run.status}):\n${run.output.slice(-2000)}`);
    }
  }
  return [...runs].map(([contestant, measured]) => ({ contestant, usage: usageOf(measured) }));
}

function usageOf(runs: readonly Measured[]): Usage | null {
  const isWhole = runs.length > 0 && runs.every(({ status }) => status === 0);
  return isWhole ? medianUsage(runs) : null;
}
