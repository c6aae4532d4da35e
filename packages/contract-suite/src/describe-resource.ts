import { describe, it } from 'vitest';
import type { Check } from './check.ts';
import { checksOf } from './checks/checks.ts';
import { tableChecks } from './checks/table.ts';
import type { ContractSuite } from './contract.ts';
import { type ContractMeta, metaOf, newCoverage } from './meta.ts';
import type { MethodCase } from './method-case.ts';
import { Untestable } from './untestable.ts';

/** Registers the tests of a resource's methods; its table is told by the methods' names on the page. */
export function describeResource<Client>(
  suite: ContractSuite<Client>,
  resource: string,
  methods: { readonly [method: string]: MethodCase<Client> },
): void {
  describe(resource, () => {
    for (const check of tableChecks(suite, resource, Object.keys(methods)))
      register(suite, check, { resource, method: null, operation: null, kind: check.kind });
    for (const [name, given] of Object.entries(methods)) {
      const method = suite.provider.methods.find(
        (each) => each.resource === resource && each.method === name,
      );
      if (method === undefined || method.operation === null) continue;
      const { operation } = method;
      describe(name, () => {
        for (const check of checksOf(suite, method, given))
          register(suite, check, { resource, method: name, operation, kind: check.kind });
      });
    }
  });
}

/** Milliseconds. A schema that is compiled, and examples that are made, take their time on a busy machine. */
const TIMEOUT = 120_000;

function register<Client>(
  suite: ContractSuite<Client>,
  { name, run }: Check<Client>,
  about: Pick<ContractMeta, 'resource' | 'method' | 'operation' | 'kind'>,
): void {
  it(name, { timeout: TIMEOUT }, async ({ task, skip }) => {
    const coverage = newCoverage();
    try {
      await run(await suite.open(), coverage);
    } catch (error) {
      if (error instanceof Untestable) skip(error.message);
      throw error;
    } finally {
      task.meta.contract = metaOf(about, coverage);
    }
  });
}
