import { Worker } from 'node:worker_threads';
import type { FileMemory } from './file-memory.ts';
import { planAndStage, type StagedTarget } from './plan-and-stage.ts';
import type { TargetPlanInput } from './target-plan.ts';

/** Plans outputs and stages them, one after the other. */
export interface Planner {
  /** Gets ready for the outputs of so many characters of documents. */
  readonly prepare: (characters: number) => void;
  /** @throws what is no refusal of the operating system. */
  readonly plan: (input: TargetPlanInput) => StagedTarget | Promise<StagedTarget>;
  /** Once it is kept, nothing is written any more. */
  readonly stop: () => Promise<void>;
}

/** Plans in this thread. `memory`: what is known of the files. */
export function plannerHere(memory?: FileMemory): Planner {
  return { prepare() {}, plan: (input) => planAndStage(input, memory), async stop() {} };
}

/** Characters of documents, below which their outputs are planned sooner than a thread has started. */
const FEW = 1_000_000;

/** Characters, above which a thread that holds its outputs takes more memory than its time is worth. */
const TOO_MANY = 8_000_000;

interface Asked {
  readonly resolve: (staged: StagedTarget) => void;
  readonly reject: (error: unknown) => void;
}

/** Plans many files in a thread of its own, while this one makes others. */
export function openPlanner(): Planner {
  let worker: Worker | null = null;
  // Answered in the order in which they were asked.
  const asked: Asked[] = [];
  const start = (): Worker => {
    const started = new Worker(new URL('./plan-worker.ts', import.meta.url));
    const fail = (error: unknown) => {
      for (const { reject } of asked.splice(0)) reject(error);
    };
    started.on('message', (staged: StagedTarget) => asked.shift()?.resolve(staged));
    started.on('error', fail);
    started.on('exit', (code) => fail(new Error(`The thread that writes ended by itself (${code}).`)));
    return started;
  };
  return {
    prepare(characters) {
      if (characters >= FEW && characters <= TOO_MANY) worker ??= start();
    },
    plan(input) {
      if (worker === null) return planAndStage(input);
      worker.postMessage(input);
      return new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
      });
    },
    async stop() {
      await worker?.terminate();
    },
  };
}
