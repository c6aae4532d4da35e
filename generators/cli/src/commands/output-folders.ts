import { tmpdir } from 'node:os';
import { type Diagnostic, diagnose } from '@plumbline/model';
import { displayPath } from '../display-path.ts';
import { folderOf, type Target } from '../jobs/job.ts';
import { lockFolders } from '../output/lock.ts';
import { recover } from '../output/recover.ts';
import { type RootChanges, writeAll } from '../output/transaction.ts';
import { systemErrorReason } from '../system-error.ts';
import { holdSignals } from '../terminal/signals.ts';
import { reported } from './reported.ts';

/** Output folders that are ours until released, or why they cannot be had. */
export type HeldFolders = { readonly release: () => void } | { readonly problems: readonly Diagnostic[] };

/** Locks the folders, and takes back what a killed run left in them. */
export function holdFolders(targets: readonly Target[], cwd: string): HeldFolders {
  return hold(
    targets.map(({ root }) => root),
    targets.map(folderOf),
    cwd,
  );
}

/** Locks folders in which files are replaced that are not ours. */
export function holdRoots(roots: readonly string[], cwd: string): HeldFolders {
  return hold(roots, roots, cwd);
}

function hold(roots: readonly string[], folders: readonly string[], cwd: string): HeldFolders {
  let path = tmpdir();
  let release = () => {};
  try {
    const lock = lockFolders(folders);
    if ('pid' in lock) {
      const file = displayPath(lock.lockedFolder, cwd);
      const args = { path: file, pid: lock.pid, lock: lock.file };
      return {
        problems: reported([diagnose({ code: 'output-locked', args, at: { file, line: 1, column: 1 } })]),
      };
    }
    release = lock.release;
    for (const root of roots) {
      path = root;
      recover(root);
    }
    return lock;
  } catch (error) {
    release();
    const reason = systemErrorReason(error);
    if (reason === null) throw error;
    return { problems: notWritable(path, reason, cwd) };
  }
}

/** Makes all changes or none. A signal that comes meanwhile is answered instead of ending the process midway. */
export async function writeFolders(
  changes: readonly RootChanges[],
  cwd: string,
): Promise<'written' | { readonly problems: readonly Diagnostic[] } | { readonly signal: NodeJS.Signals }> {
  const signals = holdSignals();
  try {
    const changed = changes.filter((root) => root.changes.length > 0);
    const outcome = await writeAll(changed, () => signals.caught() !== null);
    if (outcome.kind === 'failed') return { problems: notWritable(outcome.path, outcome.reason, cwd) };
    return outcome.kind === 'written' ? 'written' : { signal: signals.caught() ?? 'SIGINT' };
  } finally {
    signals.release();
  }
}

/** The finding that a path cannot be written. */
export function notWritable(file: string, reason: string, cwd: string): readonly Diagnostic[] {
  const path = displayPath(file, cwd);
  const at = { file: path, line: 1, column: 1 };
  return reported([diagnose({ code: 'output-not-writable', args: { path, reason }, at })]);
}
