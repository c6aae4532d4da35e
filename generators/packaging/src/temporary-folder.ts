import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A new folder outside the workspace, which whoever asks for it removes. */
export function newTemporaryFolder(): string {
  return realpathSync(mkdtempSync(path.join(tmpdir(), 'plumbline-packaging-')));
}

/** A new folder outside the workspace, which is removed when the suite has ended. */
export function temporaryFolder(): string {
  const folder = newTemporaryFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeFiles(folder: string, files: { readonly [name: string]: string | object }): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}
