import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Stopped } from '../commands/read-documents.ts';
import { changesetFile, changesetFolder, changesetText } from '../diff/changeset.ts';
import { CHANGELOG, type Job } from '../jobs/job.ts';
import { makeFolders } from '../output/make-folders.ts';
import { changeBetween, type ProviderChange } from '../states/provider-change.ts';
import { type StateOptions, stateOnDisk } from '../states/provider-state.ts';
import { withSection } from './changelog.ts';
import type { NewText } from './upstream.ts';

/**
 * Takes up the published texts of a provider's spec: writes them, a section of the changelog and a changeset for the client.
 * Texts that cannot be read as a spec are taken back.
 */
export async function takeUp(
  job: Job,
  texts: readonly NewText[],
  options: StateOptions,
): Promise<ProviderChange | Stopped> {
  const before = await stateOnDisk(job, options);
  if ('unreadable' in before) return before;
  for (const { file, after } of texts) writeText(file, after);
  const after = await stateOnDisk(job, options);
  if ('unreadable' in after) {
    for (const text of texts) takeBack(text);
    return after;
  }
  const change = changeBetween(before, after);
  const { diff } = change;
  if (diff.semver === 'none') return change;
  const changelog = changelogFile(job, options.cwd);
  writeText(changelog, withSection(textAt(changelog), diff));
  if (job.targets.some(({ output }) => output === 'client') && hasChangesets(options.cwd)) {
    const { package: client } = job.settings.client;
    writeText(changesetFile(diff, { package: client, cwd: options.cwd }).path, changesetText(diff, client));
  }
  return change;
}

/** Whether somebody set up changesets: else there is nobody to read one. */
export function hasChangesets(cwd: string): boolean {
  return statSync(changesetFolder(cwd), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function changelogFile({ config, changelog: [named] }: Job, cwd: string): string {
  if (named !== undefined) return resolve(named.base, named.pattern);
  return join(config === null ? cwd : dirname(config), CHANGELOG);
}

function textAt(file: string): string | null {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : null;
}

export function writeText(file: string, text: string): void {
  makeFolders(dirname(file));
  writeFileSync(file, text);
}

function takeBack({ file, before }: NewText): void {
  if (before === null) rmSync(file, { force: true });
  else writeFileSync(file, before);
}
