import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { byCodeUnit, type InputFile } from '@plumbline/model';

/** The files of a folder that match a glob, under their paths in it, in one order on all machines. */
export function inputFiles(folder: string, glob: string): readonly InputFile[] {
  return globSync(glob, { cwd: folder })
    .map((file) => file.split(path.sep).join('/'))
    .sort(byCodeUnit)
    .map((file) => ({ path: file, text: readFileSync(path.join(folder, file), 'utf8') }));
}
