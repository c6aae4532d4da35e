import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byCodeUnit } from '@plumbline/model';
import { systemErrorReason } from '../system-error.ts';

export const CONFIG = 'plumbline.config.ts';

/** The configs of a workspace: the one in the folder, else that of each folder of `specs`. Absolute. */
export function findConfigs(cwd: string): readonly string[] {
  const here = join(cwd, CONFIG);
  if (existsSync(here)) return [here];
  const specs = join(cwd, 'specs');
  return namesIn(specs)
    .map((folder) => join(specs, folder, CONFIG))
    .filter((file) => existsSync(file))
    .sort(byCodeUnit);
}

/** What a folder holds; nothing where there is none, or none that may be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemErrorReason(error) === null) throw error;
    return [];
  }
}

/** The nearest folder above that has configs, absolute; null: none has. */
export function folderWithConfigsAbove(cwd: string): string | null {
  const above = dirname(cwd);
  if (above === cwd) return null;
  return findConfigs(above).length > 0 ? above : folderWithConfigsAbove(above);
}
