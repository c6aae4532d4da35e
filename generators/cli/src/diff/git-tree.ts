import { spawnSync } from 'node:child_process';
import { posix, relative, resolve, sep } from 'node:path';
import type { InputFile } from '@plumbline/model';
import { displayPath } from '../display-path.ts';
import { withoutMark } from '../inputs/read.ts';

/** The files of a commit, read without checking it out. Paths are absolute, as they would be on disk. */
export interface GitTree {
  /** The commit's full name. */
  readonly commit: string;
  readonly has: (path: string) => boolean;
  /** Those that match a glob, sorted as git sorts them. */
  readonly matching: (pattern: string) => Promise<readonly string[]>;
  /** The texts of files that are there. */
  readonly read: (paths: readonly string[]) => readonly InputFile[];
}

/** Opens a commit by any name that git knows it by; null where there is no git, no repository, or no such commit. */
export function openGitTree(revision: string, cwd: string): GitTree | null {
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], cwd);
  const prefix = git(['rev-parse', '--show-prefix'], cwd);
  if (commit === null || prefix === null) return null;
  const name = commit.toString().trim();
  const listed = git(['ls-tree', '-r', '-z', '--full-tree', name], cwd);
  if (listed === null) return null;
  const blobs = blobsOf(listed.toString());
  const folder = prefix.toString().replace(/\n$/, '');
  const inTree = (path: string) =>
    posix.normalize(posix.join(folder, relative(cwd, path).split(sep).join('/')));
  const onDisk = (path: string) => resolve(cwd, posix.relative(folder, path) || '.');
  return {
    commit: name,
    has: (path) => blobs.has(inTree(path)),
    async matching(pattern) {
      const { default: picomatch } = await import('picomatch');
      const matches = picomatch(inTree(pattern));
      return [...blobs.keys()].filter((path) => matches(path)).map(onDisk);
    },
    read(paths) {
      const found = paths.flatMap((path) => {
        const id = blobs.get(inTree(path));
        return id === undefined ? [] : [{ path, id }];
      });
      const texts = blobTexts(
        found.map(({ id }) => id),
        cwd,
      );
      return found.map(({ path }, i) => ({ path: displayPath(path, cwd), text: texts[i] ?? '' }));
    },
  };
}

/** What git answers; null where it fails, or is not there. */
function git(args: readonly string[], cwd: string, input?: string): Buffer | null {
  const options = { cwd, maxBuffer: 2 ** 31 - 1, ...(input !== undefined && { input }) };
  const { status, stdout } = spawnSync('git', args, options);
  return status === 0 ? stdout : null;
}

/** Path → object id, of files alone: neither links nor submodules. */
function blobsOf(listing: string): ReadonlyMap<string, string> {
  return new Map(
    listing.split('\0').flatMap((line) => {
      const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return id === undefined || path === undefined ? [] : [[path, id] as const];
    }),
  );
}

/** All at once: `git cat-file --batch` answers `ID blob SIZE`, a line feed, the bytes, and a line feed. */
function blobTexts(ids: readonly string[], cwd: string): readonly string[] {
  const answer = git(['cat-file', '--batch'], cwd, ids.map((id) => `${id}\n`).join(''));
  if (answer === null) return [];
  const texts: string[] = [];
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(0x0a, at);
    const size = Number(answer.toString('latin1', at, end).split(' ')[2] ?? 0);
    texts.push(withoutMark(answer.toString('utf8', end + 1, end + 1 + size)));
    at = end + size + 2;
  }
  return texts;
}
