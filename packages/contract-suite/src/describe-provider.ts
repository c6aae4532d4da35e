import { describe, it } from 'vitest';
import { providerChecks, type ServerAddress } from './checks/provider.ts';
import type { ContractSuite } from './contract.ts';
import { metaOf, newCoverage } from './meta.ts';

export interface ProviderFacts {
  /** Every resource that has a suite. */
  readonly resources: readonly string[];
  /** Where the client goes when it is given no other server; undefined: nobody can say. */
  readonly server?: ServerAddress | undefined;
}

/** Registers the tests of a whole provider: each of its resources has a suite, and its client knows its server. */
export function describeProvider<Client>(suite: ContractSuite<Client>, facts: ProviderFacts): void {
  describe(suite.provider.provider, () => {
    for (const { name, kind, run } of providerChecks(suite, facts))
      it(name, async ({ task }) => {
        const coverage = newCoverage();
        task.meta.contract = metaOf({ resource: null, method: null, operation: null, kind }, coverage);
        await run(await suite.open(), coverage);
      });
  });
}
