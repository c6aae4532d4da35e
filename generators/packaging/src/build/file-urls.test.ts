import { build } from 'tsdown';
import { expect, it } from 'vitest';
import { output } from '../run.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';
import { fileUrls } from './file-urls.ts';

const SOURCES = {
  'package.json': { name: 'sample', type: 'module' },
  'start.js': '(await import(process.argv[2])).greet();\n',
  'src/index.ts': `export { greet } from './deep/greet.ts';\n`,
  'src/deep/greet.ts': `import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

export function greet(): void {
  const name: string = readFileSync(new URL('names/name.txt', new URL('../texts/', import.meta.url)), 'utf8');
  new Worker(new URL('./greeter.ts', import.meta.url), { workerData: name });
}
`,
  'src/deep/greeter.ts': `import { workerData } from 'node:worker_threads';
import { hello } from '../hello.ts';

console.log(hello(workerData as string));
`,
  'src/hello.ts': 'export const hello = (name: string): string => `Hello, ${name}`;\n',
  'src/texts/names/name.txt': 'Ada',
};

const folders = new Map([true, false].map((mirrored) => [mirrored, temporaryFolder()]));

it.each([
  ['module by module', { mirrored: true }],
  ['as one bundle', { mirrored: false }],
])('a folder and a worker are found from source and when built %s', async (_form, { mirrored }) => {
  const folder = folders.get(mirrored) ?? '';
  writeFiles(folder, SOURCES);
  await build({
    config: false,
    cwd: folder,
    entry: 'src/index.ts',
    root: 'src',
    unbundle: mirrored,
    fixedExtension: false,
    dts: false,
    logLevel: 'silent',
    plugins: [fileUrls({ mirrored })],
  });
  for (const entry of ['./src/index.ts', './dist/index.js']) {
    expect([entry, output(folder, [process.execPath, 'start.js', entry])]).toEqual([entry, 'Hello, Ada\n']);
  }
});
