import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../pipeline/stages.ts';
import { runCommand } from '../testing/run-command.ts';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';

const OK =
  "{ '200': { description: The book., content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } } }";

/** A spec whose book has the given fields. */
function spec(fields: string, version = '1'): string {
  return `openapi: 3.1.0
info: { title: Books, version: '${version}' }
paths:
  /books/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { operationId: getBook, tags: [books], responses: ${OK} }
components:
  schemas:
    Book: { type: object, properties: { ${fields} } }
`;
}

const ID = 'id: { type: string }';
const TITLE = 'title: { type: string }';
const CONFIG =
  "export default { provider: 'acme', spec: ['./api/*.yaml'], client: { package: '@acme/client', dir: './client' } };\n";

const diff = (folder: string, line: string) => runCommand(folder, `diff ${line}`, STAGES);

describe('two specs', () => {
  const folder = () =>
    temporaryFolder({
      'old.yaml': spec(`${ID}, ${TITLE}`),
      'new.yaml': spec(`${ID}, year: { type: integer }`, '2'),
    });

  it('are compared for people', async () => {
    const { ending, stdout, stderr } = await diff(folder(), 'old.yaml new.yaml');
    expect([ending, stdout]).toEqual([1, '']);
    expect(stderr).toBe(`breaking Fields of responses removed: 1 response-field-removed
  Code that reads it does not compile any more, and the server no longer sends it.
  \`Book.title\` is gone. In \`GET /books/{id}\`.
    old.yaml:9:63 → new.yaml:9:5

compatible Fields of responses added: 1 response-field-added
  Code that does not know it does not read it.
  \`Book.year\` is new. In \`GET /books/{id}\`.
    old.yaml:9:5 → new.yaml:9:63

1 page affected: api.books.books

api 1 → 2: 1 breaking and 1 compatible changes: major
`);
  });

  it('are a changelog in Markdown', async () => {
    const { stdout } = await diff(folder(), 'old.yaml new.yaml --reporter markdown');
    expect(stdout).toBe(`## api 1 → 2

1 breaking and 1 compatible changes: major.

### Breaking

**Fields of responses removed.** Code that reads it does not compile any more, and the server no longer sends it.

- \`Book.title\` is gone. In \`GET /books/{id}\`.

### Compatible

**Fields of responses added.** Code that does not know it does not read it.

- \`Book.year\` is new. In \`GET /books/{id}\`.

### Pages affected

- \`api.books.books\`: \`get_book\`
`);
  });

  it('are annotations of GitHub, at the places of the new one', async () => {
    const { stdout } = await diff(folder(), 'old.yaml new.yaml --reporter github');
    expect(stdout.split('\n').map((line) => line.slice(0, 70))).toEqual([
      '::error file=new.yaml,line=9,col=5,title=response-field-removed::`Book',
      '::notice file=new.yaml,line=9,col=63,title=response-field-added::`Book',
      '',
    ]);
  });

  it('are JSON', async () => {
    const { stdout } = await diff(folder(), 'old.yaml new.yaml --reporter json');
    expect(JSON.parse(stdout)).toMatchObject({
      semver: 'major',
      summary: { breaking: 1, compatible: 1, docs: 0, noted: 0 },
      versions: { before: '1', after: '2' },
      pages: [{ resource: 'api.books.books', methods: ['get_book'] }],
    });
  });
});

describe('other states', () => {
  it('are models', async () => {
    const folder = temporaryFolder({ 'old.yaml': spec(`${ID}, ${TITLE}`), 'new.yaml': spec(ID) });
    for (const name of ['old', 'new']) {
      const line = `model --provider acme --spec ${name}.yaml --output ${name}.json --quiet`;
      await runCommand(folder, line, STAGES);
    }
    const { stdout } = await diff(folder, 'old.json new.json --reporter json');
    expect(JSON.parse(stdout).changes).toMatchObject([
      {
        rule: 'response-field-removed',
        before: { file: 'old.yaml', pointer: expect.stringContaining('/title') },
      },
    ]);
  });

  it('are git revisions, of the documents of the config', async () => {
    const folder = temporaryFolder({
      'acme/plumbline.config.ts': CONFIG,
      'acme/api/a.yaml': spec(`${ID}, ${TITLE}`),
    });
    const git = (...args: readonly string[]) => {
      const name = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
      const { status, stderr } = spawnSync('git', [...name, ...args], { cwd: folder, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
    };
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    git('tag', 'v1');
    const cwd = join(folder, 'acme');
    expect(await diff(cwd, 'v1 HEAD')).toMatchObject({ ending: 0 });
    writeFiles(cwd, { 'api/a.yaml': spec(ID) });
    const { ending, stderr } = await diff(cwd, 'v1 --changeset');
    expect(ending).toBe(1);
    expect(stderr).toContain('api/a.yaml:9:63 → api/a.yaml:9:5');
    const [[path, text] = ['', '']] = Object.entries(filesIn(join(cwd, '.changeset')));
    expect(path).toMatch(/^plumbline-acme-[0-9a-f]{8}\.md$/);
    expect(text).toMatch(/^---\n"@acme\/client": major\n---\n\n### Breaking\n/);
    expect(stderr).toContain(`Wrote .changeset/${path}.`);
  });

  it.each([
    [
      'neither a file nor a revision',
      'gone.yaml new.yaml',
      '`gone.yaml` is neither a file nor a git revision.',
    ],
    ['no spec', 'new.yaml bad.yaml', 'bad.yaml:'],
  ])('are refused where one is %s', async (_, line, want) => {
    const folder = temporaryFolder({ 'new.yaml': spec(ID), 'bad.yaml': '[1' });
    const { ending, stderr } = await diff(folder, line);
    expect([ending, stderr]).toEqual([2, expect.stringContaining(want)]);
  });
});
