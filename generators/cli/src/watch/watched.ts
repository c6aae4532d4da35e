import { dirname, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { isUrl } from '../inputs/is-url.ts';
import type { NamedInput } from '../inputs/named-input.ts';
import type { Job } from '../jobs/job.ts';

/** What a job reads, also what is not there yet. Paths are absolute. */
export interface Watched {
  /** The folders that it lies in, and those above them: a folder that is removed and comes again is seen from there. */
  readonly folders: readonly string[];
  /** Whether a file is read, or would be. */
  readonly isRead: (file: string) => boolean;
  /** Whether there may be something to read in a folder. */
  readonly isOnTheWay: (folder: string) => boolean;
}

/** `referenced`: files that the spec leads to, absolute. */
export function watchedBy(job: Job, referenced: readonly string[]): Watched {
  const inputs = [job.spec, job.pages, job.providerYaml, job.overlays, job.changelog].flat();
  const globs = inputs.filter(({ pattern }) => !isUrl(pattern)).map(globOf);
  const own = [job.config ?? [], job.baseline, referenced].flat();
  const files = new Set([...own, ...globs.flatMap(({ literal }) => literal)]);
  const folders = [...new Set([...globs.map(({ folder }) => folder), ...own.map((file) => dirname(file))])];
  return {
    folders: [...new Set([...folders.map((folder) => dirname(folder)), ...folders])],
    isRead: (file) => files.has(file) || globs.some(({ matches }) => matches(file)),
    isOnTheWay: (folder) =>
      folders.some((one) => isWithin(one, folder)) ||
      globs.some((glob) => glob.isDeep && isWithin(folder, glob.folder)),
  };
}

interface Glob {
  /** Before the first wildcard. */
  readonly folder: string;
  readonly isDeep: boolean;
  /** The file, where it is taken as it stands. */
  readonly literal: string;
  readonly matches: (file: string) => boolean;
}

function globOf({ pattern, base }: NamedInput): Glob {
  const literal = resolve(base, pattern);
  const { base: before, isGlob, glob } = picomatch.scan(slashed(pattern));
  if (!isGlob) return { folder: dirname(literal), isDeep: false, literal, matches: () => false };
  const folder = resolve(base, before);
  const matches = picomatch(glob);
  return {
    folder,
    isDeep: glob.includes('/') || glob.includes('**'),
    literal,
    matches: (file) => isWithin(file, folder) && matches(slashed(relative(folder, file))),
  };
}

function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
