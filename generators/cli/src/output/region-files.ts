import { join } from 'node:path';
import { type DraftDiagnostic, diagnose, type EmittedFile, type EmittedRegion } from '@plumbline/model';
import { displayPath } from '../display-path.ts';
import type { Target } from '../jobs/job.ts';
import { openFolder } from './folder.ts';
import { planRegion } from './region.ts';
import { sha256 } from './sha256.ts';
import type { FileChange } from './staging.ts';

/** A handwritten file that may hold regions, and the SHA-256 of its text; null where there is no such file. */
export type RegionFile = readonly [path: string, hash: string | null];

/** What becomes of the handwritten files that hold regions. */
export interface RegionsPlan {
  /** The parts of a new package, with their regions filled in. */
  readonly scaffolded: readonly EmittedFile[];
  readonly changes: readonly FileChange[];
  readonly files: readonly RegionFile[];
  readonly kept: readonly DraftDiagnostic[];
  readonly outOfDate: readonly DraftDiagnostic[];
}

/** Plans the regions of a package's handwritten files, and of those that are about to be scaffolded. */
export function planRegions(
  {
    target: { root },
    regions = [],
    cwd,
  }: { readonly target: Target; readonly regions?: readonly EmittedRegion[]; readonly cwd: string },
  scaffold: readonly EmittedFile[],
): RegionsPlan {
  const changes: FileChange[] = [];
  const files: RegionFile[] = [];
  const kept: DraftDiagnostic[] = [];
  const outOfDate: DraftDiagnostic[] = [];
  const filled = new Map(scaffold.map(({ path, content }) => [path, content]));
  for (const path of new Set(regions.map(({ file }) => file))) {
    const file = displayPath(join(root, path), cwd);
    const scaffolded = filled.get(path);
    const present = scaffolded ?? textAt(root, path, cwd);
    if (present === null) {
      files.push([path, null]);
      continue;
    }
    let text = present;
    for (const region of regions.filter((one) => one.file === path)) {
      const plan = planRegion(text, region);
      if (plan.kind === 'outdated') text = plan.text;
      if (plan.kind !== 'edited') continue;
      const at = { file, line: plan.line, column: plan.column };
      const args = { path: file, isOrphan: false, region: region.name };
      kept.push(diagnose({ code: 'generated-file-edited', args, at }));
    }
    files.push([path, sha256(text)]);
    if (text === present) continue;
    if (scaffolded !== undefined) filled.set(path, text);
    else {
      const at = { file, line: 1, column: 1 };
      changes.push({ path, content: text, exists: true });
      outOfDate.push(diagnose({ code: 'generated-file-stale', args: { path: file, state: 'outdated' }, at }));
    }
  }
  const all = [...filled].map(([path, content]) => ({ path, content }));
  return { scaffolded: all, changes, files, kept, outOfDate };
}

/** The hash of a file that may hold regions; null where there is none. */
export function regionFileHash(root: string, path: string, cwd: string): string | null {
  const text = textAt(root, path, cwd);
  return text === null ? null : sha256(text);
}

function textAt(root: string, path: string, cwd: string): string | null {
  const entry = openFolder(root, cwd).diskEntry(path);
  return entry.kind === 'file' ? Buffer.from(entry.bytes).toString('utf8') : null;
}
