import { describe, expect, it } from 'vitest';
import { finding } from '../testing/report.ts';
import { runCommand } from '../testing/run-command.ts';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';
import { compareWithBaseline, entriesOf } from './baseline.ts';

const same = (file: string) => file;

describe('an entry', () => {
  it.each([
    ['stays where lines shift', { given: [finding({ line: 9, column: 4 })], baselined: 1, removable: 0 }],
    ['is of one file', { given: [finding({ file: 'b.md' })], baselined: 0, removable: 1 }],
    ['is of one subject', { given: [finding({ name: 'groupId' })], baselined: 0, removable: 1 }],
    [
      'stays where the severity is set anew',
      { given: [finding({ severity: 'info' })], baselined: 1, removable: 0 },
    ],
    [
      'covers as many as are counted',
      { given: [finding(), finding({ line: 2 })], baselined: 1, removable: 0 },
    ],
    ['can go when it is mended', { given: [], baselined: 0, removable: 1 }],
  ])('%s', (_, { given, baselined, removable }) => {
    const compared = compareWithBaseline(given, entriesOf([finding()], same), same);
    expect(compared.diagnostics).toHaveLength(given.length);
    expect(compared.diagnostics.filter((one) => one.baselined === true)).toHaveLength(baselined);
    expect(compared.removable).toHaveLength(removable);
  });

  it('counts findings that are alike, and tells how many of them are gone', () => {
    const entries = entriesOf([finding(), finding({ line: 2 }), finding({ line: 3 })], same);
    expect(entries).toMatchObject([{ code: 'param-missing-from-page', file: 'a.md', count: 3 }]);
    expect(compareWithBaseline([finding()], entries, same).removable).toEqual([{ index: 0, count: 2 }]);
  });
});

describe('the baseline', () => {
  const DRIFT = 'drift --provider okta --spec spec.json';
  const FILE = 'plumbline.baseline.json';
  const spec = (drift: number) => ({ 'spec.json': JSON.stringify({ drift }) });

  it('lets a team with old drift fail on new drift alone', async () => {
    const folder = temporaryFolder(spec(2));
    expect(await runCommand(folder, DRIFT)).toMatchObject({ ending: 1 });
    expect(await runCommand(folder, `${DRIFT} --write-baseline`)).toMatchObject({ ending: 0 });
    const second = await runCommand(folder, DRIFT);
    expect(second).toMatchObject({ ending: 0 });
    expect(second.stderr).toContain('nothing; 2 in the baseline');
    expect(second.stderr).not.toContain('error');
    writeFiles(folder, spec(3));
    const third = await runCommand(folder, `${DRIFT} --reporter json`);
    expect(third.ending).toBe(1);
    const { diagnostics, summary } = JSON.parse(third.stdout);
    expect(diagnostics.map(({ baselined }: { baselined?: boolean }) => baselined)).toEqual([
      true,
      true,
      undefined,
    ]);
    expect(summary).toMatchObject({ errors: 1, baselined: 2, codes: { 'param-missing-from-page': 1 } });
  });

  it('tells of entries that can go, at their line, and fails for none of them', async () => {
    const folder = temporaryFolder(spec(3));
    await runCommand(folder, `${DRIFT} --write-baseline`);
    writeFiles(folder, spec(2));
    const { ending, stdout } = await runCommand(folder, `${DRIFT} --reporter json --fail-on warning`);
    expect(ending).toBe(0);
    const { diagnostics } = JSON.parse(stdout);
    expect(diagnostics.filter(({ code }: { code: string }) => code === 'baseline-removable')).toMatchObject([
      { severity: 'info', source: { file: FILE, line: 7 } },
    ]);
    await runCommand(folder, `${DRIFT} --write-baseline`);
    expect(filesIn(folder)[FILE]?.match(/"code"/g)).toHaveLength(2);
  });

  it('is the same text for the same findings, with a part for each provider', async () => {
    const folder = temporaryFolder(spec(2));
    await runCommand(folder, `${DRIFT} --write-baseline`);
    const first = filesIn(folder)[FILE];
    await runCommand(folder, `${DRIFT} --write-baseline`);
    expect(filesIn(folder)[FILE]).toBe(first);
    await runCommand(folder, `${DRIFT.replace('okta', 'acme')} --write-baseline`);
    expect(Object.keys(JSON.parse(filesIn(folder)[FILE] ?? '').findings)).toEqual(['acme', 'okta']);
  });

  it.each([
    ['no JSON', '<<<<<<< HEAD'],
    ['another version', '{ "version": 2, "findings": {} }'],
    ['no list of findings', '{ "version": 1, "findings": { "okta": [1] } }'],
  ])('ends the run where it is %s', async (_, text) => {
    const folder = temporaryFolder({ ...spec(1), [FILE]: text });
    const { ending, stderr } = await runCommand(folder, DRIFT);
    expect(ending).toBe(2);
    expect(stderr).toContain('baseline-invalid');
  });

  it('is marked in SARIF, and left out where people read', async () => {
    const folder = temporaryFolder(spec(1));
    await runCommand(folder, `${DRIFT} --write-baseline`);
    writeFiles(folder, spec(2));
    const sarif = JSON.parse((await runCommand(folder, `${DRIFT} --reporter sarif`)).stdout);
    expect(sarif.runs[0].results).toMatchObject([{ baselineState: 'unchanged' }, { baselineState: 'new' }]);
    const { stdout } = await runCommand(folder, `${DRIFT} --reporter github`);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });
});
