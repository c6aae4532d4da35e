import { defineConfig } from 'vitest/config';

/** Compilers, package managers and commands run here, on machines that may be busy. */
export default defineConfig({ test: { testTimeout: 180_000, hookTimeout: 180_000 } });
