import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT } from '../command-line/exit-codes.ts';
import { type ReviewInvocation, wrongUse } from '../command-line/invocation.ts';
import { notWritable } from '../commands/output-folders.ts';
import { printClosing } from '../commands/present.ts';
import type { Ending } from '../commands/run.ts';
import { runForSummary } from '../commands/run-for-summary.ts';
import { printWrongUse } from '../commands/wrong-use.ts';
import type { Host } from '../host.ts';
import { textOnDisk } from '../inputs/text-on-disk.ts';
import { planJobs } from '../jobs/plan-jobs.ts';
import { STAGES, type Stages } from '../pipeline/stages.ts';
import { githubReport } from '../report/github.ts';
import { prettyReport } from '../report/pretty.ts';
import { type Report, withoutBaselined } from '../report/report.ts';
import { sarifReport } from '../report/sarif.ts';
import { stageReport } from '../report/write-report.ts';
import { NO_COLOURS } from '../terminal/colours.ts';
import { forReviewers } from './annotations.ts';
import { changedFiles } from './changed-files.ts';
import { type ReviewedChange, reviewText } from './review-text.ts';
import { reviewedChanges } from './reviewed-changes.ts';

/** Checks as `plumbline check` does, once, and tells it wherever a pull request shows it. */
export async function review(
  invocation: ReviewInvocation,
  host: Host,
  stages: Stages = STAGES,
): Promise<Ending> {
  const { cwd, env, stdout, stderr } = host;
  const started = performance.now();
  const base = invocation.base ?? defaultBase(env);
  const changed = base === null ? null : changedFiles(base, cwd);
  if (base !== null && changed === null) {
    const hint =
      'Fetch it first: `actions/checkout` with `fetch-depth: 2` fetches the base of a pull request.';
    printWrongUse(wrongUse(`\`${base}\` is no revision of a git repository here.`, hint), host);
    return EXIT.wrongUse;
  }
  const { told, said, ending } = await runForSummary('check', invocation, { host, stages });
  if (told === null) {
    stderr.write(said);
    return ending;
  }
  const report: Report = { command: 'check', ...told, textOf: textOnDisk(cwd) };
  const changes =
    base === null || changed === null ? [] : await changesSince(base, changed, { invocation, host, stages });

  const text = reviewText({ report, changes });
  const files = [
    ...(invocation.sarif === null ? [] : [{ file: invocation.sarif, content: sarifReport(report) }]),
    ...(invocation.comment === null ? [] : [{ file: invocation.comment, content: text }]),
  ];
  for (const { file, content } of files) {
    const staged = stageReport(resolve(cwd, file), content);
    if ('reason' in staged) {
      const [problem] = notWritable(resolve(cwd, file), staged.reason, cwd);
      stderr.write(`${problem?.message}\n`);
      return EXIT.wrongUse;
    }
    staged.commit();
  }
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, text);
  const shown = withoutBaselined(report);
  stdout.write(
    githubReport({ ...shown, diagnostics: forReviewers(shown.diagnostics, changed ?? new Set()) }),
  );
  if (ending === EXIT.wrongUse) stderr.write(prettyReport(report, { colours: NO_COLOURS, width: 120 }));
  else if (!invocation.quiet) printClosing(report, host, (performance.now() - started) / 1000);
  return ending;
}

/** The merge commit that a pull request is checked out as has the base as its first parent. */
function defaultBase({ GITHUB_EVENT_NAME }: Host['env']): string | null {
  return GITHUB_EVENT_NAME === 'pull_request' ? 'HEAD^1' : null;
}

async function changesSince(
  base: string,
  changed: ReadonlySet<string>,
  {
    invocation,
    host,
    stages,
  }: { readonly invocation: ReviewInvocation; readonly host: Host; readonly stages: Stages },
): Promise<readonly ReviewedChange[]> {
  const planned = await planJobs(invocation.documents, host.cwd);
  return 'jobs' in planned ? reviewedChanges(planned.jobs, { base, changed, cwd: host.cwd, stages }) : [];
}
