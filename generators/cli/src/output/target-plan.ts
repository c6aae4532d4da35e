import { join, posix } from 'node:path';
import {
  byCodeUnit,
  type DraftDiagnostic,
  diagnose,
  type EmittedFile,
  type EmittedRegion,
  type Source,
} from '@plumbline/model';
import { displayPath } from '../display-path.ts';
import { folderOf, type Target } from '../jobs/job.ts';
import type { FileMemory } from './file-memory.ts';
import { firstDifference } from './first-difference.ts';
import { openFolder } from './folder.ts';
import { MANIFEST } from './manifest.ts';
import { assertSafePaths } from './output-path.ts';
import { type FolderPlan, type KnownFiles, planFolder } from './plan.ts';
import { planRegions, type RegionFile } from './region-files.ts';
import type { FileChange, RootChanges } from './staging.ts';

export interface TargetPlanInput {
  readonly target: Target;
  readonly emitted: readonly EmittedFile[];
  readonly regions?: readonly EmittedRegion[];
  /** Relative to the target's root. */
  readonly scaffold: readonly EmittedFile[];
  readonly generator: string;
  readonly cwd: string;
  /** Whether to tell what is not up to date. */
  readonly isCheck: boolean;
}

/** What bringing an output up to date means, and what there is to say about it. */
export interface TargetPlan {
  readonly target: Target;
  readonly written: Written;
  /** The manifest that the folder shall have; null: none. */
  readonly manifestText: string | null;
  /** A new package has handwritten parts besides. */
  readonly hasScaffold: boolean;
  /** Handwritten files that may hold regions, as they shall be: path → SHA-256 of the text, null where there is none. */
  readonly regionFiles: readonly RegionFile[];
  /** What `generate` reports: files that it keeps. */
  readonly kept: readonly DraftDiagnostic[];
  /** What `check` reports besides: files that are not up to date. */
  readonly outOfDate: readonly DraftDiagnostic[];
}

/** A plan, and the changes that it is about, with the contents of files. */
export interface PlannedTarget {
  readonly plan: TargetPlan;
  readonly changes: RootChanges;
}

/** Paths relative to the folder, sorted by code unit. */
export interface Written {
  /** The folder that is all ours, as summaries show it. */
  readonly folder: string;
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly deleted: readonly string[];
  readonly kept: readonly string[];
  readonly unchanged: number;
  /** Handwritten parts of a new package, relative to the working directory. */
  readonly scaffolded: readonly string[];
}

/** Plans an output; what forbids writing into its folder is answered instead. `memory`: what is known of its files. */
export function planTarget(
  input: TargetPlanInput,
  memory?: FileMemory,
): PlannedTarget | { readonly problems: readonly DraftDiagnostic[] } {
  const { target, emitted, generator, cwd } = input;
  const folder = folderOf(target);
  const disk = openFolder(folder, cwd);
  const { manifest, diskEntry } = disk;
  const folderPlan = planFolder({
    emitted,
    manifest,
    generator,
    diskEntry,
    ...(memory !== undefined && { known: knownIn(folder, memory) }),
  });
  const regions = planRegions(input, newPackageFiles(input));
  const { scaffolded } = regions;
  const problems = disk.problems();
  if (problems.length > 0) return { problems };

  const manifestChange = changeOfManifest(folderPlan.manifest, disk.manifestText);
  const changes = folderChanges(folderPlan, manifestChange);
  const paths = (isMeant: (change: FileChange) => boolean) =>
    sorted(changes.filter(isMeant).map(({ path }) => path));
  const place = (path: string): Source => ({
    file: displayPath(join(folder, path), cwd),
    line: 1,
    column: 1,
  });
  const inRoot = [
    ...changes.map((change) => ({
      ...change,
      path: target.generated === '' ? change.path : `${target.generated}/${change.path}`,
    })),
    ...regions.changes,
    ...scaffolded.map(({ path, content }) => ({ path, content, exists: false })),
  ];
  const plan: TargetPlan = {
    target,
    written: {
      folder: displayPath(folder, cwd),
      created: paths(({ content, exists }) => content !== null && !exists),
      updated: sorted([
        ...paths(({ content, exists }) => content !== null && exists),
        ...regions.changes.map(({ path }) => posix.relative(target.generated, path)),
      ]),
      deleted: paths(({ content }) => content === null),
      kept: sorted([
        ...folderPlan.edited.map(({ path }) => path),
        ...folderPlan.editedOrphans,
        ...folderPlan.taken,
      ]),
      unchanged: folderPlan.unchanged,
      scaffolded: sorted(scaffolded.map(({ path }) => displayPath(join(target.root, path), cwd))),
    },
    manifestText: folderPlan.manifest,
    hasScaffold: input.scaffold.length > 0,
    regionFiles: regions.files,
    kept: [...keptFindings(folderPlan, place), ...regions.kept],
    outOfDate: input.isCheck
      ? [...outOfDateFindings(folderPlan, manifestChange, place), ...regions.outOfDate]
      : [],
  };
  return { plan, changes: { root: target.root, changes: inRoot } };
}

function knownIn(folder: string, memory: FileMemory): KnownFiles {
  return {
    get: (path) => memory.get(join(folder, path)),
    set: (path, file) => memory.set(join(folder, path), file),
  };
}

/** The plan of an output that is as it shall be. */
export function upToDatePlan(
  target: Target,
  {
    files,
    ...known
  }: Pick<TargetPlan, 'manifestText' | 'hasScaffold' | 'regionFiles'> & { readonly files: number },
  cwd: string,
): TargetPlan {
  const folder = displayPath(folderOf(target), cwd);
  return {
    target,
    written: { folder, created: [], updated: [], deleted: [], kept: [], unchanged: files, scaffolded: [] },
    ...known,
    kept: [],
    outOfDate: [],
  };
}

function sorted(paths: readonly string[]): readonly string[] {
  return [...paths].sort(byCodeUnit);
}

/** The handwritten parts are written into a package that has no package.json yet; what stands there already stays. */
function newPackageFiles({ target, scaffold, cwd }: TargetPlanInput): readonly EmittedFile[] {
  if (scaffold.length === 0) return [];
  assertSafePaths(scaffold);
  const { diskEntry } = openFolder(target.root, cwd);
  if (diskEntry('package.json').kind !== 'nothing') return [];
  return scaffold.filter(({ path }) => diskEntry(path).kind === 'nothing');
}

function changeOfManifest(wanted: string | null, present: string | null): FileChange | null {
  const isSame = wanted === (present === null ? null : present.replaceAll('\r\n', '\n'));
  return isSame ? null : { path: MANIFEST, content: wanted, exists: present !== null };
}

/** The manifest last: a run that is killed before it leaves the old one, which still tells what was ours. */
function folderChanges(plan: FolderPlan, manifest: FileChange | null): readonly FileChange[] {
  return [
    ...plan.delete.map((path) => ({ path, content: null, exists: true })),
    ...plan.update.map(({ path, bytes }) => ({ path, content: bytes, exists: true })),
    ...plan.create.map(({ path, bytes }) => ({ path, content: bytes, exists: false })),
    ...(manifest === null ? [] : [manifest]),
  ];
}

type PlaceOf = (path: string) => Source;

function keptFindings(plan: FolderPlan, place: PlaceOf): readonly DraftDiagnostic[] {
  const edited = (at: Source, isOrphan: boolean) =>
    diagnose({ code: 'generated-file-edited', args: { path: at.file, isOrphan }, at });
  return [
    ...plan.edited.map(({ path, was, bytes }) =>
      edited({ ...place(path), ...firstDifference(textOf(was), textOf(bytes)) }, false),
    ),
    ...plan.editedOrphans.map((path) => edited(place(path), true)),
    ...plan.taken.map((path) => {
      const at = place(path);
      return diagnose({ code: 'output-path-taken', args: { path: at.file }, at });
    }),
  ];
}

function outOfDateFindings(
  plan: FolderPlan,
  manifest: FileChange | null,
  place: PlaceOf,
): readonly DraftDiagnostic[] {
  const stale = (at: Source, state: 'missing' | 'outdated') =>
    diagnose({ code: 'generated-file-stale', args: { path: at.file, state }, at });
  const orphaned = (path: string) => {
    const at = place(path);
    return diagnose({ code: 'generated-file-orphaned', args: { path: at.file }, at });
  };
  const findings = [
    ...plan.create.map(({ path }) => stale(place(path), 'missing')),
    ...plan.update.map(({ path, was, bytes }) =>
      stale({ ...place(path), ...firstDifference(textOf(was), textOf(bytes)) }, 'outdated'),
    ),
    ...plan.delete.map(orphaned),
  ];
  if (manifest === null) return findings;
  if (manifest.content === null) return [...findings, orphaned(MANIFEST)];
  return [...findings, stale(place(MANIFEST), manifest.exists ? 'outdated' : 'missing')];
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
}
