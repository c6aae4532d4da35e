import { defineConfig } from 'vitest/config';

/** Sites are built and browsers started here, on machines that may be busy. */
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 180_000 },
});
