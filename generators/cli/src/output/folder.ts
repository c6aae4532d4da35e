import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { type DraftDiagnostic, diagnose } from '@plumbline/model';
import { displayPath } from '../display-path.ts';
import { errorCode, systemErrorReason } from '../system-error.ts';
import { MANIFEST, type Manifest, parseManifest } from './manifest.ts';
import type { DiskEntry } from './plan.ts';

/** An output folder as it is on disk, read when asked. */
export interface OutputFolder {
  readonly manifest: Manifest | null;
  /** The manifest as it is written; null where there is none. */
  readonly manifestText: string | null;
  readonly diskEntry: (path: string, knownStamp?: string) => DiskEntry;
  /** What was met while reading that forbids writing. */
  readonly problems: () => readonly DraftDiagnostic[];
}

type Kind = 'nothing' | 'file' | 'folder' | 'link' | 'other';

const NOTHING: DiskEntry = { kind: 'nothing' };
const OTHER: DiskEntry = { kind: 'other' };

/** Opens an output folder for comparison. The folder may be a link, or not exist; no folder in it may be a link. */
export function openFolder(folder: string, cwd: string): OutputFolder {
  const problems = new Map<string, DraftDiagnostic>();
  const kinds = new Map<string, Kind>();
  const at = (path: string) => ({ file: displayPath(join(folder, path), cwd), line: 1, column: 1 });

  const refuse = (path: string, reason: string) => {
    const place = at(path);
    problems.set(
      path,
      diagnose({ code: 'output-not-writable', args: { path: place.file, reason }, at: place }),
    );
  };

  /** The kind of the folder at a path, its parents first: each folder is looked at once. */
  const folderKind = (path: string): Kind => {
    if (path === '.') return 'folder';
    const known = kinds.get(path);
    if (known !== undefined) return known;
    const parent = folderKind(dirname(path));
    const kind = parent === 'folder' ? kindOf(join(folder, path)) : parent;
    if (kind === 'link' && parent === 'folder') {
      const place = at(path);
      problems.set(path, diagnose({ code: 'output-link', args: { path: place.file }, at: place }));
    }
    kinds.set(path, kind);
    return kind;
  };

  const diskEntry = (path: string, knownStamp?: string): DiskEntry => {
    try {
      const parent = folderKind(dirname(path));
      if (parent === 'link') return OTHER;
      if (parent !== 'folder') return NOTHING;
      const stats = statsOf(join(folder, path));
      if (stats === null) return NOTHING;
      if (!stats.isFile()) return OTHER;
      const stamp = [stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join();
      if (stamp === knownStamp) return { kind: 'known' };
      return { kind: 'file', bytes: readFileSync(join(folder, path)), stamp };
    } catch (error) {
      const reason = systemErrorReason(error);
      if (reason === null) throw error;
      refuse(path, reason);
      return OTHER;
    }
  };

  const entry = diskEntry(MANIFEST);
  const manifestText = entry.kind === 'file' ? Buffer.from(entry.bytes).toString('utf8') : null;
  const parsed = manifestText === null ? null : parseManifest(manifestText);
  if (parsed !== null && 'reason' in parsed) {
    const place = at(MANIFEST);
    const args = { path: place.file, reason: parsed.reason };
    problems.set(MANIFEST, diagnose({ code: 'manifest-invalid', args, at: place }));
  }
  return {
    manifest: parsed === null || 'reason' in parsed ? null : parsed,
    manifestText,
    diskEntry,
    problems: () => [...problems.values()],
  };
}

function kindOf(path: string): Kind {
  const stats = statsOf(path);
  if (stats === null) return 'nothing';
  if (stats.isSymbolicLink()) return 'link';
  return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
}

/** Null where there is nothing. */
function statsOf(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}
