import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolders } from '../output/make-folders.ts';
import { systemErrorReason } from '../system-error.ts';

/** A report that is on disk under another name. */
export interface StagedReport {
  readonly commit: () => void;
  readonly discard: () => void;
}

/** Writes a report beside where it shall be, so that a run which cannot write it writes nothing at all. */
export function stageReport(file: string, text: string): StagedReport | { readonly reason: string } {
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return { reason: 'it is a folder' };
    if (stats !== undefined && !stats.isFile()) {
      // A pipe, `/dev/null` or a link is written to, not replaced.
      return { commit: () => writeFileSync(file, text), discard() {} };
    }
    makeFolders(dirname(file));
    const staged = `${file}.${process.pid}.tmp`;
    writeFileSync(staged, text);
    return {
      commit: () => renameSync(staged, file),
      discard: () => rmSync(staged, { force: true }),
    };
  } catch (error) {
    const reason = systemErrorReason(error);
    if (reason === null) throw error;
    return { reason };
  }
}
