import type { ProviderMethod } from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import type { ContractSuite } from '../contract.ts';
import type { MethodCase } from '../method-case.ts';
import { subjectOf } from '../subject.ts';
import { answerChecks } from './answers.ts';
import { generatedChecks } from './generated.ts';
import { limitChecks } from './limits.ts';
import { otherCredentialChecks } from './other-credentials.ts';
import { otherStatusChecks } from './other-statuses.ts';
import { limitedChecks, outcomeChecks } from './outcomes.ts';
import { pageChecks } from './page.ts';
import { pagingChecks } from './paging.ts';
import { requestChecks } from './request.ts';
import { requiredChecks } from './required.ts';
import { retryChecks } from './retry.ts';
import { serverAnswerChecks } from './server-answers.ts';
import { sqlChecks } from './sql.ts';
import { sqlRunChecks } from './sql-runs.ts';

/** Everything that is tested of a method; nothing where the document lacks its operation, which its table tells. */
export function checksOf<Client>(
  suite: ContractSuite<Client>,
  method: ProviderMethod,
  given: MethodCase<Client>,
): readonly Check<Client>[] {
  const operation = suite.contract.operation(method.operation ?? '');
  if (operation === undefined) return [];
  const subject = subjectOf(suite, method, operation, given);
  return [
    ...requestChecks(subject),
    ...generatedChecks(subject),
    ...limitChecks(subject),
    ...requiredChecks(subject),
    ...answerChecks(subject),
    ...serverAnswerChecks(subject),
    ...outcomeChecks(subject),
    ...otherStatusChecks(subject),
    ...otherCredentialChecks(subject),
    ...pagingChecks(subject),
    ...limitedChecks(subject),
    ...retryChecks(subject),
    ...pageChecks(subject),
    ...sqlChecks(subject),
    ...sqlRunChecks(subject),
  ];
}
