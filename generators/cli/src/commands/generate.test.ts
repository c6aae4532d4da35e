import { existsSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';

const GENERATE = 'generate --provider okta --spec spec.json --out out';
const CHECK = GENERATE.replace('generate', 'check');
const DOCS = 'out/docs/';
const MANIFEST = '.plumbline-manifest.json';

/** A folder whose spec gives these docs. */
function folderFor(docs: { [path: string]: string }, more: object = {}): string {
  const folder = temporaryFolder();
  respecify(folder, docs, more);
  return folder;
}

function respecify(folder: string, docs: { [path: string]: string }, more: object = {}): void {
  writeFiles(folder, { 'spec.json': JSON.stringify({ docs, ...more }) });
}

/** The docs, without the manifest. */
function docsIn(folder: string): { [path: string]: string } {
  const { [MANIFEST]: _, ...docs } = filesIn(join(folder, DOCS));
  return docs;
}

describe('generate', () => {
  it('writes packages with their handwritten parts, docs, and a manifest for each', async () => {
    const folder = folderFor({ 'a.md': '1' }, { client: { 'b.ts': '2' }, 'contract-tests': { 'c.ts': '3' } });
    const { ending, stdout } = await runCommand(folder, GENERATE);
    expect({ ending, stdout }).toEqual({ ending: 0, stdout: '' });
    expect(Object.keys(filesIn(join(folder, 'out')))).toEqual([
      'client/README.md',
      'client/package.json',
      `client/src/generated/${MANIFEST}`,
      'client/src/generated/b.ts',
      'contract-tests/README.md',
      'contract-tests/package.json',
      `contract-tests/src/generated/${MANIFEST}`,
      'contract-tests/src/generated/c.ts',
      `docs/${MANIFEST}`,
      'docs/a.md',
    ]);
  });

  it('writes nothing the second time', async () => {
    const folder = folderFor({ 'a.md': '1' });
    await runCommand(folder, GENERATE);
    const before = statSync(join(folder, DOCS, 'a.md'));
    const { stderr } = await runCommand(folder, GENERATE);
    expect(statSync(join(folder, DOCS, 'a.md'))).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
    expect(stderr).toContain('docs: 1 unchanged; out/docs');
  });

  it('rewrites what changed and deletes what is no longer generated, folders too', async () => {
    const folder = folderFor({ 'a.md': '1', 'gone/b.md': '2', 'c.md': '3' });
    await runCommand(folder, GENERATE);
    respecify(folder, { 'a.md': 'new', 'c.md': '3' });
    const { stderr } = await runCommand(folder, GENERATE);
    expect(docsIn(folder)).toEqual({ 'a.md': 'new', 'c.md': '3' });
    expect(stderr).toContain('docs: 2 updated, 1 deleted, 1 unchanged; out/docs');
  });

  it('keeps and reports a file that someone edited, until the edit is taken back', async () => {
    const folder = folderFor({ 'a.md': 'one\ntwo\n' });
    await runCommand(folder, GENERATE);
    writeFiles(folder, { [`${DOCS}a.md`]: 'one\nTWO\n' });
    respecify(folder, { 'a.md': 'one\nthree\n' });
    const { ending, stderr } = await runCommand(folder, GENERATE);
    expect(ending).toBe(1);
    expect(stderr).toContain('out/docs/a.md:2:1 error generated-file-edited: ');
    expect(docsIn(folder)).toEqual({ 'a.md': 'one\nTWO\n' });

    writeFiles(folder, { [`${DOCS}a.md`]: 'one\ntwo\n' });
    expect((await runCommand(folder, GENERATE)).ending).toBe(0);
    expect(docsIn(folder)).toEqual({ 'a.md': 'one\nthree\n' });
  });

  it('keeps and reports an orphan that someone edited', async () => {
    const folder = folderFor({ 'a.md': '1', 'b.md': '2' });
    await runCommand(folder, GENERATE);
    writeFiles(folder, { [`${DOCS}b.md`]: 'mine' });
    respecify(folder, { 'a.md': '1' });
    const { ending, stderr } = await runCommand(folder, GENERATE);
    expect(ending).toBe(1);
    expect(stderr).toContain('`out/docs/b.md` was edited by hand and is no longer generated');
    expect(docsIn(folder)).toEqual({ 'a.md': '1', 'b.md': 'mine' });
  });

  it("keeps someone else's files, and reports one that stands in the way", async () => {
    const folder = folderFor({ 'a.md': '1' });
    writeFiles(folder, { [`${DOCS}a.md`]: 'mine', [`${DOCS}other.md`]: 'mine too' });
    const { ending, stderr } = await runCommand(folder, GENERATE);
    expect(ending).toBe(1);
    expect(stderr).toContain('out/docs/a.md:1:1 error output-path-taken: ');
    expect(filesIn(join(folder, DOCS))).toEqual({ 'a.md': 'mine', 'other.md': 'mine too' });
  });

  it('never writes a handwritten part again', async () => {
    const folder = folderFor({}, { client: { 'b.ts': '2' } });
    await runCommand(folder, GENERATE);
    writeFiles(folder, { 'out/client/package.json': '{"mine":1}' });
    rmSync(join(folder, 'out/client/README.md'));
    await runCommand(folder, GENERATE);
    expect(filesIn(join(folder, 'out/client'))).toMatchObject({ 'package.json': '{"mine":1}' });
    expect(filesIn(join(folder, 'out/client'))).not.toHaveProperty('README.md');
  });

  it('emits only what is asked for', async () => {
    const folder = folderFor({ 'a.md': '1' }, { client: { 'b.ts': '2' } });
    await runCommand(folder, `${GENERATE} --only docs`);
    expect(Object.keys(filesIn(join(folder, 'out')))).toEqual([`docs/${MANIFEST}`, 'docs/a.md']);
  });

  it('says what it would write, and writes nothing', async () => {
    const folder = folderFor({ 'a.md': '1' });
    const { stderr } = await runCommand(folder, `${GENERATE} --dry-run`);
    expect(stderr).toContain('would create out/docs/a.md\n');
    expect(filesIn(folder)).not.toHaveProperty('out/docs/a.md');
  });

  it('writes whatever is found, and says by its exit code that something is', async () => {
    const folder = folderFor({ 'a.md': '1' }, { drift: 1 });
    expect((await runCommand(folder, GENERATE)).ending).toBe(1);
    expect(docsIn(folder)).toEqual({ 'a.md': '1' });
    expect((await runCommand(folder, `${GENERATE} --fail-on never`)).ending).toBe(0);
  });
});

describe('the output is as it was', () => {
  async function generated(): Promise<{ folder: string; before: object }> {
    const folder = folderFor({ 'a.md': '1' });
    await runCommand(folder, GENERATE);
    return { folder, before: filesIn(join(folder, 'out')) };
  }

  const refused: [string, { spoil: (folder: string) => void; want: string }][] = [
    [
      'a link inside the output folder',
      {
        spoil: (folder) => {
          respecify(folder, { 'a.md': '2', 'deep/b.md': '3' });
          mkdirSync(join(folder, 'elsewhere'));
          symlinkSync(join(folder, 'elsewhere'), join(folder, DOCS, 'deep'));
        },
        want: 'out/docs/deep:1:1 error output-link',
      },
    ],
    [
      'a file where a folder is needed',
      {
        spoil: (folder) => {
          respecify(folder, { 'a.md': '2', 'deep/b.md': '3' });
          writeFiles(folder, { [`${DOCS}deep`]: 'mine' });
        },
        want: 'out/docs/deep/b.md:1:1 error output-not-writable',
      },
    ],
  ];
  it.each(refused)('after %s (exit 2)', async (_, { spoil, want }) => {
    const { folder } = await generated();
    spoil(folder);
    const before = filesIn(join(folder, 'out'));
    const { ending, stderr, stdout } = await runCommand(folder, GENERATE);
    expect({ ending, stdout }).toEqual({ ending: 2, stdout: '' });
    expect(stderr).toContain(want);
    expect(stderr).toContain('Nothing was written.');
    expect(filesIn(join(folder, 'out'))).toEqual(before);
  });

  it('after a report that cannot be written (exit 2)', async () => {
    const { folder, before } = await generated();
    respecify(folder, { 'a.md': '2' });
    const { ending } = await runCommand(folder, `${GENERATE} --reporter json --output spec.json/x.json`);
    expect(ending).toBe(2);
    expect(filesIn(join(folder, 'out'))).toEqual(before);
  });

  it('after a bug of ours', async () => {
    const { folder, before } = await generated();
    respecify(folder, { 'a.md': '2' }, { bug: true });
    await expect(runCommand(folder, GENERATE)).rejects.toThrow('an emitter fails');
    expect(filesIn(join(folder, 'out'))).toEqual(before);
  });

  it.each([
    ['an unreadable spec', { spec: 'no JSON', want: 2 }],
    ['a bug of ours', { spec: '{"bug":true}', want: 'an emitter fails' }],
  ] as const)('after %s of another provider', async (_, { spec, want }) => {
    const folder = folderFor({ 'a.md': '1' });
    writeFiles(folder, { 'zeta.json': spec });
    const before = filesIn(folder);
    const both = `${GENERATE.replace('--out out', '--out new/okta')} --provider zeta --spec zeta.json --out new/zeta`;
    const ending = await runCommand(folder, both).then(
      (one) => one.ending,
      ({ message }: Error) => message,
    );
    expect(ending).toBe(want);
    expect(filesIn(folder)).toEqual(before);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });

  it.each(['../a.md', '/a.md', 'a/../../b.md', 'a\\b.md', 'nul'])(
    'after an emitter that names the path %s, a bug of ours',
    async (path) => {
      const { folder, before } = await generated();
      respecify(folder, { 'b.md': '2', [path]: 'x' });
      await expect(runCommand(folder, GENERATE)).rejects.toThrow(/path is unsafe/);
      expect(filesIn(join(folder, 'out'))).toEqual(before);
    },
  );
});

describe('check', () => {
  it('passes on what was just generated, and writes nothing', async () => {
    const folder = folderFor({ 'a.md': '1' });
    await runCommand(folder, GENERATE);
    const before = filesIn(folder);
    expect((await runCommand(folder, CHECK)).ending).toBe(0);
    expect(filesIn(folder)).toEqual(before);
  });

  it('lists every file that is missing, outdated, orphaned or edited, whatever --fail-on says', async () => {
    const folder = folderFor({ 'a.md': '1', 'b.md': '2', 'c.md': '3', 'd.md': '4' });
    await runCommand(folder, GENERATE);
    writeFiles(folder, { [`${DOCS}d.md`]: 'mine' });
    rmSync(join(folder, DOCS, 'c.md'));
    respecify(folder, { 'a.md': 'new', 'c.md': '3', 'd.md': '4' });
    const { ending, stdout } = await runCommand(folder, `${CHECK} --fail-on never --reporter json`);
    expect(ending).toBe(1);
    const { diagnostics } = JSON.parse(stdout);
    expect(
      diagnostics.map((one: { code: string; source: { file: string } }) => `${one.source.file} ${one.code}`),
    ).toEqual([
      `out/docs/${MANIFEST} generated-file-stale`,
      'out/docs/a.md generated-file-stale',
      'out/docs/b.md generated-file-orphaned',
      'out/docs/c.md generated-file-stale',
      'out/docs/d.md generated-file-edited',
    ]);
  });

  it('fails on drift too', async () => {
    const folder = folderFor({ 'a.md': '1' }, { drift: 1 });
    await runCommand(folder, GENERATE);
    expect((await runCommand(folder, CHECK)).ending).toBe(1);
    expect((await runCommand(folder, `${CHECK} --fail-on never`)).ending).toBe(0);
  });

  it('fails where nothing was ever generated', async () => {
    expect((await runCommand(folderFor({ 'a.md': '1' }), CHECK)).ending).toBe(1);
  });
});
