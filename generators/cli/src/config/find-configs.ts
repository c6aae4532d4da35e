import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '@plumbline/model';

const NAME = 'plumbline.config.ts';

/** The configs of a workspace: the one in the folder, else that of each folder of `specs`. Absolute. */
export function findConfigs(cwd: string): readonly string[] {
  const here = join(cwd, NAME);
  if (existsSync(here)) return [here];
  const specs = join(cwd, 'specs');
  if (!existsSync(specs)) return [];
  return readdirSync(specs)
    .map((folder) => join(specs, folder, NAME))
    .filter((file) => existsSync(file))
    .sort(byCodeUnit);
}
