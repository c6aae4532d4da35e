import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { filesIn, temporaryFolder } from '../testing/temporary-folder.ts';

const DRIFT = 'drift --provider okta --spec spec.json';
const spec = (drift: number) => ({ 'spec.json': JSON.stringify({ drift }) });

describe('exit codes', () => {
  const cases: [string, { drift: number; line: string; want: number }][] = [
    ['nothing found', { drift: 0, line: DRIFT, want: 0 }],
    ['errors', { drift: 1, line: DRIFT, want: 1 }],
    ['errors that are allowed', { drift: 1, line: `${DRIFT} --fail-on never`, want: 0 }],
    ['errors, where warnings suffice', { drift: 1, line: `${DRIFT} --fail-on warning`, want: 1 }],
    ['a model, whatever was found', { drift: 1, line: DRIFT.replace('drift', 'model'), want: 0 }],
    [
      'a model that shall fail',
      { drift: 1, line: `${DRIFT.replace('drift', 'model')} --fail-on error`, want: 1 },
    ],
    ['no file', { drift: 0, line: DRIFT.replace('spec.json', 'nope.json'), want: 2 }],
    ['no config', { drift: 0, line: 'drift', want: 2 }],
  ];
  it.each(cases)('tell %s', async (_, { drift, line, want }) => {
    expect((await runCommand(temporaryFolder(spec(drift)), line)).ending).toBe(want);
  });
});

describe('a report', () => {
  it('for people goes to standard error, with a closing summary', async () => {
    const { stdout, stderr } = await runCommand(temporaryFolder(spec(1)), DRIFT);
    expect(stdout).toBe('');
    expect(stderr).toContain('spec.json:1:1 error param-missing-from-page: ');
    expect(stderr).toMatch(
      /\nokta\n {2}read {3}1 spec file with 0 operations, 0 pages .*\n {2}bound {2}0 of 0 methods\n {2}found {2}1 error\n/,
    );
    expect(stderr).toMatch(/\nDone in \d+\.\d s\.\n$/);
  });

  it('has its closing summary also when nothing was found', async () => {
    const { stderr } = await runCommand(temporaryFolder(spec(0)), DRIFT);
    expect(stderr).toContain('  found  nothing\n');
  });

  it('has findings alone with --quiet', async () => {
    expect((await runCommand(temporaryFolder(spec(0)), `${DRIFT} --quiet`)).stderr).toBe('');
    expect((await runCommand(temporaryFolder(spec(1)), `${DRIFT} --quiet`)).stderr).not.toContain('Done');
  });

  it('for machines goes alone to standard output', async () => {
    const { stdout, stderr } = await runCommand(temporaryFolder(spec(1)), `${DRIFT} --reporter json`);
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [
        {
          code: 'param-missing-from-page',
          severity: 'error',
          subject: { resource: 'okta.users.users' },
          source: { file: 'spec.json', line: 1, column: 1 },
          related: [],
        },
      ],
      summary: {
        errors: 1,
        warnings: 0,
        infos: 0,
        silenced: 0,
        baselined: 0,
        codes: { 'param-missing-from-page': 1 },
        providers: [{ provider: 'okta', read: { specFiles: 1 }, found: { errors: 1 }, outputs: [] }],
      },
    });
    expect(stderr).not.toContain('spec.json:1:1');
    expect(stderr).toContain('Done in');
  });

  it('is the same for the same documents', async () => {
    const folder = temporaryFolder(spec(3));
    const [one, other] = [
      await runCommand(folder, `${DRIFT} --reporter json`),
      await runCommand(folder, `${DRIFT} --reporter json`),
    ];
    expect(one.stdout).toBe(other.stdout);
  });

  it.each(['json', 'github', 'sarif', 'junit', 'markdown', 'pretty'])(
    'goes to a file: %s',
    async (reporter) => {
      const folder = temporaryFolder(spec(1));
      const { stdout } = await runCommand(folder, `${DRIFT} --reporter ${reporter} --output deep/report.txt`);
      expect(stdout).toBe('');
      expect(Object.keys(filesIn(folder))).toEqual(['deep/report.txt', 'spec.json']);
      expect(filesIn(folder)['deep/report.txt']).toContain('param-missing-from-page');
    },
  );

  it('of what cannot be read goes to people and machines', async () => {
    const { stdout, stderr } = await runCommand(temporaryFolder(), `${DRIFT} --reporter json`);
    expect(stderr).toContain(
      'spec.json:1:1 error input-not-found: `spec.json` does not exist.\n  hint: Mend the path in `--spec`.',
    );
    expect(JSON.parse(stdout).diagnostics).toMatchObject([{ code: 'input-not-found' }]);
  });
});

describe('the model', () => {
  it('is printed as JSON without the document', async () => {
    const { stdout } = await runCommand(temporaryFolder(spec(0)), DRIFT.replace('drift', 'model'));
    const model = JSON.parse(stdout);
    expect(model).toMatchObject({ provider: 'okta', services: [], operations: {}, schemas: {} });
    expect(model).not.toHaveProperty('document');
  });

  it('of several providers is an array', async () => {
    const line = 'model --provider a --spec spec.json --provider b --spec spec.json';
    const { stdout } = await runCommand(temporaryFolder(spec(0)), line);
    expect(JSON.parse(stdout).map((model: { provider: string }) => model.provider)).toEqual(['a', 'b']);
  });
});

describe('several providers', () => {
  it('are read, reported and written in one run', async () => {
    const folder = temporaryFolder({
      'a.json': '{"docs":{"a.md":"1"}}',
      'b.json': '{"docs":{"b.md":"2"},"drift":2}',
    });
    const line = 'generate --only docs --provider a --spec a.json --out x --provider b --spec b.json --out y';
    const { ending, stderr } = await runCommand(folder, line);
    expect(ending).toBe(1);
    expect(stderr).toMatch(/\na\n {2}read [\s\S]*\nb\n {2}read /);
    expect(stderr).toContain('Done, 2 errors found,');
    expect(filesIn(folder)).toMatchObject({ 'x/docs/a.md': '1', 'y/docs/b.md': '2' });
  });

  it('are not written when one of them cannot be read', async () => {
    const folder = temporaryFolder({ 'a.json': '{"docs":{"a.md":"1"}}', 'b.json': '{' });
    const line = 'generate --provider a --spec a.json --out x --provider b --spec b.json --out y';
    expect((await runCommand(folder, line)).ending).toBe(2);
    expect(Object.keys(filesIn(folder))).toEqual(['a.json', 'b.json']);
  });

  it('may not share a folder, nor stand in one another', async () => {
    const folder = temporaryFolder({ 'a.json': '{}' });
    const line = 'generate --provider a --spec a.json --out x --provider b --spec a.json --out';
    for (const out of ['x', 'x/docs/b', join(folder, 'x')]) {
      const { ending, stderr } = await runCommand(folder, `${line} ${out}`);
      expect(ending).toBe(2);
      expect(stderr).toContain('share the folder');
    }
  });
});
