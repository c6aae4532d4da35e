import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Stages } from '../pipeline/stages.ts';
import { runCommand } from '../testing/run-command.ts';
import { FAKE_STAGES } from '../testing/stages.ts';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';

const GENERATE = 'generate --config plumbline.config.ts --reporter json --fail-on never';
const MANIFEST = '.plumbline-manifest.json';

const config = (more = '') => `export default {
  provider: 'okta', spec: ['spec.json'], pages: ['pages/*.md'],
  client: { package: 'okta', dir: 'client' }, docs: { dir: 'docs' },${more}
};
`;

const FILES = {
  'plumbline.config.ts': config(),
  'spec.json': JSON.stringify({ docs: { 'a.md': '1', 'deep/b.md': '2' }, client: { 'c.ts': '3' }, drift: 2 }),
  'pages/a.md': '# a\n',
  'CHANGELOG.md': '# Changelog\n',
};

interface Project {
  readonly folder: string;
  readonly run: (
    line: string,
  ) => Promise<{ ending: unknown; stdout: string; summary: string; isRecalled: boolean }>;
}

/** A folder in which the first run is done. */
async function generated(files: { [path: string]: string } = FILES): Promise<Project> {
  const folder = temporaryFolder(files);
  let reads = 0;
  const stages: Stages = {
    ...FAKE_STAGES,
    loadRead() {
      reads += 1;
      return FAKE_STAGES.loadRead();
    },
  };
  const run: Project['run'] = async (line) => {
    const before = reads;
    const { ending, stdout, stderr } = await runCommand(folder, line, stages, {
      XDG_CACHE_HOME: join(folder, 'cache'),
    });
    const summary = stderr.replace(/in \d+\.\d s/, '').replace(/\d+ (created|scaffolded)(, |; )/g, '');
    return { ending, stdout, summary, isRecalled: reads === before };
  };
  await run(GENERATE);
  return { folder, run };
}

/** What a full run says of the same state. */
async function fullRun({ folder, run }: Project, line: string) {
  const cache = join(folder, 'cache');
  rmSync(cache, { recursive: true });
  return run(line);
}

describe('a run in which nothing has changed', () => {
  it.each([
    GENERATE,
    `${GENERATE} --dry-run`,
    GENERATE.replace('generate', 'check'),
    GENERATE.replace('json', 'pretty'),
    GENERATE.replace('never', 'error'),
  ])('reads nothing, and says what a full run says: %s', async (line) => {
    const project = await generated();
    const before = filesIn(project.folder);
    const recalled = await project.run(line);
    expect(recalled.isRecalled).toBe(true);
    expect(filesIn(project.folder)).toEqual(before);
    expect({ ...(await fullRun(project, line)), isRecalled: true }).toEqual(recalled);
  });

  it('is known also after a run that changed something', async () => {
    const { folder, run } = await generated();
    writeFiles(folder, { 'spec.json': JSON.stringify({ docs: { 'a.md': 'new' } }) });
    expect((await run(GENERATE)).isRecalled).toBe(false);
    expect((await run(GENERATE)).isRecalled).toBe(true);
  });

  it('is known where an output has no files', async () => {
    const { run } = await generated({ ...FILES, 'spec.json': '{}' });
    expect((await run(GENERATE)).isRecalled).toBe(true);
  });
});

describe('everything is read anew', () => {
  const changes: [string, (folder: string) => void][] = [
    ['a spec that changed', (folder) => writeFiles(folder, { 'spec.json': '{ "docs": { "a.md": "1" } }' })],
    ['a page that changed', (folder) => writeFiles(folder, { 'pages/a.md': '# b\n' })],
    [
      'a changelog that tells more',
      (folder) => writeFiles(folder, { 'CHANGELOG.md': '# Changelog\n\n## 2\n' }),
    ],
    ['a page that came', (folder) => writeFiles(folder, { 'pages/b.md': '# a\n' })],
    [
      'a page that went',
      (folder) => {
        writeFiles(folder, { 'pages/b.md': '' });
        rmSync(join(folder, 'pages/a.md'));
      },
    ],
    [
      'a config that says something else',
      (folder) =>
        writeFiles(folder, {
          'plumbline.config.ts': config("\n  severity: { 'param-missing-from-page': 'off' },"),
        }),
    ],
    [
      'a config in which findings may stand elsewhere',
      (folder) => writeFiles(folder, { 'plumbline.config.ts': `\n${config()}` }),
    ],
    ['a file that was edited', (folder) => writeFiles(folder, { 'docs/a.md': 'mine' })],
    ['a file that is gone', (folder) => rmSync(join(folder, 'docs/deep/b.md'))],
    [
      'a file that is a link now',
      (folder) => {
        rmSync(join(folder, 'docs/a.md'));
        writeFiles(folder, { other: '1' });
        symlinkSync(join(folder, 'other'), join(folder, 'docs/a.md'));
      },
    ],
    [
      'a manifest that changed',
      (folder) => writeFiles(folder, { [`docs/${MANIFEST}`]: '{ "generator": "x", "files": {} }' }),
    ],
    ['a package.json that is gone', (folder) => rmSync(join(folder, 'client/package.json'))],
    [
      'a record that was cut off',
      (folder) => {
        const cache = join(folder, 'cache/plumbline');
        const file = join(cache, readdirSync(cache)[0] ?? '');
        writeFiles(cache, { [readdirSync(cache)[0] ?? '']: readFileSync(file, 'utf8').slice(0, -9) });
      },
    ],
  ];
  it.each(changes)('after %s', async (_, change) => {
    const project = await generated();
    expect((await project.run(GENERATE)).isRecalled).toBe(true);
    change(project.folder);
    expect((await project.run(GENERATE.replace('generate', 'check'))).isRecalled).toBe(false);
  });

  it('by other code', async () => {
    const { folder } = await generated();
    let isRead = false;
    const loadRead = () => {
      isRead = true;
      return FAKE_STAGES.loadRead();
    };
    const newer: Stages = { ...FAKE_STAGES, identity: () => 'newer', loadRead };
    await runCommand(folder, GENERATE, newer, { XDG_CACHE_HOME: join(folder, 'cache') });
    expect(isRead).toBe(true);
  });

  it('for other outputs', async () => {
    const { run } = await generated();
    expect((await run(`${GENERATE} --only docs`)).isRecalled).toBe(false);
  });

  it.each(['drift', 'model'])('by %s', async (command) => {
    const { run } = await generated();
    const line = GENERATE.replace('generate', command).replace(' --reporter json', '');
    expect((await run(line)).isRecalled).toBe(false);
  });

  it('while an edited file is kept', async () => {
    const { folder, run } = await generated();
    writeFiles(folder, { 'docs/a.md': 'mine' });
    await run(GENERATE);
    expect((await run(GENERATE)).isRecalled).toBe(false);
  });

  it('where there is no place to remember', async () => {
    const folder = temporaryFolder(FILES);
    await runCommand(folder, GENERATE);
    expect(Object.keys(filesIn(folder)).filter((file) => file.includes('cache'))).toEqual([]);
  });
});

describe('a referenced file', () => {
  /** A spec that is what another file says, or nothing. */
  const referring: Stages = {
    ...FAKE_STAGES,
    async loadRead() {
      const read = await FAKE_STAGES.loadRead();
      return {
        ...read,
        readOpenApi: (_, options) =>
          read.readOpenApi([options.referenced?.('other.json') ?? { path: 'none', text: '{}' }], options),
      };
    },
  };

  it.each([
    ['that changed', { given: { 'other.json': '{ "docs": { "a.md": "1" } }' }, want: 'new' }],
    ['that was not there', { given: {}, want: 'new' }],
  ])('counts: one %s', async (_, { given, want }) => {
    const folder = temporaryFolder({ ...FILES, ...given });
    const env = { XDG_CACHE_HOME: join(folder, 'cache') };
    await runCommand(folder, GENERATE, referring, env);
    writeFiles(folder, { 'other.json': `{ "docs": { "a.md": "${want}" } }` });
    await runCommand(folder, GENERATE, referring, env);
    expect(filesIn(join(folder, 'docs'))).toMatchObject({ 'a.md': want });
  });
});
