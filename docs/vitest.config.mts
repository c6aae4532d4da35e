import { defineConfig } from 'vitest/config';

/** Sites are built and browsers started here, on machines that may be busy. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: './test/start-browser.ts',
    // All share one browser: side by side they would only wait for one another.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
