import { tmpdir } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { type Diagnostic, type DraftDiagnostic, diagnose } from '@plumbline/model';
import { displayPath } from '../display-path.ts';
import { folderOf, type Target } from '../jobs/job.ts';
import { lockFolders } from '../output/lock.ts';
import type { Planner } from '../output/planner.ts';
import { recover } from '../output/recover.ts';
import type { Refused, RootChanges } from '../output/staging.ts';
import type { TargetPlan, TargetPlanInput } from '../output/target-plan.ts';
import { openTransaction, writeAll } from '../output/transaction.ts';
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

/** How writing ended. */
export type WriteEnd =
  | 'written'
  | { readonly problems: readonly Diagnostic[] }
  | { readonly signal: NodeJS.Signals };

/** What a run writes: staged as soon as it is planned, put in its place at the end. */
export interface Writing extends Pick<Planner, 'prepare'> {
  /** Plans an output, and stages it. What forbids writing is answered instead. */
  readonly plan: (
    input: TargetPlanInput,
  ) => Promise<TargetPlan | { readonly problems: readonly DraftDiagnostic[] }>;
  /** The signal that comes once the first output is planned. */
  readonly signal: Promise<NodeJS.Signals>;
  readonly commit: () => Promise<WriteEnd>;
  /** Takes back what is not committed. */
  readonly close: () => Promise<void>;
}

/** From the first plan on, a signal is remembered instead of ending the process midway. */
export function openWriting(cwd: string, planner: Planner): Writing {
  const transaction = openTransaction();
  let signals: ReturnType<typeof holdSignals> | null = null;
  const signal = Promise.withResolvers<NodeJS.Signals>();
  // The first refusal is told: where a disk is full, all that follows is refused too.
  let isRefused = false;
  let isClosed = false;
  const refuse = (refused: Refused) => {
    const problems = isRefused ? [] : [notWritableDraft(refused.path, refused.reason, cwd)];
    isRefused = true;
    return { problems };
  };
  return {
    prepare: planner.prepare,
    async plan(input) {
      // Of outputs that are made side by side, one has failed.
      if (isClosed) return { problems: [] };
      signals ??= holdSignals(signal.resolve);
      const { root } = input.target;
      const notBegun = transaction.begin(root);
      if (notBegun !== null) return refuse(notBegun);
      const staged = await planner.plan(input);
      if ('refused' in staged) return refuse(staged.refused);
      if ('problems' in staged) return staged;
      transaction.add(root, staged.staged);
      return staged.plan;
    },
    signal: signal.promise,
    async commit() {
      // Lets a signal that came meanwhile be heard.
      await setImmediate();
      const caught = signals?.caught() ?? null;
      if (caught !== null) return { signal: caught };
      const refused = transaction.commit();
      return refused === null ? 'written' : { problems: notWritable(refused.path, refused.reason, cwd) };
    },
    async close() {
      isClosed = true;
      await planner.stop();
      transaction.takeBack();
      signals?.release();
    },
  };
}

/** Makes all changes or none. A signal that comes meanwhile is answered instead of ending the process midway. */
export async function writeFolders(changes: readonly RootChanges[], cwd: string): Promise<WriteEnd> {
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
  return reported([notWritableDraft(file, reason, cwd)]);
}

function notWritableDraft(file: string, reason: string, cwd: string): DraftDiagnostic {
  const path = displayPath(file, cwd);
  const at = { file: path, line: 1, column: 1 };
  return diagnose({ code: 'output-not-writable', args: { path, reason }, at });
}
