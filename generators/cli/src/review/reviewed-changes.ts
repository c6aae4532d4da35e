import { dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '@plumbline/model';
import { compareWithBaseline, entriesOf } from '../baseline/baseline.ts';
import { openGitTree } from '../diff/git-tree.ts';
import { folderOf, type Job } from '../jobs/job.ts';
import type { Stages } from '../pipeline/stages.ts';
import { changeBetween } from '../states/provider-change.ts';
import { stateAt, stateOnDisk } from '../states/provider-state.ts';
import type { ReviewedChange } from './review-text.ts';

export interface ReviewedChangesOptions {
  /** A git revision. */
  readonly base: string;
  /** As findings name them. */
  readonly changed: ReadonlySet<string>;
  readonly cwd: string;
  readonly stages: Stages;
}

/** What changed since a commit, of each provider whose documents may have; one that was not there then has nothing to compare. */
export async function reviewedChanges(
  jobs: readonly Job[],
  { base, changed, cwd, stages }: ReviewedChangesOptions,
): Promise<readonly ReviewedChange[]> {
  const tree = openGitTree(base, cwd);
  if (tree === null) return [];
  const found: ReviewedChange[] = [];
  for (const job of jobs) {
    if (![...changed].some((file) => mayReach(resolve(cwd, file), job, jobs))) continue;
    const before = await stateAt(job, { tree, revision: base, cwd, stages });
    if ('kind' in before || 'unreadable' in before) continue;
    const after = await stateOnDisk(job, { cwd, stages });
    if ('unreadable' in after) continue;
    const change = changeBetween(before, after);
    const news = newFindings(before.findings, after.findings);
    if (change.diff.changes.length > 0 || news.length > 0 || isMoved(change)) found.push({ ...change, news });
  }
  return found;
}

const DOCUMENTS: ReadonlySet<string> = new Set(['.yaml', '.yml', '.json', '.md', '.mdx', '.ts']);

/** A document may refer to any other, but not to what is generated, nor to the folder of another provider. */
function mayReach(file: string, job: Job, jobs: readonly Job[]): boolean {
  if (!DOCUMENTS.has(extname(file))) return false;
  if (jobs.some(({ targets }) => targets.some((target) => isWithin(file, folderOf(target))))) return false;
  return !jobs.some(
    (other) => other !== job && other.config !== null && isWithin(file, dirname(other.config)),
  );
}

function isWithin(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** Findings that are not there before; of several alike, as many as there are more. */
function newFindings(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const same = (file: string) => file;
  return compareWithBaseline(after, entriesOf(before, same), same).diagnostics.filter(
    ({ baselined }) => baselined !== true,
  );
}

function isMoved({ drift: { before, after }, diff: { versions } }: Omit<ReviewedChange, 'news'>): boolean {
  return versions.before !== versions.after || JSON.stringify(before) !== JSON.stringify(after);
}
