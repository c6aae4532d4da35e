import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GENERATOR } from '../generator.ts';

/**
 * What tells this code from any other that might have run before: its version does for who installs it; for who works on
 * it, its files' sizes and times.
 */
export function codeIdentity(): readonly unknown[] {
  const here = import.meta.dirname;
  // Built, all that runs stands in one folder; from source, in the packages of the workspace.
  const root = resolve(here, '../../../..');
  const isSource = import.meta.filename.endsWith('.ts');
  const folders = isSource ? sourceFolders(root) : [here];
  const installed = isSource ? [stampOf(root, 'pnpm-lock.yaml')] : [];
  return [GENERATOR, process.version, installed, folders.flatMap(stampsIn)];
}

function sourceFolders(root: string): readonly string[] {
  const generators = join(root, 'generators');
  const packages = readdirSync(generators).sort();
  return [...packages.map((name) => join(generators, name, 'src')), join(root, 'packages/sql/src')];
}

type Stamp = readonly [file: string, size: number | undefined, changed: number | undefined];

function stampsIn(folder: string): readonly Stamp[] {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files.map((file) => stampOf(folder, file));
}

function stampOf(folder: string, file: string): Stamp {
  const stats = statSync(join(folder, file), { throwIfNoEntry: false });
  return [file, stats?.size, stats?.mtimeMs];
}
