import { apiCases } from './api-cases.ts';
import { operationCases } from './operation-cases.ts';
import { parameterCases } from './parameter-cases.ts';
import { requestCases } from './request-cases.ts';
import { responseCases } from './response-cases.ts';
import type { RuleCase } from './rule-case.ts';

/** Each rule that two specs can show. */
export const cases: readonly RuleCase[] = [
  ...operationCases,
  ...parameterCases,
  ...requestCases,
  ...responseCases,
  ...apiCases,
];
