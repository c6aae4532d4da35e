import type { Documents, WrongUse } from '../command-line/invocation.ts';
import { wrongUse } from '../command-line/invocation.ts';
import type { Stopped } from '../commands/read-documents.ts';
import { reported } from '../commands/reported.ts';
import type { Job } from './job.ts';
import { planJobs } from './plan-jobs.ts';

/** The job of the one provider that a command is for. `purpose`: a sentence that says why there can be no more. */
export async function oneJob(
  documents: Documents,
  cwd: string,
  purpose: string,
): Promise<Job | Stopped | WrongUse> {
  const planned = await planJobs(documents, cwd);
  if ('kind' in planned) return planned;
  if ('problems' in planned) return { unreadable: reported(planned.problems) };
  const [job, another] = planned.jobs;
  if (job !== undefined && another === undefined) return job;
  const ids = planned.jobs.map(({ provider }) => provider).join(', ');
  return wrongUse(purpose, `Choose one of ${ids} by \`--provider ID\`.`);
}
