import { defineConfig } from 'vitest/config';

// The suites share nothing that one could spoil for another, and a worker for each would cost more than they do.
// Each of two holds the document, and clears away early what it need not.
export default defineConfig({
  test: { isolate: false, maxWorkers: 2, execArgv: ['--heap-growing-percent=30', '--max-semi-space-size=4'] },
});
