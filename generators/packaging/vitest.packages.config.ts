import { defineConfig } from 'vitest/config';

/** What is installed elsewhere: packed once, one file after the other, since each has all that the machine gives. */
export default defineConfig({
  test: {
    include: ['src/install.test.ts', 'src/new-workspace.test.ts'],
    globalSetup: 'src/pack-all.ts',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
