import { setFlagsFromString } from 'node:v8';

/** Calls of a function after which V8 compiles it anew; by default 400 and 3,000. */
export const CALLS = { maglev: 4000, turbofan: 50_000 } as const;

/**
 * Lets V8 compile functions anew later than it would, in this thread and in those that it starts. Maglev and TurboFan work
 * in threads of their own, and are a third of what a run of seconds costs: on few cores they take more from the threads that
 * read and emit than they give them.
 */
export function settleCompilers(): void {
  for (const [compiler, calls] of Object.entries(CALLS)) {
    setFlagsFromString(`--invocation-count-for-${compiler}=${calls}`);
  }
}
