import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReviewInvocation } from '../command-line/invocation.ts';
import { FAKE_STAGES } from '../testing/stages.ts';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';
import { review } from './review.ts';

const CONFIG = "export default { provider: 'acme', spec: ['./openapi.json'], docs: { dir: './docs' } };\n";
const INVOCATION: ReviewInvocation = {
  kind: 'review',
  documents: { by: 'config', files: [], providers: [] },
  base: null,
  sarif: null,
  comment: null,
  failOn: 'error',
  quiet: true,
};

async function run(cwd: string, given: Partial<ReviewInvocation> = {}, env = {}) {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const host = {
    cwd,
    env,
    stdout: { write: (text: string) => stdout.push(text) },
    stderr: { write: (text: string) => stderr.push(text) },
  };
  const ending = await review({ ...INVOCATION, ...given }, host, FAKE_STAGES);
  return { ending, annotations: stdout.join('').split('\n').slice(0, -1), said: stderr.join('') };
}

/** `drift` errors in the spec. */
const folderWith = (drift: number) =>
  temporaryFolder({
    'plumbline.config.ts': CONFIG,
    'openapi.json': JSON.stringify({ drift, docs: { 'a.md': 'A' } }),
  });

function commit(cwd: string): void {
  const name = ['-c', 'user.name=a', '-c', 'user.email=a@acme.example', '-c', 'commit.gpgsign=false'];
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
    ['commit', '-qm', 'x'],
  ])
    spawnSync('git', [...name, ...args], { cwd });
}

describe('a review', () => {
  it('tells it in all places, the state of the files after what the documents say', async () => {
    const folder = folderWith(2);
    const summary = join(folder, 'summary.md');
    const files = { sarif: 'out/drift.sarif', comment: 'out/comment.md' };
    const { ending, annotations } = await run(folder, files, { GITHUB_STEP_SUMMARY: summary });
    expect(ending).toBe(1);
    expect(annotations.map((line) => line.split('::')[1])).toEqual([
      'error file=openapi.json,line=1,col=1,title=param-missing-from-page',
      'error file=openapi.json,line=2,col=1,title=param-missing-from-page',
      'error file=docs/.plumbline-manifest.json,line=1,col=1,title=generated-file-stale',
      'error file=docs/a.md,line=1,col=1,title=generated-file-stale',
    ]);
    const written = filesIn(folder);
    expect(JSON.parse(written['out/drift.sarif'] ?? '').runs[0].results).toHaveLength(4);
    expect(written['out/comment.md']).toMatch(/^## Plumbline: 4 errors\n/);
    expect(written['out/comment.md']).toContain(
      '**Generated file out of date.** Run `plumbline generate` and commit what it writes. ' +
        '`docs/.plumbline-manifest.json`, `docs/a.md`.\n',
    );
    expect(written['summary.md']).toBe(written['out/comment.md']);
  });

  it('compares with the base that it is given', async () => {
    const folder = folderWith(1);
    commit(folder);
    writeFiles(folder, { 'openapi.json': JSON.stringify({ drift: 3, docs: { 'a.md': 'A' } }) });
    const { ending } = await run(folder, { base: 'HEAD', comment: 'comment.md' });
    expect(ending).toBe(1);
    const text = filesIn(folder)['comment.md'];
    expect(text).toContain('For who uses the client: nothing changed.');
    expect(text).toContain('Drift: 1 before, 3 after.');
    expect(text).toContain('2 new findings:');
  });

  it('takes the first parent for the base in a workflow for a pull request', async () => {
    const folder = folderWith(0);
    commit(folder);
    const { ending, said } = await run(folder, {}, { GITHUB_EVENT_NAME: 'pull_request' });
    expect([ending, said]).toEqual([2, expect.stringContaining('`HEAD^1` is no revision')]);
  });

  it('refuses a base that looks like an option', async () => {
    const folder = folderWith(0);
    commit(folder);
    expect(await run(folder, { base: '--output=gone' })).toMatchObject({ ending: 2 });
    expect(Object.keys(filesIn(folder))).not.toContain('gone');
  });

  it('says so where a file cannot be written', async () => {
    const folder = folderWith(0);
    expect(await run(folder, { sarif: 'plumbline.config.ts/x.sarif' })).toMatchObject({
      ending: 2,
      said: expect.stringContaining('plumbline.config.ts/x.sarif'),
    });
  });

  it('shows unreadable documents on their lines', async () => {
    const folder = temporaryFolder({ 'plumbline.config.ts': CONFIG, 'openapi.json': 'no JSON' });
    const { ending, annotations } = await run(folder);
    expect([ending, annotations]).toEqual([
      2,
      [expect.stringMatching(/^::error file=openapi\.json,line=1,/)],
    ]);
  });
});
