import { expect, it } from 'vitest';
import { STAGES } from '../pipeline/stages.ts';
import { runCommand } from '../testing/run-command.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const overlay = (title: string): string =>
  `overlay: 1.0.0\nactions: [{ target: $.info, update: { title: ${title} } }]`;
const FILES = {
  'openapi.yaml': "openapi: 3.1.0\ninfo: { title: Books, version: '1' }\n",
  'b.yaml': overlay('First'),
  'a.yaml': overlay('Second'),
};

function config(overlays: readonly string[]): string {
  return `export default { provider: 'books', spec: ['./openapi.yaml'], overlays: ${JSON.stringify(overlays)} };`;
}

it('applies overlays in the order of the config', async () => {
  const cwd = temporaryFolder({ ...FILES, 'plumbline.config.ts': config(['./b.yaml', './a.yaml']) });
  const { stdout } = await runCommand(cwd, 'model --quiet', STAGES);
  expect(JSON.parse(stdout).title).toBe('Second');
});

it('stops at an overlay that is not there, and says where it is named', async () => {
  const cwd = temporaryFolder({ ...FILES, 'plumbline.config.ts': config(['./nope.yaml']) });
  const { ending, stderr } = await runCommand(cwd, 'model --quiet', STAGES);
  expect(ending).toBe(2);
  expect(stderr).toMatch(/^plumbline\.config\.ts:1:\d+ error input-not-found: `nope\.yaml` does not exist\./);
});
