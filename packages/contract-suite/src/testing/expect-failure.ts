import { expect } from 'vitest';
import { type Broken, failuresOf } from './run-checks.ts';

/** Sees a check fail, told by its method and name, with a sentence that holds `says`. */
export async function expectFailure(given: Broken, fails: string, says: string): Promise<void> {
  const name = fails.slice(fails.indexOf(' ') + 1);
  const only = new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  const failures = await failuresOf({ ...given, only });
  expect(failures.find((failure) => failure.name === fails)?.message ?? failures).toContain(says);
}
