/** What a program needs that reads and emits a provider many times over, as a run does once. */
export { readDocuments, type Stopped } from '../commands/read-documents.ts';
export type { Job, Target } from '../jobs/job.ts';
export { planJobs } from '../jobs/plan-jobs.ts';
export {
  type ProviderDocuments,
  type Reconciled,
  reconcileDocuments,
} from '../pipeline/reconcile-documents.ts';
export { type ReadStages, STAGES } from '../pipeline/stages.ts';
