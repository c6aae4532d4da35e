import type { NearTests } from './near-tests.ts';

/** Which suites are run. */
export interface SuitesOrder {
  readonly folder: string;
  /** Null: all of them. */
  readonly near: NearTests | null;
}

/** What came of suites. */
export interface SuiteOutcome {
  readonly passed: number;
  /** The first test that failed, with its file; null: none. */
  readonly failed: string | null;
  /** What it said. */
  readonly message: string;
}

/** What the outcome is printed after: tests may print too. */
export const MARK = 'plumbline-suites:';
