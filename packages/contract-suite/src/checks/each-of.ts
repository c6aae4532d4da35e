import { seedOf } from '@plumbline/contract-server';
import fc from 'fast-check';
import { ContractFailure } from '../failure.ts';
import type { Subject } from '../subject.ts';

/** Runs a check with generated values. Throws its `ContractFailure` for the simplest that fails, with how to see it again. */
export async function eachOf<Client, Value>(
  { suite, operation }: Subject<Client>,
  values: fc.Arbitrary<Value>,
  runs: number,
  check: (value: Value) => Promise<void>,
): Promise<void> {
  const seed = seedOf(operation.key, suite.seed) | 0;
  const details = await fc.check(fc.asyncProperty(values, check), { seed, numRuns: runs });
  if (!details.failed) return;
  const { errorInstance, counterexamplePath, numRuns, numShrinks } = details;
  if (!(errorInstance instanceof ContractFailure)) throw errorInstance;
  const again = `seed ${suite.seed} (PLUMBLINE_CONTRACT_SEED), path ${counterexamplePath}: value ${numRuns} of ${runs}, made simpler ${numShrinks} times`;
  throw errorInstance.with({ again });
}
