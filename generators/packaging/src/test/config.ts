import { defineConfig } from 'vitest/config';

/**
 * How the tests of every package run. The files of a package share one process, and so what they import: to load it anew
 * for each costs more than most of them do. What a test replaces for all, such as a variable of the environment, is put
 * back after it. Machines may be busy: only what hangs takes a minute.
 */
export default defineConfig({
  test: {
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
