import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Documents that make a provider: a spec, and pages of it if there are any. */
export interface Origin {
  readonly id: string;
  readonly spec: string;
  readonly pages: string | null;
}

/** Makes a workspace of so many providers, copies of the origins in turn, each under an id of its own. */
export function makeWorkspace(folder: string, origins: readonly Origin[], count: number): void {
  for (let n = 0; n < count; n += 1) {
    const origin = origins[n % origins.length];
    if (origin === undefined) throw new Error('There is nothing to copy.');
    const id = `${origin.id}_${String(n).padStart(2, '0')}`;
    const specs = path.join(folder, 'specs', id);
    mkdirSync(specs, { recursive: true });
    const file = `openapi${path.extname(origin.spec)}`;
    cpSync(origin.spec, path.join(specs, file));
    if (origin.pages !== null) cpSync(origin.pages, path.join(specs, 'resources'), { recursive: true });
    writeFileSync(path.join(specs, 'plumbline.config.ts'), config(id, file, origin.pages !== null));
  }
}

function config(id: string, spec: string, hasPages: boolean): string {
  return `export default {
  provider: '${id}',
  spec: ['./${spec}'],
  pages: ${hasPages ? "['./resources/**/*.md']" : '[]'},
  client: { package: '${id}-client', dir: '../../packages/${id}-client' },
  docs: { dir: '../../docs/content/${id}' },
  contractTests: { dir: '../../packages/${id}-contract-tests' },
};\n`;
}
