import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { emitSourcePages } from '@plumbline/emit-docs';
import type { ReviewInvocation } from '../../command-line/invocation.ts';
import { environmentOf, type FakeGitHub, startFakeGitHub } from '../../github/testing/fake-github.ts';
import type { Host } from '../../host.ts';
import { planJobs } from '../../jobs/plan-jobs.ts';
import { STAGES, type Stages } from '../../pipeline/stages.ts';
import { review } from '../../review/review.ts';
import { stateOnDisk } from '../../states/provider-state.ts';
import { generateAgain } from '../generate-again.ts';
import { BRANCH } from '../pull-request-text.ts';
import { regenerate } from '../regenerate.ts';
import { libraryConfig } from './library.ts';

/** The compiler that prints types is loaded once, not in a thread for each run. */
const IN_PROCESS: Stages = {
  ...STAGES,
  async loadEmit(output) {
    if (output !== 'client') return STAGES.loadEmit(output);
    const { documentTypes, emitClient, scaffoldClient } = await import('@plumbline/emit-client');
    return {
      emit: (model) => emitClient(model, { typesOf: async (document) => documentTypes(document) }),
      scaffold: async (model) => scaffoldClient(model),
    };
  },
};

const CONFIGS = { by: 'config', files: [], providers: [] } as const;
const CHANGESETS = resolve(import.meta.dirname, '../../../../../node_modules/@changesets/cli/bin.js');

/** A repository with a remote, a server that publishes its spec, and a GitHub: what a month of a provider needs. */
export interface Month {
  readonly github: FakeGitHub;
  /** What was published last that is a spec. */
  readonly spec: string;
  readonly publish: (spec: string) => void;
  /** What the server answers until something is published. */
  readonly answer: (status: number, text: string) => void;
  /** As the scheduled workflow does. */
  readonly regenerate: () => Promise<Told>;
  /** Someone edits files on a branch, where the workflow for pull requests runs, and merges it. */
  readonly edit: (change: (files: Files) => void | Promise<void>) => Promise<Told & Reviewed>;
  readonly generate: () => Promise<void>;
  /** Merges the open pull request of regenerations. */
  readonly merge: () => void;
  /** Someone commits to the branch of regenerations, on the remote. */
  readonly interfere: () => void;
  /** Takes all changesets up; the version of the client. */
  readonly release: () => string;
  /** First pages of what the spec says. */
  readonly writePages: (service?: string) => Promise<void>;
  readonly files: Files;
  readonly git: (...args: readonly string[]) => string;
  readonly end: () => Promise<void>;
}

export interface Told {
  readonly ending: number | NodeJS.Signals;
  readonly stderr: string;
}

export interface Reviewed {
  /** Workflow commands. */
  readonly annotations: readonly string[];
  readonly comment: string;
}

/** Files of the working tree, by their path. */
export interface Files {
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly replace: (path: string, from: string, to: string) => void;
}

/** Begins with a spec, and pages of all that it says. */
export async function beginMonth(spec: string): Promise<Month> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-month-')));
  const cwd = join(folder, 'sdk');
  const github = await startFakeGitHub();
  let current = spec;
  let published = { status: 200, text: spec };
  const server = createServer((request, response) => {
    const { status, text } = published;
    const etag = `"${text.length}"`;
    const isKnown = status === 200 && request.headers['if-none-match'] === etag;
    response.writeHead(isKnown ? 304 : status, { etag });
    response.end(isKnown ? '' : text);
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  const { port } = server.address() as AddressInfo;
  const summary = join(folder, 'summary.md');

  const git = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  const files: Files = {
    read: (path) => readFileSync(join(cwd, path), 'utf8'),
    write(path, text) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    },
    replace(path, from, to) {
      const text = files.read(path);
      if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
      files.write(path, text.replace(from, to));
    },
  };
  const hostThat = (stdout: string[], stderr: string[], env: Host['env']): Host => ({
    cwd,
    env,
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
  });
  const commitAll = (message: string) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };

  async function writePages(service = ''): Promise<void> {
    const planned = await planJobs(CONFIGS, cwd);
    const [job] = 'jobs' in planned ? planned.jobs : [];
    if (job === undefined) throw new Error('There is one provider.');
    const state = await stateOnDisk({ ...job, pages: [] }, { cwd, stages: IN_PROCESS });
    if ('unreadable' in state) throw new Error(state.unreadable[0]?.message);
    const pages = emitSourcePages(state.model).filter(({ path }) => path.startsWith(service));
    for (const { path, content } of pages) files.write(`specs/library/resources/${path}`, content);
  }

  const month: Month = {
    github,
    get spec() {
      return current;
    },
    publish(text) {
      current = text;
      published = { status: 200, text };
    },
    answer(status, text) {
      published = { status, text };
    },
    async regenerate() {
      const stderr: string[] = [];
      const env = { ...environmentOf(github), GITHUB_STEP_SUMMARY: summary };
      const host = hostThat([], stderr, env);
      const invocation = {
        kind: 'regenerate',
        documents: CONFIGS,
        pullRequest: true,
        quiet: true,
      } as const;
      return { ending: await regenerate(invocation, host, IN_PROCESS), stderr: stderr.join('') };
    },
    async edit(change) {
      git('switch', '--quiet', '--force-create', 'edit');
      await change(files);
      commitAll('Edit');
      const [stdout, stderr]: string[][] = [[], []];
      const comment = join(folder, 'comment.md');
      const invocation: ReviewInvocation = {
        kind: 'review',
        documents: CONFIGS,
        base: 'main',
        sarif: join(folder, 'drift.sarif'),
        comment,
        failOn: 'error',
        quiet: true,
      };
      const ending = await review(invocation, hostThat(stdout ?? [], stderr ?? [], {}), IN_PROCESS);
      git('switch', '--quiet', 'main');
      git('merge', '--quiet', '--ff-only', 'edit');
      git('push', '--quiet', 'origin', 'main');
      return {
        ending,
        stderr: (stderr ?? []).join(''),
        annotations: (stdout ?? []).join('').split('\n').slice(0, -1),
        comment: readFileSync(comment, 'utf8'),
      };
    },
    async generate() {
      const host = hostThat([], [], {});
      const generated = await generateAgain({ configs: [], providers: [], host, stages: IN_PROCESS });
      if ('ending' in generated) throw new Error('The documents can be read.');
    },
    merge() {
      const open = github.pulls.find(({ state }) => state === 'open');
      if (open === undefined) throw new Error('No pull request is open.');
      git('fetch', '--quiet', 'origin', BRANCH);
      git('merge', '--quiet', '--no-edit', 'FETCH_HEAD');
      git('push', '--quiet', 'origin', 'main');
      open.state = 'closed';
    },
    interfere() {
      git('fetch', '--quiet', 'origin', BRANCH);
      git('switch', '--quiet', '--detach', 'FETCH_HEAD');
      files.write('NOTES.md', 'Mine.\n');
      commitAll('Add notes');
      git('push', '--quiet', 'origin', `HEAD:refs/heads/${BRANCH}`);
      git('switch', '--quiet', 'main');
    },
    release() {
      const { status, stderr } = spawnSync(process.execPath, [CHANGESETS, 'version'], {
        cwd,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
      commitAll('Release');
      git('push', '--quiet', 'origin', 'main');
      return JSON.parse(files.read('packages/library-client/package.json')).version;
    },
    writePages,
    files,
    git,
    async end() {
      await github.close();
      await new Promise<void>((stopped) => server.close(() => stopped()));
      rmSync(folder, { recursive: true, force: true });
    },
  };

  mkdirSync(join(folder, 'origin.git'));
  mkdirSync(cwd);
  spawnSync('git', ['init', '--quiet', '--bare', '--initial-branch=main'], {
    cwd: join(folder, 'origin.git'),
  });
  git('init', '--quiet', '--initial-branch=main');
  for (const [key, value] of Object.entries({
    'user.name': 'Somebody',
    'user.email': 'somebody@acme.example',
    'commit.gpgsign': 'false',
    'gc.auto': '0',
  }))
    git('config', key, value);
  git('remote', 'add', 'origin', join(folder, 'origin.git'));
  files.write('package.json', '{ "name": "sdk", "private": true, "workspaces": ["packages/*"] }\n');
  files.write('package-lock.json', '{ "name": "sdk", "lockfileVersion": 3, "packages": {} }\n');
  files.write('.gitignore', 'node_modules\n');
  files.write(
    '.changeset/config.json',
    '{ "changelog": "@changesets/cli/changelog", "commit": false, "access": "public", "baseBranch": "main" }\n',
  );
  mkdirSync(join(cwd, 'node_modules'));
  files.write('specs/library/openapi.yaml', spec);
  files.write('specs/library/plumbline.config.ts', libraryConfig(`http://127.0.0.1:${port}/openapi.yaml`));
  await writePages('books');
  commitAll('Begin');
  git('push', '--quiet', 'origin', 'main');
  return month;
}
