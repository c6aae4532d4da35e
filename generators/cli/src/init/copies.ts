import { posix, resolve, sep } from 'node:path';
import type { EmittedFile, InputFile } from '@plumbline/model';
import { type WrongUse, wrongUse } from '../command-line/invocation.ts';
import { isUrl } from '../inputs/is-url.ts';
import { unsafePathReason } from '../output/output-path.ts';
import type { LoadedSpec } from './load-spec.ts';

/** The documents as they stand in the new workspace. Paths are relative to the folder of the config. */
export interface CopiedSpec {
  readonly files: readonly EmittedFile[];
  /** What the config names as `spec`. */
  readonly entries: readonly string[];
  /** Where a file of them is published. */
  readonly upstream: readonly (readonly [file: string, url: string])[];
  /** Whether a document on the network is referred to. */
  readonly isRemote: boolean;
}

/** One file becomes `openapi.yaml`; several keep their names and places to one another, below `openapi`. */
export function copySpec({ entries, referenced }: LoadedSpec, cwd: string): CopiedSpec | WrongUse {
  const [first] = entries;
  const local = referenced.filter(({ path }) => !isUrl(path));
  const fetched = entries.filter(({ path }) => isUrl(path));
  if (fetched.length > 0 && (entries.length > 1 || referenced.length > 0)) {
    return wrongUse(
      `\`${fetched[0]?.path}\` is a part of a spec of several documents.`,
      'Download all of them into a folder, and name those by `--spec`.',
    );
  }
  const isRemote = local.length < referenced.length;
  if (first !== undefined && entries.length === 1 && local.length === 0) {
    const name = /^\s*\{/.test(first.text) ? 'openapi.json' : 'openapi.yaml';
    return {
      files: [{ path: name, content: first.text }],
      entries: [`./${name}`],
      upstream: isUrl(first.path) ? [[`./${name}`, first.path]] : [],
      isRemote,
    };
  }
  const files = below('openapi', [...entries, ...local], cwd);
  if ('kind' in files) return files;
  const named = files.slice(0, entries.length).map(({ path }) => `./${path}`);
  return { files, entries: named, upstream: [], isRemote };
}

/** Pages keep their places to one another, below `resources`. */
export function copyPages(pages: readonly InputFile[], cwd: string): readonly EmittedFile[] | WrongUse {
  return below('resources', pages, cwd);
}

/** Files in a folder as they stand in the innermost one that holds them all. */
function below(folder: string, files: readonly InputFile[], cwd: string): readonly EmittedFile[] | WrongUse {
  const absolute = files.map(({ path }) => resolve(cwd, path).split(sep).join('/'));
  const common = commonFolder(absolute);
  const copies = files.map(({ text }, i) => ({
    path: `${folder}/${posix.relative(common, absolute[i] ?? '')}`,
    content: text,
  }));
  for (const [i, { path }] of copies.entries()) {
    const reason = unsafePathReason(path);
    if (reason !== null) {
      return wrongUse(`\`${files[i]?.path}\` cannot be copied: ${reason}.`, 'Rename the file first.');
    }
  }
  return copies;
}

function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => posix.dirname(path).split('/'));
  const differing = first.findIndex((part, i) => others.some((other) => other[i] !== part));
  return (differing === -1 ? first : first.slice(0, differing)).join('/') || '/';
}
