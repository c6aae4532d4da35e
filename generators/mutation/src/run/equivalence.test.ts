import { afterAll, expect, it } from 'vitest';
import { programOf } from './equivalence.ts';
import { createWorkspace, runtimeFiles } from './workspace.ts';

const workspace = await createWorkspace('acme-client');
const index = "export { plainList } from '../../runtime/src/serialize/plain.ts';\n";
const files = new Map([...runtimeFiles(), ['client/src/index.ts', index]]);
afterAll(() => workspace.remove());

async function programWith(file: string, from: string, to: string): Promise<string | null> {
  const text = files.get(file)?.replace(from, to);
  if (text === undefined || text === files.get(file)) throw new Error(`Nothing to change in ${file}.`);
  workspace.hold(new Map([...files, [file, text]]));
  return programOf(workspace);
}

it('is the same program where nothing reaches the fault, and another where something does', async () => {
  workspace.hold(files);
  const program = await programOf(workspace);
  expect(program).toContain('map(encode).join(",")');
  expect(await programWith('runtime/src/serialize/path.ts', "'.'", "'!'")).toBe(program);
  expect(await programWith('runtime/src/serialize/plain.ts', "join(',')", "join(';')")).not.toBe(program);
});

it('is none where the client cannot be bundled', async () => {
  expect(await programWith('client/src/index.ts', 'export', 'export {')).toBeNull();
});
