import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installSuite } from './suite-package.ts';

/** Texts by their path in a workspace. */
export type Files = ReadonlyMap<string, string>;

/** A folder of its own that holds a client, what it runs on, and its contract tests. */
export interface Workspace {
  readonly folder: string;
  /** Makes its sources these: writes what is another, and removes what is none of them. */
  readonly hold: (files: Files) => void;
  readonly remove: () => void;
}

const HERE = path.resolve(import.meta.dirname, '../..');

/** What is installed beside this package, and the workspace finds by name. */
const LINKED = ['@types/node', 'vitest'];

/**
 * Makes a workspace in the folder of temporary files. Nothing of it is installed: what this package is installed with is
 * linked, so that client and tests run as they do where they stand, and nobody else's files are touched.
 */
export async function createWorkspace(clientPackage: string): Promise<Workspace> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'plumbline-mutation-')));
  const link = (name: string, target: string) => {
    const at = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(at), { recursive: true });
    symlinkSync(target, at, 'dir');
  };
  for (const name of LINKED) {
    const target = path.join(HERE, 'node_modules', name);
    if (existsSync(target)) link(name, realpathSync(target));
  }
  link('openapi-fetch', path.dirname(installedFor('@plumbline/client-runtime', 'openapi-fetch')));
  link('@plumbline/client-runtime', path.join(folder, 'runtime'));
  link(clientPackage, path.join(folder, 'client'));
  await installSuite(folder);
  let held: Files = new Map();
  return {
    folder,
    hold(files) {
      for (const file of held.keys()) if (!files.has(file)) rmSync(path.join(folder, file));
      for (const [file, text] of files) {
        if (held.get(file) === text) continue;
        const at = path.join(folder, file);
        mkdirSync(path.dirname(at), { recursive: true });
        writeFileSync(at, text);
      }
      held = files;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The package.json of a package that another one depends on. */
function installedFor(name: string, dependency: string): string {
  const own = realpathSync(path.join(HERE, 'node_modules', name));
  const root = path.join(own, 'node_modules', dependency, 'package.json');
  return existsSync(root)
    ? realpathSync(root)
    : createRequire(path.join(own, 'package.json')).resolve(`${dependency}/package.json`);
}

/** The sources that emitted clients run on, as they are in this repository. */
export function runtimeFiles(): Files {
  const folder = realpathSync(path.join(HERE, 'node_modules/@plumbline/client-runtime'));
  const sources = globSync('src/**/*.ts', { cwd: folder }).filter(
    (file) => !/\.test\.ts$|^src\/testing\//.test(file),
  );
  return new Map(
    ['package.json', ...sources.sort()].map((file) => [
      `runtime/${file.split(path.sep).join('/')}`,
      readFileSync(path.join(folder, file), 'utf8'),
    ]),
  );
}
