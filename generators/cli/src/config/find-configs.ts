import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '@plumbline/model';

export const CONFIG = 'plumbline.config.ts';

/** The configs of a workspace: the one in the folder, else that of each folder of `specs`. Absolute. */
export function findConfigs(cwd: string): readonly string[] {
  const here = join(cwd, CONFIG);
  if (existsSync(here)) return [here];
  const specs = join(cwd, 'specs');
  if (!existsSync(specs)) return [];
  return readdirSync(specs)
    .map((folder) => join(specs, folder, CONFIG))
    .filter((file) => existsSync(file))
    .sort(byCodeUnit);
}
