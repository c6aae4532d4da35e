import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Rolldown } from 'tsdown';

/** `new URL('./templates/', import.meta.url)`: the one form in which our sources name a file beside them. */
const FILE_URL = /\bnew URL\(\s*'(\.\.?\/[^']+)',\s*import\.meta\.url\s*,?\s*\)/g;

/**
 * Carries what modules name by `new URL('./x', import.meta.url)` into the built package: a TypeScript module, such as a
 * worker, becomes an entry of its own, and a folder is copied with all that is in it. `mirrored` tells whether the output keeps
 * the folders of the sources; where it does not, all modules stand in one folder and each copied one beside them.
 */
export function fileUrls({ mirrored }: { readonly mirrored: boolean }): Rolldown.Plugin {
  return {
    name: 'plumbline:file-urls',
    transform: {
      filter: { id: /\.ts$/, code: 'import.meta.url' },
      handler(code, id) {
        if (id.endsWith('.d.ts')) return null;
        const changed = code.replace(FILE_URL, (whole, target: string) => {
          const path = join(dirname(id), target);
          if (!existsSync(path)) return whole;
          if (statSync(path).isDirectory()) {
            const place = mirrored ? relativeToSource(path) : `${packageName(path)}/${basename(path)}`;
            for (const file of filesBelow(path)) {
              this.emitFile({
                type: 'asset',
                fileName: `${place}/${file}`,
                source: readFileSync(join(path, file)),
              });
            }
            return mirrored ? whole : urlOf(`./${place}/`);
          }
          const source = mirrored ? relativeToSource(path) : basename(path);
          this.emitFile({ type: 'chunk', id: path, fileName: source.replace(/\.ts$/, '.js') });
          return urlOf((mirrored ? target : `./${source}`).replace(/\.ts$/, '.js'));
        });
        return changed === code ? null : { code: changed };
      },
    },
  };
}

/** With `/`, at any depth. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function urlOf(target: string): string {
  return `new URL('${target}', import.meta.url)`;
}

/** The path of a source file or folder below the `src` of its package. */
function relativeToSource(path: string): string {
  return relative(join(packageFolder(path), 'src'), path)
    .split(sep)
    .join('/');
}

function packageName(path: string): string {
  return basename(packageFolder(path));
}

function packageFolder(path: string): string {
  const folder = dirname(path);
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (folder === path) throw new Error(`No package.json above ${path}`);
  return packageFolder(folder);
}
