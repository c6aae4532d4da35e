import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostic } from '@plumbline/model';
import type { Output } from '../command-line/options.ts';
import { makeFolders } from '../output/make-folders.ts';
import type { RegionFile } from '../output/region-files.ts';
import { sha256 } from '../output/sha256.ts';
import type { Counts } from '../pipeline/reconcile-documents.ts';
import { systemErrorReason } from '../system-error.ts';

/** What a run leaves for the next one, so that it can tell that nothing has changed, and report the same. */
export interface RunRecord extends Findings {
  /** Of all that the run was given. */
  readonly fingerprint: string;
  /** Files that `$ref`s were looked for in: path → SHA-256 of the text, null where there was none. */
  readonly referenced: readonly (readonly [path: string, hash: string | null])[];
  readonly outputs: readonly OutputRecord[];
}

/** What there was to say of the documents, as it is reported. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: number;
  readonly counts: Counts;
}

export interface OutputRecord {
  readonly output: Output;
  /** The manifest as it was left, which says what the files are; null where nothing is generated. */
  readonly manifest: string | null;
  readonly hasScaffold: boolean;
  readonly regionFiles: readonly RegionFile[];
}

/** Reads a record; null where there is none, or one that was not written to its end. */
export function readRecord(file: string): RunRecord | null {
  try {
    const text = readFileSync(file, 'utf8');
    const body = text.slice(HASH_LENGTH + 1);
    return sha256(body) === text.slice(0, HASH_LENGTH) ? (JSON.parse(body) as RunRecord) : null;
  } catch (error) {
    if (systemErrorReason(error) === null) throw error;
    return null;
  }
}

const HASH_LENGTH = 64;

/** Writes a record. Where that cannot be, the next run does all its work again. */
export function writeRecord(file: string, record: RunRecord): void {
  const body = JSON.stringify(record);
  const staged = `${file}.${process.pid}.tmp`;
  try {
    makeFolders(dirname(file), 0o700);
    writeFileSync(staged, `${sha256(body)}\n${body}`);
    renameSync(staged, file);
  } catch (error) {
    if (systemErrorReason(error) === null) throw error;
    rmSync(staged, { force: true });
  }
}
