import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { displayPath } from '../display-path.ts';

/** The files that differ between a commit and the working tree, as findings name them; null where git does not know. */
export function changedFiles(revision: string, cwd: string): ReadonlySet<string> | null {
  const root = git(['rev-parse', '--show-toplevel'], cwd);
  // What begins with a dash would be an option.
  const id = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], cwd);
  if (root === null || id === null) return null;
  const listed = git(['diff', '--name-only', '--no-renames', '-z', id.trim(), '--'], cwd);
  if (listed === null) return null;
  const folder = root.replace(/\n$/, '');
  const paths = listed.split('\0').filter((path) => path !== '');
  return new Set(paths.map((path) => displayPath(resolve(folder, path), cwd)));
}

function git(args: readonly string[], cwd: string): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 31 - 1 });
  return status === 0 ? stdout : null;
}
