import type { ProviderMethod } from '@plumbline/contract-server';
import { sqlGaps } from './checks/sql-runs.ts';
import type { ContractSuite, Session } from './contract.ts';
import { newCoverage } from './meta.ts';
import type { PageFacts } from './method-case.ts';
import { subjectOf } from './subject.ts';

/**
 * Runs the SQL that a page shows of a method, its templates filled in: why a statement cannot send what the operation is, of
 * each that cannot. Throws a `ContractFailure` where another request is sent, or other columns come back.
 */
export async function runPageSql<Client>(
  suite: ContractSuite<Client>,
  session: Session<Client>,
  { method, page }: { readonly method: ProviderMethod; readonly page: PageFacts },
): Promise<readonly string[]> {
  const operation = suite.contract.operation(method.operation ?? '');
  if (operation === undefined) return ['the document has no such operation'];
  const call = () => Promise.reject(new Error('SQL does not call it so.'));
  return sqlGaps(subjectOf(suite, method, operation, { call, page }), session, newCoverage());
}
