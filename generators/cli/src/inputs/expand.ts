import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { byCodeUnit, type DraftDiagnostic, diagnose, type Place } from '@plumbline/model';
import { nearest } from '../command-line/nearest.ts';
import { displayPath } from '../display-path.ts';
import { errorCode, systemErrorReason } from '../system-error.ts';
import { type NamedInput, OPERAND } from './named-input.ts';

/** The files that inputs name: absolute, each once, sorted by code unit. A glob that matches nothing is a finding. */
export async function expandInputs(
  inputs: readonly NamedInput[],
  cwd: string,
): Promise<{ readonly files: readonly string[]; readonly problems: readonly DraftDiagnostic[] }> {
  const files = new Set<string>();
  const problems: DraftDiagnostic[] = [];
  for (const input of inputs) {
    const expanded = await expand(input, cwd);
    if ('problem' in expanded) problems.push(expanded.problem);
    else for (const file of expanded.files) files.add(file);
  }
  const slashed = (file: string) => file.split(sep).join('/');
  return { files: [...files].sort((a, b) => byCodeUnit(slashed(a), slashed(b))), problems };
}

type Expanded = { readonly files: readonly string[] } | { readonly problem: DraftDiagnostic };

async function expand(input: NamedInput, cwd: string): Promise<Expanded> {
  const { pattern, base, option } = input;
  const at = async (path: string): Promise<Place> =>
    (await input.position?.()) ?? { file: path, line: 1, column: 1 };
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(pattern)) {
    return {
      problem: diagnose({ code: 'input-remote', args: { path: pattern, option }, at: await at(pattern) }),
    };
  }
  // First as it stands: a name may hold the characters of a glob.
  const literal = resolve(base, pattern);
  const path = displayPath(literal, cwd);
  const kind = kindOf(literal);
  if (kind === 'file') return { files: [literal] };
  if (kind === 'folder') {
    const extension = option.includes('pages') ? 'md' : option === OPERAND ? 'html' : 'yaml';
    const args = { path, option, pattern: `${pattern.replace(/[\\/]+$/, '')}/**/*.${extension}` };
    return { problem: diagnose({ code: 'input-is-folder', args, at: await at(path) }) };
  }
  if (kind !== 'nothing') {
    const args = { path, option, reason: kind.reason };
    return { problem: diagnose({ code: 'input-not-readable', args, at: await at(path) }) };
  }
  const files = await filesMatching(pattern, base);
  if (files === null) {
    const args = { path, option, meant: (await slashed(pattern, base)) ?? neighbour(literal, pattern) };
    return { problem: diagnose({ code: 'input-not-found', args, at: await at(path) }) };
  }
  return files.length > 0
    ? { files }
    : {
        problem: diagnose({ code: 'input-no-match', args: { path: pattern, option }, at: await at(pattern) }),
      };
}

/** What is installed, and what emitted docs hold a second time, for machines. */
const LEFT_OUT = ['**/node_modules/**', '**/_static/**'];

/** Null where the pattern has no wildcard. */
async function filesMatching(pattern: string, base: string): Promise<readonly string[] | null> {
  const { globSync, isDynamicPattern } = await import('tinyglobby');
  const isWindows = process.platform === 'win32';
  const segments = (isWindows ? pattern.replaceAll('\\', '/') : pattern).split('/');
  const dynamic = segments.findIndex((segment) => isDynamicPattern(segment));
  if (dynamic === -1) return null;
  // The search starts in the folder before the first wildcard, so that `..` and absolute patterns work.
  const before = segments.slice(0, dynamic).map((segment) => (isWindows ? segment : unescaped(segment)));
  const root = resolve(base, before.length === 1 && before[0] === '' ? '/' : before.join('/'));
  const rest = segments.slice(dynamic).join('/');
  const options = { cwd: root, onlyFiles: true, expandDirectories: false, ignore: LEFT_OUT };
  return globSync(rest, options).map((file) => join(root, file));
}

/** A path of Windows as every system writes it, where that names something; null: it does not. */
async function slashed(pattern: string, base: string): Promise<string | null> {
  const path = pattern.replaceAll('\\', '/');
  if (path === pattern) return null;
  const isThere =
    kindOf(resolve(base, path)) === 'file' || ((await filesMatching(path, base)) ?? []).length > 0;
  return isThere ? path : null;
}

/** The name that a misspelt one stands for, as it would be written; null where none in its folder is near. */
function neighbour(file: string, pattern: string): string | null {
  try {
    const files = readdirSync(dirname(file), { withFileTypes: true }).filter((entry) => !entry.isDirectory());
    const name = basename(file);
    const meant = nearest(
      name,
      files.map((entry) => entry.name),
    );
    return meant === null || !pattern.endsWith(name) ? null : pattern.slice(0, -name.length) + meant;
  } catch (error) {
    if (systemErrorReason(error) === null) throw error;
    return null;
  }
}

function unescaped(segment: string): string {
  return segment.replace(/\\(.)/g, '$1');
}

/** What stands at a path, or why one cannot know. */
function kindOf(path: string): 'file' | 'folder' | 'nothing' | { readonly reason: string } {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return 'nothing';
    return stats.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return 'nothing';
    const reason = systemErrorReason(error);
    if (reason === null) throw error;
    return { reason };
  }
}
