import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';
import { spec } from './library.ts';

// Each case starts Node, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const BIN = join(import.meta.dirname, '../bin.ts');
const CONFIG = `export default { provider: 'acme', spec: ['./openapi.json'], docs: { dir: './docs' } };\n`;

/** A provider whose docs are generated, and out of date. */
function outdated(): { readonly folder: string; readonly before: { [path: string]: string } } {
  const folder = temporaryFolder({ 'openapi.json': JSON.stringify(spec()), 'plumbline.config.ts': CONFIG });
  expect(run(folder, BIN, 'generate')).toMatchObject({ status: 0 });
  writeFiles(folder, { 'openapi.json': JSON.stringify(spec()).replaceAll('Lists', 'Enumerates') });
  return { folder, before: filesIn(folder) };
}

function run(cwd: string, ...args: string[]) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env,
  });
  return { status, signal, stdout, stderr };
}

/** Whether a file system of its own can be had, without being root outside. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

describe('refused midway, the output untouched:', () => {
  it.skipIf(!canMount)('a full disk (needs a mount namespace)', () => {
    const { folder, before } = outdated();
    mkdirSync(join(folder, 'after'));
    // Room for what is there, in pages of memory, and not for what is to come.
    const there = Object.entries(before).filter(([path]) => path.startsWith('docs/'));
    const size = there.reduce((sum, [, text]) => sum + Math.ceil(Buffer.byteLength(text) / 4096) * 4, 4);
    const script = `
      cp -R docs before && mount -t tmpfs -o size=${size}k tmpfs docs && cp -R before/. docs && rm -r before
      '${process.execPath}' '${BIN}' generate; status=$?
      cp -R docs/. after; exit $status`;
    const { status, stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^docs\/\S+:1:1 error output-not-writable: `docs\/\S+` cannot be written: the disk is full\.\n/m,
    );
    expect(stderr).toContain(
      '  hint: Make room or give permission, or name another folder, and run the command again.\n',
    );
    expect(stderr).toMatch(/\n\nNothing was written\.\n$/);
    const after = Object.entries(filesIn(join(folder, 'after')));
    expect(Object.fromEntries(after.map(([path, text]) => [`docs/${path}`, text]))).toEqual(
      Object.fromEntries(there),
    );
  });

  it('SIGINT', () => {
    const { folder, before } = outdated();
    // The signal comes with the first file that is written.
    const interrupt = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { writeFileSync } = fs;
      fs.writeFileSync = (path, ...rest) => {
        if (String(path).includes('staging')) process.kill(process.pid, 'SIGINT');
        writeFileSync(path, ...rest);
      };
      syncBuiltinESMExports();`;
    const preload = `data:text/javascript,${encodeURIComponent(interrupt)}`;
    expect(run(folder, '--import', preload, BIN, 'generate')).toEqual({
      status: null,
      signal: 'SIGINT',
      stdout: '',
      stderr: 'Interrupted by SIGINT. Nothing was written; run the command again.\n',
    });
    expect(filesIn(folder)).toEqual(before);
    expect(run(folder, BIN, 'generate')).toMatchObject({ status: 0 });
    expect(filesIn(folder)).not.toEqual(before);
  });

  it('two runs at once: the later', () => {
    const { folder, before } = outdated();
    const holder = `
      import { spawnSync } from 'node:child_process';
      import { lockFolders } from ${JSON.stringify(join(import.meta.dirname, '../output/lock.ts'))};
      lockFolders([${JSON.stringify(join(folder, 'docs'))}]);
      const { status, stdout, stderr } = spawnSync(process.execPath, [${JSON.stringify(BIN)}, 'generate'], { encoding: 'utf8' });
      process.stdout.write(JSON.stringify({ status, stdout, stderr, pid: process.pid }));`;
    const held = run(folder, '--input-type=module', '--eval', holder);
    const { pid, ...later } = JSON.parse(held.stdout);
    expect(later).toEqual({ status: 2, stdout: '', stderr: expect.any(String) });
    expect(later.stderr.replace(/`[^`]*\.lock`/, '`FILE`')).toBe(
      `docs:1:1 error output-locked: Another run (process ${pid}) is generating \`docs\`.
  hint: Wait until it has ended; if there is no such run, delete \`FILE\`.

Nothing was written.
`,
    );
    expect(filesIn(folder)).toEqual(before);
    expect(run(folder, BIN, 'generate')).toMatchObject({ status: 0 });
  });
});
