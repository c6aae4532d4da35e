import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.ts';

export interface Node {
  /** Absolute. */
  readonly file: string;
  readonly version: string;
}

export const thisNode: Node = { file: process.execPath, version: process.versions.node };

/** The first Node.js on the path that is too old for the command and not for the client; null where there is none. */
export function olderNode(): Node | null {
  const files = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'node'))
    .filter((file) => existsSync(file));
  for (const file of files) {
    const version = run('.', [file, '--version']).stdout.trim().replace(/^v/, '');
    if (isAtLeast(version, '20.19') && !isAtLeast(version, '22.18')) return { file, version };
  }
  return null;
}

/** A Node.js as the registry has it, a package for each platform. */
export interface InstallableNode extends Node {
  /** As `npm install` takes it. */
  readonly wanted: string;
}

/** The oldest Node.js that a range such as `>=22.18` allows, where it stands once it is installed into a folder. */
export function oldestOf(range: string, folder: string): InstallableNode {
  const version = `${range.replace('>=', '')}.0`;
  const isWindows = process.platform === 'win32';
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
  const file = path.join(folder, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');
  return { wanted: `${name}@${version}`, file, version };
}

export function isAtLeast(version: string, wanted: string): boolean {
  const [[major = 0, minor = 0], [wantedMajor = 0, wantedMinor = 0]] = [numbers(version), numbers(wanted)];
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

function numbers(version: string): readonly number[] {
  return version.split('.').map(Number);
}
