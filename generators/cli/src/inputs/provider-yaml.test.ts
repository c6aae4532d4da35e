import { expect, it } from 'vitest';
import { STAGES } from '../pipeline/stages.ts';
import { runCommand } from '../testing/run-command.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const FILES = {
  'openapi.yaml':
    "openapi: 3.1.0\ninfo: { title: Books, version: '1' }\npaths: { /books: { get: { responses: { '200': { description: All. } } } } }\n",
  'provider/library.yaml': `components:
  x-stackQL-resources:
    tomes:
      id: acme.library.tomes
      methods:
        list_all: { operation: { $ref: '#/paths/~1books/get' } }
        list_old: { operation: { $ref: '#/paths/~1volumes/get' } }
`,
};
const CONFIG =
  "export default { provider: 'acme', spec: ['./openapi.yaml'], providerYaml: ['./provider/*.yaml'] };";
const FINDING =
  /^provider\/library\.yaml:7:34 error yaml-operation-missing-from-spec: `list_old` calls `GET \/volumes`/m;

it.each([
  ['the config names', { files: { ...FILES, 'plumbline.config.ts': CONFIG }, options: '' }],
  [
    'the command line names',
    {
      files: FILES,
      options: ' --provider acme --spec openapi.yaml --provider-yaml provider/*.yaml',
    },
  ],
])("reads the provider's YAML that %s", async (_name, { files, options }) => {
  const cwd = temporaryFolder(files);
  const { stdout } = await runCommand(cwd, `model --quiet${options}`, STAGES);
  const [service] = JSON.parse(stdout).services;
  expect(service.resources).toMatchObject([
    { id: 'acme.library.tomes', methods: [{ name: 'list_all', boundBy: 'x-stackql' }] },
  ]);
  const { stderr } = await runCommand(cwd, `drift --quiet${options}`, STAGES);
  expect(stderr).toMatch(FINDING);
});

it("stops at a provider's YAML that cannot be parsed, and writes nothing", async () => {
  const files = { ...FILES, 'provider/library.yaml': 'components: [', 'plumbline.config.ts': CONFIG };
  const { ending, stdout, stderr } = await runCommand(temporaryFolder(files), 'model --quiet', STAGES);
  expect(ending).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^provider\/library\.yaml:1:\d+ error provider-yaml-unreadable: /);
});

it('stops where no file is of its names, and says where they are', async () => {
  const { 'provider/library.yaml': _, ...others } = FILES;
  const cwd = temporaryFolder({ ...others, 'plumbline.config.ts': CONFIG });
  const { ending, stderr } = await runCommand(cwd, 'model --quiet', STAGES);
  expect(ending).toBe(2);
  expect(stderr).toMatch(/^plumbline\.config\.ts:1:\d+ error input-no-match: /);
});
