import { spawnSync } from 'node:child_process';
import type { GitHubEnvironment } from '../github/environment.ts';

/** A git repository in which regeneration is committed to a branch of its own. */
export interface Repository {
  /** The commit that it begins with. */
  readonly base: string;
  /** The branch of that commit; null: none. */
  readonly baseBranch: string | null;
  /** Files that were changed by hand, as `git status` lists them; empty: none. */
  readonly dirty: readonly string[];
  /** Makes the branch anew where one is, and goes there. */
  readonly begin: (branch: string) => Refused | null;
  /** Commits everything that changed; false: nothing did. */
  readonly commit: (message: string) => boolean | Refused;
  /** Goes back to where one was. */
  readonly end: () => void;
  /** Pushes the branch, unless the remote one is the same or holds the work of others. */
  readonly push: (branch: string) => 'pushed' | 'same' | { readonly foreign: string } | Refused;
}

/** What git says where it does not do as it is told. */
export interface Refused {
  readonly refused: string;
}

/** By this trailer of their messages our commits are known. */
const TRAILER = 'Generated-by';

/** Opens the repository of a folder; null: there is none, or it has no commit. `github` says who pushes. */
export function openRepository(cwd: string, github: GitHubEnvironment | null): Repository | null {
  const git = gitIn(cwd, github);
  const root = git(['rev-parse', '--show-toplevel']);
  const base = git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if ('refused' in root || 'refused' in base) return null;
  const at = gitIn(root.text, github);
  const branch = at(['symbolic-ref', '--quiet', '--short', 'HEAD']);
  const baseBranch = 'refused' in branch ? null : branch.text;
  const status = at(['status', '--porcelain']);
  const text = (args: readonly string[]) => {
    const answer = at(args);
    return 'refused' in answer ? '' : answer.text;
  };
  return {
    base: base.text,
    baseBranch,
    dirty: 'refused' in status || status.text === '' ? [] : status.text.split('\n'),
    begin(name) {
      const switched = at(['switch', '--quiet', '--force-create', name]);
      return 'refused' in switched ? switched : null;
    },
    commit(message) {
      const added = at(['add', '--all']);
      if ('refused' in added) return added;
      if (text(['status', '--porcelain']) === '') return false;
      const body = `${message}\n\n${TRAILER}: plumbline regenerate\n`;
      const committed = at(['commit', '--quiet', '--no-verify', '--file=-'], body);
      return 'refused' in committed ? committed : true;
    },
    end() {
      // The tree was clean: whatever is new is of this run, and goes with its branch.
      at(['add', '--all']);
      at([
        'switch',
        '--quiet',
        '--discard-changes',
        ...(baseBranch === null ? ['--detach', base.text] : [baseBranch]),
      ]);
    },
    push(name) {
      const remote = `refs/remotes/origin/${name}`;
      at(['update-ref', '-d', remote]);
      at(['fetch', '--quiet', '--no-tags', 'origin', `+refs/heads/${name}:${remote}`]);
      const tip = text(['rev-parse', '--verify', '--quiet', remote]);
      if (tip !== '') {
        const format = `%h %s%x00%(trailers:key=${TRAILER},valueonly,separator=%x20)`;
        const log = text(['log', '--no-merges', `--format=${format}`, `${base.text}..${remote}`]);
        const foreign = log.split('\n').find((line) => line !== '' && line.endsWith('\0'));
        if (foreign !== undefined) return { foreign: foreign.slice(0, -1) };
        const isSame =
          text(['rev-parse', 'HEAD^{tree}']) === text(['rev-parse', `${remote}^{tree}`]) &&
          text(['merge-base', base.text, remote]) === base.text;
        if (isSame) return 'same';
      }
      const lease = `--force-with-lease=refs/heads/${name}:${tip}`;
      const pushed = at(['push', '--quiet', lease, 'origin', `HEAD:refs/heads/${name}`]);
      return 'refused' in pushed ? pushed : 'pushed';
    },
  };
}

type Git = (args: readonly string[], input?: string) => { readonly text: string } | Refused;

function gitIn(cwd: string, github: GitHubEnvironment | null): Git {
  const env = { ...process.env, ...(github !== null && credentials(github)) };
  return (args, input) => {
    const options = {
      cwd,
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      ...(input !== undefined && { input }),
    } as const;
    const { status, stdout, stderr, error } = spawnSync('git', args, options);
    if (status === 0) return { text: stdout.replace(/\n$/, '') };
    return { refused: error?.message ?? stderr.trim() };
  };
}

/** A header for this server alone, by the environment: neither in a file nor where a list of processes shows it. */
function credentials({ serverUrl, token }: GitHubEnvironment): { readonly [name: string]: string } {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${serverUrl}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  };
}
