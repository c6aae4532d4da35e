import type { DraftDiagnostic, InputFile, Unreadable } from '@plumbline/model';
import { bundleFile } from './bundle/bundle-file.ts';
import { createFileLibrary, type FileLibrary } from './bundle/file-library.ts';
import type { OpenFile, ParsedFile } from './document/open-file.ts';
import { applyOverlays } from './overlay/apply-overlays.ts';
import type { Overlay } from './overlay/open-overlay.ts';

/** The files of a spec with all that belongs to them. */
export interface Assembled {
  /** With all that they refer to, as overlays amend it. */
  readonly files: readonly OpenFile[];
  /** Those, and the ones that they refer to. */
  readonly read: readonly ParsedFile[];
  readonly findings: readonly DraftDiagnostic[];
}

/**
 * Bundles files and amends what comes of it, so that overlays reach what is referred to. Where that cannot be had, the
 * files are amended first, for an overlay may mend the very reference that stands in the way.
 */
export function assemble(
  files: readonly OpenFile[],
  overlays: readonly Overlay[],
  referenced: ((path: string) => InputFile | undefined) | undefined,
): Assembled | Unreadable {
  const bundled = bundleFiles(files, createFileLibrary(files, referenced));
  if (overlays.length === 0) return 'unreadable' in bundled ? bundled : { ...bundled, findings: [] };
  const { files: amended, findings } = applyOverlays(
    'unreadable' in bundled ? files : bundled.files,
    overlays,
  );
  const library = createFileLibrary(amended, referenced);
  const again = bundleFiles(amended, library);
  if ('unreadable' in again) return again;
  const known = new Set(again.read.map(({ file }) => file));
  const earlier = 'unreadable' in bundled ? [] : bundled.read.filter(({ file }) => !known.has(file));
  return { files: again.files, read: [...again.read, ...earlier], findings };
}

function bundleFiles(
  roots: readonly OpenFile[],
  library: FileLibrary,
): Omit<Assembled, 'findings'> | Unreadable {
  const bundled = roots.map((root) => (root.refersOutside() ? bundleFile(root, library) : root));
  const refused = [...library.unreadable(), ...bundled.flatMap((file) => ('document' in file ? [] : file))];
  return refused.length > 0
    ? { unreadable: refused }
    : { files: bundled.flatMap((file) => ('document' in file ? [file] : [])), read: library.files() };
}
