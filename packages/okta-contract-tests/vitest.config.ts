import { defineConfig } from 'vitest/config';

// The suites share nothing that one could spoil for another, and a worker for each would cost more than they do.
export default defineConfig({ test: { isolate: false } });
