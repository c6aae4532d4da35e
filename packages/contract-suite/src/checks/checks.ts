import type { ProviderMethod } from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import type { ContractSuite } from '../contract.ts';
import type { MethodCase } from '../method-case.ts';
import { subjectOf } from '../subject.ts';
import { requestChecks } from './request.ts';

/** Everything that is tested of a method; nothing where the document lacks its operation, which its table tells. */
export function checksOf<Client>(
  suite: ContractSuite<Client>,
  method: ProviderMethod,
  given: MethodCase<Client>,
): readonly Check<Client>[] {
  const operation = suite.contract.operation(method.operation ?? '');
  if (operation === undefined) return [];
  const subject = subjectOf(suite, method, operation, given);
  return [...requestChecks(subject)];
}
