import { EXIT } from '../command-line/exit-codes.ts';
import { type RegenerateInvocation, type WrongUse, wrongUse } from '../command-line/invocation.ts';
import type { Ending } from '../commands/run.ts';
import { printWrongUse } from '../commands/wrong-use.ts';
import { type ApiRefusal, type GitHubApi, gitHubApi } from '../github/api.ts';
import { gitHubEnvironment } from '../github/environment.ts';
import { closePullRequest, publishPullRequest } from '../github/pull-request.ts';
import type { Host } from '../host.ts';
import type { Stages } from '../pipeline/stages.ts';
import { BRANCH, bodyOf, isOurLabel, labelsOf, titleOf } from './pull-request-text.ts';
import { regenerateFiles, tellRegeneration } from './regenerate-files.ts';
import { isEmpty, type Regeneration } from './regeneration.ts';
import { openRepository, type Repository } from './repository.ts';

/** Regenerates on the branch of regenerations, and opens its pull request or brings it up to date; none where nothing changed. */
export async function regenerateByPullRequest(
  invocation: RegenerateInvocation,
  host: Host,
  stages: Stages,
): Promise<Ending> {
  const github = gitHubEnvironment(host.env);
  if ('missing' in github) {
    return refuse(
      wrongUse(
        `\`${github.missing}\` is not set.`,
        'In GitHub Actions, pass the token by `env: { GITHUB_TOKEN: … }`; elsewhere, leave out `--pull-request`.',
      ),
      host,
    );
  }
  const repository = openRepository(host.cwd, github);
  const problem = repositoryProblem(repository);
  if (repository === null || problem !== null) return refuse(problem ?? NO_REPOSITORY, host);
  const begun = repository.begin(BRANCH);
  if (begun !== null) return refuse(gitProblem(begun.refused), host);
  try {
    const regeneration = await regenerateFiles(invocation, {
      host,
      stages,
      commit(message) {
        const committed = repository.commit(message);
        return typeof committed === 'boolean'
          ? null
          : { ending: refuse(gitProblem(committed.refused), host) };
      },
    });
    if ('ending' in regeneration) return regeneration.ending;
    tellRegeneration(regeneration, host);
    const base = repository.baseBranch ?? host.env.GITHUB_REF_NAME ?? 'main';
    return await publish(regeneration, { repository, api: gitHubApi(github), base, host });
  } finally {
    repository.end();
  }
}

const NO_REPOSITORY = wrongUse(
  'There is no git repository with a commit here.',
  'Run it in a checkout, or leave out `--pull-request`.',
);

function repositoryProblem(repository: Repository | null): WrongUse | null {
  if (repository === null) return NO_REPOSITORY;
  const [first] = repository.dirty;
  if (first !== undefined)
    return wrongUse(
      `Changes here are not committed: \`${first.trim()}\`.`,
      'Commit them or put them aside: everything that is changed goes into the pull request.',
    );
  return repository.baseBranch === BRANCH
    ? wrongUse(
        `This is the branch \`${BRANCH}\` itself.`,
        'Check out the branch that it is to be merged into.',
      )
    : null;
}

interface Publishing {
  readonly repository: Repository;
  readonly api: GitHubApi;
  /** The branch to merge into. */
  readonly base: string;
  readonly host: Host;
}

async function publish(
  regeneration: Regeneration,
  { repository, api, base, host }: Publishing,
): Promise<Ending> {
  if (isEmpty(regeneration)) {
    const reason = `Nothing is left to take up: \`${base}\` is what would come of it.`;
    const closed = await closePullRequest(api, { branch: BRANCH, base, reason });
    if (closed === null) return EXIT.ok;
    if ('reason' in closed) return refuse(apiProblem(closed), host);
    host.stderr.write(`Closed #${closed.number}: nothing is left of it.\n`);
    return EXIT.ok;
  }
  const pushed = repository.push(BRANCH);
  if (typeof pushed === 'object') {
    return refuse(
      'refused' in pushed
        ? gitProblem(pushed.refused)
        : wrongUse(
            `The branch \`${BRANCH}\` holds a commit of somebody else: \`${pushed.foreign}\`.`,
            'Merge or close its pull request and delete the branch; then run it again.',
          ),
      host,
    );
  }
  const published = await publishPullRequest(
    api,
    {
      branch: BRANCH,
      base,
      title: titleOf(regeneration),
      body: bodyOf(regeneration),
      labels: labelsOf(regeneration),
    },
    isOurLabel,
  );
  if ('reason' in published) return refuse(apiProblem(published), host);
  const { outcome, number, url } = published;
  host.stderr.write(`${outcome === 'opened' ? 'Opened' : 'Updated'} #${number} ${url}\n`);
  return EXIT.ok;
}

function gitProblem(text: string): WrongUse {
  return wrongUse(`git refuses: ${text.replace(/\s+/g, ' ')}.`, 'Mend that, and run it again.');
}

function apiProblem({ reason, status }: ApiRefusal): WrongUse {
  const hint =
    status === 403
      ? 'The job needs `contents: write` and `pull-requests: write`, and the repository must allow GitHub Actions to create pull requests (Settings, Actions, General).'
      : 'Run it again; the branch is pushed already.';
  return wrongUse(`${reason}.`, hint);
}

function refuse(problem: WrongUse, host: Host): Ending {
  printWrongUse(problem, host);
  return EXIT.wrongUse;
}
