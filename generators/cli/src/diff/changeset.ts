import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diff } from '@plumbline/diff';
import { displayPath } from '../display-path.ts';
import { sha256 } from '../output/sha256.ts';
import { changelogSections } from './report/markdown.ts';

/** A changeset (https://github.com/changesets/changesets): the step of the client's version, and what to say of it. */
export function changesetText(diff: Diff, client: string): string {
  return [
    '---',
    `${JSON.stringify(client)}: ${diff.semver}`,
    '---',
    '',
    ...changelogSections(diff, '###'),
  ].join('\n');
}

/** Named by what it says: the same change gives the same file. It stands in the nearest `.changeset` upwards, or here. */
export function changesetFile(
  diff: Diff,
  { package: client, cwd }: { readonly package: string; readonly cwd: string },
): { readonly path: string; readonly shown: string } {
  const hash = sha256(changesetText(diff, client)).slice(0, 8);
  const slug = diff.provider.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const path = join(changesetFolder(cwd), `plumbline-${slug}-${hash}.md`);
  return { path, shown: displayPath(path, cwd) };
}

export function changesetFolder(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const candidate = join(folder, '.changeset');
    if (statSync(candidate, { throwIfNoEntry: false })?.isDirectory()) return candidate;
    if (folder === dirname(folder)) return join(cwd, '.changeset');
  }
}
