import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { median } from '../median.ts';
import { writeBundle } from './bundle.ts';
import type { CallCode } from './calls.ts';
import { runNode } from './run-node.ts';

/** What a call of a client costs while it runs. */
export interface RequestCost {
  /** Microseconds of CPU time where `fetch` answers at once, of the best and of the middle round. */
  readonly least: number;
  readonly middle: number;
  /** Calls a second on the loopback interface with 50 in flight, of the best and of the middle run. */
  readonly most: number;
  readonly usual: number;
}

/** Runs each client in turn, in a process of its own, round after round; by the client's id. */
export async function requestCosts(
  folder: string,
  readers: readonly CallCode[],
  rounds: number,
): Promise<ReadonlyMap<string, RequestCost>> {
  const module = (id: string): string => path.join(folder, `run/${id}.mjs`);
  const program = (name: string): string => path.join(import.meta.dirname, 'programs', name);
  for (const { id, code } of readers) await writeBundle(folder, code, module(id));

  const cpu = new Map<string, number[]>(readers.map(({ id }) => [id, []]));
  const speed = new Map<string, number[]>(readers.map(({ id }) => [id, []]));
  const server = spawn(process.execPath, [program('serve.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [origin] = await once(server.stdout.setEncoding('utf8'), 'data');
    for (let round = 0; round < rounds; round += 1) {
      for (const [id, figures] of cpu) {
        figures.push(...JSON.parse(runNode([program('count-cpu.ts'), module(id)], { cwd: folder })));
      }
      for (const [id, figures] of speed) {
        figures.push(Number(runNode([program('load.ts'), module(id), origin.trim()], { cwd: folder })));
      }
    }
  } finally {
    server.kill();
  }
  return new Map(
    readers.map(({ id }) => {
      const costs = cpu.get(id) ?? [];
      const speeds = speed.get(id) ?? [];
      return [
        id,
        {
          least: Math.min(...costs),
          middle: median(costs),
          most: Math.max(...speeds),
          usual: median(speeds),
        },
      ];
    }),
  );
}
