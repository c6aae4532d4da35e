import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT } from '../command-line/exit-codes.ts';
import { type CommentInvocation, type WrongUse, wrongUse } from '../command-line/invocation.ts';
import type { Ending } from '../commands/run.ts';
import { printWrongUse } from '../commands/wrong-use.ts';
import { gitHubApi } from '../github/api.ts';
import { keepComment } from '../github/comment.ts';
import { gitHubEnvironment, pullRequestNumber } from '../github/environment.ts';
import { fitting } from '../github/github-text.ts';
import type { Host } from '../host.ts';
import { systemErrorReason } from '../system-error.ts';

/** By this line the comment is known again. */
const MARKER = '<!-- plumbline-review -->';

/** Makes a text the comment of the pull request that the workflow runs for, in place of the one before. */
export async function comment({ file }: CommentInvocation, host: Host): Promise<Ending> {
  const number = pullRequestNumber(host.env);
  if (number === null) {
    host.stderr.write('This is no run for a pull request: there is nothing to comment on.\n');
    return EXIT.ok;
  }
  const github = gitHubEnvironment(host.env);
  if ('missing' in github)
    return refuse(
      wrongUse(`\`${github.missing}\` is not set.`, 'Pass the token by `env: { GITHUB_TOKEN: … }`.'),
      host,
    );
  const text = textOf(resolve(host.cwd, file));
  if ('reason' in text)
    return refuse(
      wrongUse(
        `\`${file}\` cannot be read: ${text.reason}.`,
        'Write it by `plumbline review --comment FILE`.',
      ),
      host,
    );
  const more = 'The log of the check has them all.';
  const kept = await keepComment(gitHubApi(github), {
    number,
    marker: MARKER,
    text: fitting(text.text, more, 65_000),
  });
  if (typeof kept === 'object')
    return refuse(wrongUse(`${kept.reason}.`, 'The job needs `pull-requests: write`.'), host);
  host.stderr.write(`The comment of #${number} is ${kept}.\n`);
  return EXIT.ok;
}

function textOf(path: string): { readonly text: string } | { readonly reason: string } {
  try {
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    const reason = systemErrorReason(error);
    if (reason === null) throw error;
    return { reason };
  }
}

function refuse(problem: WrongUse, host: Host): Ending {
  printWrongUse(problem, host);
  return EXIT.wrongUse;
}
