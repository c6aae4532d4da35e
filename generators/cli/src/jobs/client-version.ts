import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { member } from '@plumbline/model';

/** What a new package begins with: what its first release is called. */
const FIRST_VERSION = '0.1.0';

/** The version that a client's package.json has, or will have once it is there; none where it says none. */
export function clientVersion(folder: string): { readonly version?: string } {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return { version: FIRST_VERSION };
  try {
    const version = member(JSON.parse(readFileSync(file, 'utf8')), 'version');
    return typeof version === 'string' ? { version } : {};
  } catch {
    // A file that is no JSON is npm's to complain of.
    return {};
  }
}
