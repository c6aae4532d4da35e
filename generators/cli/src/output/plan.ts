import { byCodeUnit, dictionary, type EmittedFile } from '@plumbline/model';
import type { KnownFile } from './file-memory.ts';
import { type Manifest, printManifest } from './manifest.ts';
import { assertSafePaths } from './output-path.ts';
import { sha256 } from './sha256.ts';

/** What stands at a path of an output folder. */
export type DiskEntry =
  | { readonly kind: 'nothing' }
  /** `stamp`: tells it from what stood there at another time. */
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly stamp: string }
  /** A file with the stamp that was asked for: it is not read. */
  | { readonly kind: 'known' }
  /** A folder, a link, a device. */
  | { readonly kind: 'other' };

export interface PlanInput {
  readonly emitted: readonly EmittedFile[];
  /** Null where there is none yet. */
  readonly manifest: Manifest | null;
  readonly generator: string;
  readonly diskEntry: (path: string, knownStamp?: string) => DiskEntry;
  /** What is known of the folder's files, by the paths in it. */
  readonly known?: KnownFiles;
}

/** A part of a {@link FileMemory}. */
export interface KnownFiles {
  readonly get: (path: string) => KnownFile | undefined;
  readonly set: (path: string, file: KnownFile) => void;
}

/** A file as its bytes: texts are encoded once, and let go. */
export interface PlannedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file that differs from what is on disk, and the bytes of that. */
export interface Outdated extends PlannedFile {
  readonly was: Uint8Array;
}

/** What bringing a folder up to date means, file by file; lists are sorted by code unit. */
export interface FolderPlan {
  readonly create: readonly PlannedFile[];
  readonly update: readonly Outdated[];
  readonly delete: readonly string[];
  /** Edited by hand: kept. */
  readonly edited: readonly Outdated[];
  /** Edited by hand and no longer generated: kept. */
  readonly editedOrphans: readonly string[];
  /** Someone else's, where a file should be generated: kept. */
  readonly taken: readonly string[];
  readonly unchanged: number;
  /** The manifest that the folder shall have; null: none, since nothing is ours. */
  readonly manifest: string | null;
}

/**
 * Compares what is emitted with what is on disk. A file is ours if its bytes are those that the manifest lists
 * or those that are emitted, whatever its line ends: a checkout on Windows has others. Everything else is kept.
 *
 * @throws for an emitted path that is unsafe or that stands twice, also after case folding: an emitter's bug.
 */
export function planFolder({ emitted, manifest, generator, diskEntry, known }: PlanInput): FolderPlan {
  assertSafePaths(emitted);
  const listed = manifest?.files ?? dictionary<string>();
  const create: PlannedFile[] = [];
  const update: Outdated[] = [];
  const edited: Outdated[] = [];
  const taken: string[] = [];
  let unchanged = 0;
  const entries: [string, string][] = [];

  for (const { path, content } of [...emitted].sort((a, b) => byCodeUnit(a.path, b.path))) {
    const before = known?.get(path);
    const same = before?.content === content ? before : undefined;
    const entry = diskEntry(path, same?.stamp);
    if (entry.kind === 'known' && same !== undefined) {
      unchanged += 1;
      entries.push([path, same.hash]);
      continue;
    }
    const bytes = Buffer.from(content);
    const wanted = same?.hash ?? sha256(bytes);
    const last = listed[path];
    if (entry.kind === 'other' || entry.kind === 'known') {
      taken.push(path);
      continue;
    }
    if (entry.kind === 'nothing') create.push({ path, bytes });
    else {
      const was = withLineFeeds(entry.bytes);
      if (bytes.equals(entry.bytes) || bytes.equals(was)) {
        unchanged += 1;
        known?.set(path, { content, hash: wanted, stamp: entry.stamp });
      } else if (last === undefined) {
        taken.push(path);
        continue;
      } else if (isOfHash(entry.bytes, last)) update.push({ path, bytes, was });
      else {
        // Listed as it was written last, so that taking the edit back is seen as that.
        edited.push({ path, bytes, was });
        entries.push([path, last]);
        continue;
      }
    }
    entries.push([path, wanted]);
  }

  const current = new Set(emitted.map(({ path }) => path));
  const deleted: string[] = [];
  const editedOrphans: string[] = [];
  for (const [path, last] of Object.entries(listed)) {
    if (current.has(path)) continue;
    const entry = diskEntry(path);
    if (entry.kind === 'nothing') continue;
    if (entry.kind === 'file' && isOfHash(entry.bytes, last)) deleted.push(path);
    else {
      editedOrphans.push(path);
      entries.push([path, last]);
    }
  }
  return {
    create,
    update,
    delete: deleted.sort(byCodeUnit),
    edited,
    editedOrphans: editedOrphans.sort(byCodeUnit),
    taken,
    unchanged,
    manifest: entries.length === 0 ? null : printManifest({ generator, files: dictionary(entries) }),
  };
}

function isOfHash(bytes: Uint8Array, hash: string): boolean {
  return sha256(bytes) === hash || sha256(withLineFeeds(bytes)) === hash;
}

/** As texts are emitted; what has no line end of Windows is answered as it is. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('\r\n')
    ? Buffer.from(buffer.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    : bytes;
}
