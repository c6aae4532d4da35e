import type { EmittedFile } from '@plumbline/model';

/** Device names that Windows keeps for itself, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

/**
 * Why a path relative to an output folder, with `/`, is not safe on every file system; null where it is. No
 * segment may leave the folder, and none may be one that we keep for ourselves.
 */
export function unsafePathReason(path: string): string | null {
  if (path === '') return 'it is empty';
  if (/[\\:*?"<>|\p{Cc}]/u.test(path)) return 'it holds a character that is not allowed in file names';
  for (const segment of path.split('/')) {
    if (segment === '') return 'it has an empty segment';
    if (segment === '.' || segment === '..') return `it has the segment \`${segment}\``;
    if (/[. ]$/.test(segment)) return `its segment \`${segment}\` ends with a dot or a blank`;
    if (DEVICE.test(segment)) return `its segment \`${segment}\` is the name of a device`;
    if (segment.startsWith('.plumbline-')) return `its segment \`${segment}\` is kept for Plumbline`;
  }
  return null;
}

/**
 * @throws for a path that is unsafe or that stands twice, also after case folding: an emitter's bug.
 */
export function assertSafePaths(emitted: readonly EmittedFile[]): void {
  const seen = new Map<string, string>();
  for (const { path } of emitted) {
    const reason = unsafePathReason(path);
    if (reason !== null) throw new Error(`An emitted path is unsafe: \`${path}\`; ${reason}.`);
    // Many file systems fold case, and some fold canonical equivalents.
    const folded = path.normalize('NFC').toLowerCase();
    const twin = seen.get(folded);
    if (twin !== undefined) throw new Error(`Two emitted files share a path: \`${twin}\` and \`${path}\`.`);
    seen.set(folded, path);
  }
}
