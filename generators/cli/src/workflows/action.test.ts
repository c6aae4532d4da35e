import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const action = resolve(import.meta.dirname, '../../../../.github/actions/review');

/** A command that says what it was called with, writes what it shall, and ends as it shall. */
const COMMAND = `#!/usr/bin/env bash
printf '%s|' "$@" >>"$LOG"
if [ "$1" = review ] && [ "$CODE" != 2 ]; then
  while [ $# -gt 0 ]; do
    case "$1" in --sarif | --comment) echo text >"$2" ;; esac
    shift
  done
fi
exit "$CODE"
`;

function run(script: string, env: { readonly [name: string]: string }, command: string | null = COMMAND) {
  const path = 'node_modules/.bin/plumbline';
  const folder = temporaryFolder(command === null ? {} : { [path]: command });
  if (command !== null) chmodSync(join(folder, path), 0o755);
  const files = { LOG: join(folder, 'log'), GITHUB_OUTPUT: join(folder, 'output'), RUNNER_TEMP: folder };
  const { status, stdout } = spawnSync('bash', [join(action, script)], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, CODE: '0', ...files, ...env },
  });
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8').replaceAll(folder, '');
    } catch {
      return '';
    }
  };
  return { status, stdout, called: read(files.LOG), output: read(files.GITHUB_OUTPUT) };
}

describe('the action', () => {
  const folder = '/plumbline-review';

  it('reviews with what it was given, and leaves the outcome to later steps', () => {
    const env = {
      PLUMBLINE_CONFIG: 'specs/a b/plumbline.config.ts\n\nspecs/c/plumbline.config.ts\n',
      PLUMBLINE_PROVIDER: '$(touch gone)',
      PLUMBLINE_FAIL_ON: 'warning',
      PLUMBLINE_BASE: 'HEAD^1',
      CODE: '1',
    };
    expect(run('review.sh', env)).toEqual({
      status: 0,
      stdout: '',
      called:
        `review|--sarif|${folder}/drift.sarif|--comment|${folder}/comment.md|--fail-on|warning|` +
        '--config|specs/a b/plumbline.config.ts|--config|specs/c/plumbline.config.ts|' +
        '--provider|$(touch gone)|--base|HEAD^1|',
      output: `exit-code=1\nsarif=${folder}/drift.sarif\ncomment=${folder}/comment.md\n`,
    });
  });

  it('names no files where there are none', () => {
    expect(run('review.sh', { CODE: '2' })).toMatchObject({ status: 0, output: 'exit-code=2\n' });
  });

  it('comments, and does not fail where it may not', () => {
    const env = { PLUMBLINE_COMMENT: 'a comment.md' };
    expect(run('comment.sh', env)).toMatchObject({ status: 0, stdout: '', called: 'comment|a comment.md|' });
    expect(run('comment.sh', { ...env, CODE: '2' })).toMatchObject({
      status: 0,
      stdout: '::notice::The comment could not be written; the summary of the job says the same.\n',
    });
  });

  it('says what is missing where there is no command', () => {
    expect(run('review.sh', {}, null)).toMatchObject({
      status: 2,
      stdout: '::error::Install @plumbline/cli in this repository, or give the input "version".\n',
    });
  });
});
