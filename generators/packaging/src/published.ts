import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { output } from './run.ts';

export const root: string = path.resolve(import.meta.dirname, '../../..');

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly license?: string;
  readonly repository?: unknown;
  readonly files?: readonly string[];
  readonly engines?: { readonly node?: string };
  readonly bin?: Named;
  readonly exports?: Named;
  readonly scripts?: Named;
  readonly dependencies?: Named;
  readonly devDependencies?: Named;
  readonly publishConfig?: {
    readonly access?: string;
    readonly bin?: Named;
    readonly exports?: {
      readonly [subpath: string]: string | { readonly types: string; readonly default: string };
    };
  };
}

interface Named {
  readonly [name: string]: string;
}

export interface Package {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The packages of this workspace that are published. */
export function publishedPackages(): readonly Package[] {
  return globSync(['packages/*/package.json', 'generators/*/package.json'], { cwd: root })
    .sort()
    .map((file) => {
      const manifest: Manifest = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
      return { name: manifest.name, folder: path.join(root, path.dirname(file)), manifest };
    })
    .filter(({ manifest }) => manifest.private !== true);
}

/** Packs packages as they are published, and answers with the tarball of each: the file's absolute path. */
export function packInto(folder: string, packages: readonly Package[]): ReadonlyMap<string, string> {
  const filters = packages.flatMap(({ name }) => ['--filter', name]);
  const pack = ['pack', '--pack-destination', folder, '--config.ignore-scripts=true'];
  output(root, ['pnpm', ...filters, '--recursive', ...pack]);
  const files = readdirSync(folder);
  return new Map(
    packages.map(({ name, manifest: { version } }) => {
      const file = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
      if (!files.includes(file)) throw new Error(`${name} was not packed`);
      return [name, path.join(folder, file)];
    }),
  );
}
