import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where what a run leaves for the next one is kept, never in what is committed: beside the installed packages as other tools
 * do (`node_modules/.cache`), else in the user's cache (XDG Base Directory Specification); null where there is neither.
 */
export function cacheFolder(
  cwd: string,
  env: { readonly [name: string]: string | undefined },
): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) return join(modules, '.cache', 'plumbline');
    if (dirname(folder) === folder) break;
  }
  const home = env.HOME ?? env.USERPROFILE;
  const cache = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (home ? join(home, '.cache') : null);
  return cache === null ? null : join(cache, 'plumbline');
}
