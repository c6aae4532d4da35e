import { posix } from 'node:path';
import { decodePercents } from '@plumbline/model';

/** The document that a reference leads to, without its fragment. */
export type Location =
  /** Relative to the working directory like all paths of inputs, or a URL. */
  | { readonly kind: 'file' | 'url'; readonly path: string }
  /** A file that lies outside the folder; null by an absolute path or another scheme. */
  | { readonly kind: 'outside'; readonly path: string | null };

/**
 * Resolves a reference's path (RFC 3986 section 5) against the file that has it. `folder`: of the spec, which relative
 * paths may not leave.
 */
export function locateReference(path: string, from: string, folder: string): Location {
  if (/^(?:https?:)?\/\//i.test(path) || /^https?:/i.test(from)) return asUrl(path, from);
  const decoded = decodePercents(path).replaceAll('\\', '/');
  // One letter and a colon is a drive.
  if (decoded.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(decoded)) return ELSEWHERE;
  const target = posix.join(posix.dirname(from), decoded);
  return { kind: isWithin(target, folder) ? 'file' : 'outside', path: target };
}

const ELSEWHERE: Location = { kind: 'outside', path: null };

/** The folder of a file. */
export function folderOf(file: string): string {
  return posix.dirname(file);
}

function isWithin(path: string, folder: string): boolean {
  if (folder !== '.' && !path.startsWith(`${folder}/`)) return false;
  const rest = folder === '.' ? path : path.slice(folder.length + 1);
  return rest !== '..' && !rest.startsWith('../');
}

function asUrl(path: string, from: string): Location {
  const base = /^https?:/i.test(from) ? from : 'https://localhost';
  if (!URL.canParse(path, base)) return ELSEWHERE;
  const url = new URL(path, base);
  if (!/^https?:$/.test(url.protocol)) return ELSEWHERE;
  url.hash = '';
  return { kind: 'url', path: url.href };
}
