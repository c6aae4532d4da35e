export type { ServerAddress } from './checks/provider.ts';
export { type ClientMethod, clientMethod } from './client-method.ts';
export {
  type ContractSettings,
  type ContractSuite,
  defineContract,
  type ErrorClasses,
  type Session,
} from './contract.ts';
export { describeProvider, type ProviderFacts } from './describe-provider.ts';
export { describeResource } from './describe-resource.ts';
export { ContractFailure, type FailureFacts } from './failure.ts';
export { findingsOf, type LiveAnswer, type LiveFinding } from './live/findings.ts';
export { type LiveReport, type LiveRun, type LiveSubject, runLive } from './live/run-live.ts';
export type { CheckKind, ContractMeta } from './meta.ts';
export type { DocumentedValue, InputOf, MethodCase, PageFacts } from './method-case.ts';
export { methodInput } from './method-input.ts';
export { runPageSql } from './run-page-sql.ts';
