import { expect, it } from 'vitest';
import { STAGES } from '../pipeline/stages.ts';
import { runCommand } from '../testing/run-command.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const MODEL = 'model --provider books --spec specs/openapi.yaml --quiet';
const HEAD = "openapi: 3.1.0\ninfo: { title: Books, version: '1' }\n";

it('reads the files that a spec refers to', async () => {
  const cwd = temporaryFolder({
    'specs/openapi.yaml': `${HEAD}paths: { /books: { $ref: paths/books.yaml } }`,
    'specs/paths/books.yaml': "get: { responses: { '200': { description: Books } } }",
  });
  const { ending, stdout } = await runCommand(cwd, MODEL, STAGES);
  expect(ending).toBe(0);
  expect(JSON.parse(stdout).operations['GET /books'].origin).toEqual({
    file: 'specs/paths/books.yaml',
    pointer: '/get',
  });
});

const stopped: [string, { given: string; files: Record<string, string | Uint8Array>; want: string }][] = [
  [
    'a file that is not UTF-8',
    {
      given: 'b.yaml',
      files: { 'specs/b.yaml': Uint8Array.of(0xff) },
      want: 'specs/b.yaml:1:1 error input-not-utf8: ',
    },
  ],
  [
    'a file that cannot be parsed',
    { given: 'b.yaml', files: { 'specs/b.yaml': 'get: [' }, want: 'specs/b.yaml:1:7 error spec-syntax: ' },
  ],
];

it.each(stopped)('stops at a reference to %s', async (_, { given, files, want }) => {
  const spec = `${HEAD}paths: { /books: { $ref: '${given}' } }`;
  const { ending, stderr } = await runCommand(
    temporaryFolder({ 'specs/openapi.yaml': spec, ...files }),
    MODEL,
    STAGES,
  );
  expect(ending).toBe(2);
  expect(stderr).toContain(want);
});

it.each(['nope.yaml', 'folder', 'openapi.yaml/x'])(
  'goes on without a file that is not there: %s',
  async (path) => {
    const spec = `${HEAD}paths: { /books: { $ref: './${path}' } }`;
    const cwd = temporaryFolder({ 'specs/openapi.yaml': spec, 'specs/folder/x.yaml': '' });
    const { ending, stderr } = await runCommand(cwd, MODEL.replace('model', 'drift'), STAGES);
    expect(ending).toBe(1);
    expect(stderr).toContain('specs/openapi.yaml:3:20 error ref-unresolved: ');
  },
);
