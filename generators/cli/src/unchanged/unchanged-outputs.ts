import { folderOf, type Target } from '../jobs/job.ts';
import { openFolder } from '../output/folder.ts';
import { regionFileHash } from '../output/region-files.ts';
import { sha256 } from '../output/sha256.ts';
import { type TargetPlan, upToDatePlan } from '../output/target-plan.ts';
import type { OutputRecord } from './record.ts';

/** The plan of an output that is on disk byte for byte as a run left it; null where it is not. */
export function unchangedOutput(target: Target, record: OutputRecord, cwd: string): TargetPlan | null {
  const disk = openFolder(folderOf(target), cwd);
  if (disk.manifestText !== record.manifest) return null;
  const files = Object.entries(disk.manifest?.files ?? {});
  const isAsListed = files.every(([path, hash]) => {
    const entry = disk.diskEntry(path);
    return entry.kind === 'file' && sha256(entry.bytes) === hash;
  });
  if (!isAsListed || disk.problems().length > 0) return null;
  if (record.hasScaffold && openFolder(target.root, cwd).diskEntry('package.json').kind === 'nothing')
    return null;
  const { manifest: manifestText, hasScaffold, regionFiles } = record;
  if (!regionFiles.every(([path, hash]) => regionFileHash(target.root, path, cwd) === hash)) return null;
  return upToDatePlan(target, { manifestText, hasScaffold, regionFiles, files: files.length }, cwd);
}
