import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('lets the process end while nobody waits for the thread', () => {
  const program = `
    import { startThread } from ${JSON.stringify(new URL('./thread.ts', import.meta.url))};
    startThread(new URL('data:text/javascript,' + encodeURIComponent(\`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', () => {});
    \`))).ask('what');
  `;
  const { status, signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
});
