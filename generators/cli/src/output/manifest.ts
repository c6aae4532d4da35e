import { byCodeUnit, type Dictionary, dictionary, isObject, member } from '@plumbline/model';
import { unsafePathReason } from './output-path.ts';

export const MANIFEST = '.plumbline-manifest.json';

/** What was generated last into a folder: committed beside the files. */
export interface Manifest {
  /** Name and version of what generated. */
  readonly generator: string;
  /** Path, relative to the folder with `/` → SHA-256 of the content, in hexadecimal. */
  readonly files: Dictionary<string>;
}

/** A manifest's text: keys sorted by code unit. */
export function printManifest({ generator, files }: Manifest): string {
  const sorted = Object.entries(files).sort(([a], [b]) => byCodeUnit(a, b));
  const lines = sorted.map(([path, hash]) => `    ${JSON.stringify(path)}: ${JSON.stringify(hash)}`);
  const body = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  return `{\n  "generator": ${JSON.stringify(generator)},\n  "files": ${body}\n}\n`;
}

/** Reads a manifest. It says which files are deleted, so that a path which leaves the folder is refused. */
export function parseManifest(text: string): Manifest | { readonly reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: /^<{7}/m.test(text) ? 'it holds an unresolved merge conflict' : 'it is not JSON' };
  }
  const generator = member(value, 'generator');
  const files = member(value, 'files');
  if (typeof generator !== 'string' || !isObject(files))
    return { reason: 'it has no `generator` or `files`' };
  const entries: [string, string][] = [];
  for (const [path, hash] of Object.entries(files)) {
    const unsafe = unsafePathReason(path);
    if (unsafe !== null) return { reason: `its path \`${path}\` is refused: ${unsafe}` };
    if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) {
      return { reason: `\`${path}\` has no SHA-256` };
    }
    entries.push([path, hash]);
  }
  return { generator, files: dictionary(entries) };
}
