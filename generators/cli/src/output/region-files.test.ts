import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmittedFile } from '@plumbline/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { target } from '../jobs/job.ts';
import { planTarget } from './target-plan.ts';
import { writeAll } from './transaction.ts';

const MARKS = '<!-- plumbline:begin services -->\n<!-- plumbline:end services -->\n';
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plumbline-regions-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Plans an output whose README has a region, writes it, and tells what there was to say. */
async function generate(content: string, scaffold: readonly EmittedFile[] = []) {
  const planned = planTarget({
    target: target('client', root, '`--out`'),
    emitted: [{ path: 'a.ts', content: 'a\n' }],
    regions: [{ file: 'README.md', name: 'services', content }],
    scaffold,
    generator: 'x@1',
    cwd: root,
    isCheck: true,
  });
  if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
  const { plan, changes } = planned;
  await writeAll([changes], () => false);
  const codes = [...plan.kept, ...plan.outOfDate].map(({ code, place }) => [
    code,
    'file' in place && place.file,
  ]);
  return { codes, updated: plan.written.updated, regionFiles: plan.regionFiles.map(([file]) => file) };
}
const readme = () => readFileSync(join(root, 'README.md'), 'utf8');

describe('a README that its author lets hold a generated part', () => {
  it('is brought up to date with the rest, and nothing else of it is touched', async () => {
    writeFileSync(join(root, 'README.md'), `# Mine\n${MARKS}Mine too.\n`);
    const first = await generate('- a\n');
    expect(first).toMatchObject({ updated: ['../../README.md'], regionFiles: ['README.md'] });
    expect(first.codes).toContainEqual(['generated-file-stale', 'README.md']);
    expect(readme()).toMatch(
      /^# Mine\n<!-- plumbline:begin services \w{16} -->\n- a\n<!-- .* -->\nMine too\.\n$/,
    );
    expect(await generate('- a\n')).toMatchObject({ codes: [], updated: [] });
    await generate('- b\n');
    expect(readme()).toContain('-->\n- b\n<!--');
  });

  it('is kept where that part was edited', async () => {
    writeFileSync(join(root, 'README.md'), MARKS);
    await generate('- a\n');
    writeFileSync(join(root, 'README.md'), readme().replace('- a', '- mine'));
    expect((await generate('- b\n')).codes).toEqual([['generated-file-edited', 'README.md']]);
    expect(readme()).toContain('- mine');
  });

  it('is filled when it is scaffolded', async () => {
    const scaffold = [
      { path: 'package.json', content: '{}\n' },
      { path: 'README.md', content: MARKS },
    ];
    await generate('- a\n', scaffold);
    expect(readme()).toContain('-->\n- a\n<!--');
    expect(await generate('- a\n', scaffold)).toMatchObject({ codes: [], updated: [] });
  });

  it('may have no such part, or not be there', async () => {
    expect((await generate('- a\n')).updated).toEqual([]);
    writeFileSync(join(root, 'README.md'), '# Mine\n');
    expect((await generate('- a\n')).codes).toEqual([]);
  });
});
