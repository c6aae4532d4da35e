import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
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
  "export default { provider: 'acme', spec: ['./api/*.yaml'], pages: ['./pages/*.md'], bind: { 'acme.books.books.read_book': 'GET /books/{id}' }, client: { package: '@acme/client', dir: './client' } };\n";

const page = (method: string) =>
  `# books\n\n## Overview\n<table><tbody>\n<tr><td><b>Name</b></td><td><code>books</code></td></tr>\n<tr><td><b>Id</b></td><td><CopyableCode code="acme.books.books" /></td></tr>\n</tbody></table>\n\n## Fields\n| Name | Datatype |\n|:-----|:---------|\n| <CopyableCode code="id" /> | \`string\` |\n\n## Methods\n| Name | Accessible by | Required Params |\n|:-----|:--------------|:----------------|\n| <CopyableCode code="${method}" /> | \`SELECT\` | <CopyableCode code="id" /> |\n`;

/** Runs git as someone, whatever the machine's own settings are. */
function gitIn(folder: string) {
  return (...args: readonly string[]): void => {
    const name = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
    const { status, stderr } = spawnSync('git', [...name, ...args], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
}

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
      'acme/pages/books.md': page('get_book'),
    });
    const git = gitIn(folder);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    git('tag', 'v1');
    const cwd = join(folder, 'acme');
    expect(await diff(cwd, 'v1 HEAD')).toMatchObject({ ending: 0 });
    writeFiles(cwd, { 'api/a.yaml': spec(ID) });
    const { ending, stderr } = await diff(cwd, 'v1');
    expect(ending).toBe(1);
    expect(stderr).toContain('api/a.yaml:9:63 → api/a.yaml:9:5');
    expect(stderr).toContain('1 page affected: pages/books.md');
    git('commit', '-qam', 'two');
    writeFiles(cwd, { 'pages/books.md': page('read_book') });
    git('commit', '-qam', 'three');
    writeFiles(cwd, { 'api/a.yaml': '[1', 'pages/books.md': '' });
    const { stdout } = await diff(cwd, 'HEAD~1 HEAD --reporter json');
    expect(JSON.parse(stdout)).toMatchObject({
      changes: [
        {
          rule: 'method-renamed',
          message: 'The method `books.books.getBook` is now `books.books.readBook`.',
          before: { file: 'pages/books.md', line: 17 },
        },
      ],
      pages: [{ resource: 'acme.books.books', file: 'pages/books.md', methods: ['read_book'] }],
    });
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

describe('--changeset', () => {
  const CHANGESETS = resolve(import.meta.dirname, '../../../../node_modules/@changesets/cli/bin.js');

  it.each([
    ['major', { before: `${ID}, ${TITLE}`, after: ID, says: '### Breaking' }],
    ['minor', { before: ID, after: `${ID}, ${TITLE}`, says: '### Compatible' }],
    ['none', { before: ID, after: ID, says: null }],
  ])('is what `changeset status` reads: %s', async (type, { before, after, says }) => {
    const folder = temporaryFolder({
      'package.json': JSON.stringify({ name: '@acme/client', version: '1.4.0' }),
      'package-lock.json': '{}',
      '.changeset/config.json': JSON.stringify({ baseBranch: 'main' }),
      'specs/plumbline.config.ts': CONFIG.replace(" pages: ['./pages/*.md'],", ''),
      'specs/api/a.yaml': spec(before),
    });
    const git = gitIn(folder);
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'one');
    writeFiles(folder, { 'specs/api/a.yaml': spec(after) });
    const { stderr } = await diff(join(folder, 'specs'), 'HEAD --changeset');
    const written = Object.entries(filesIn(join(folder, '.changeset'))).filter(([name]) =>
      name.endsWith('.md'),
    );
    expect(written.map(([name]) => name)).toEqual(
      says === null ? [] : [expect.stringMatching(/^plumbline-acme-[0-9a-f]{8}\.md$/)],
    );
    if (says === null) return;
    expect(stderr).toContain(`Wrote ../.changeset/${written[0]?.[0]}.`);
    const status = spawnSync(process.execPath, [CHANGESETS, 'status', '--output', 'plan.json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status.stderr).toBe('');
    const { changesets, releases } = JSON.parse(filesIn(folder)['plan.json'] ?? '');
    expect(changesets).toMatchObject([
      { releases: [{ name: '@acme/client', type }], summary: expect.stringContaining(says) },
    ]);
    expect(releases).toMatchObject([{ name: '@acme/client', type, oldVersion: '1.4.0' }]);
    await diff(join(folder, 'specs'), 'HEAD --changeset');
    expect(Object.keys(filesIn(join(folder, '.changeset')))).toHaveLength(2);
  });
});
