import { relative, sep } from 'node:path';

/** A path as findings and summaries show it: relative to the working directory, with `/`. */
export function displayPath(absolute: string, cwd: string): string {
  const shown = relative(cwd, absolute);
  return shown === '' ? '.' : shown.split(sep).join('/');
}
