import { spawnSync } from 'node:child_process';

/**
 * Where the repository whose top is this folder is hosted, as `repository.url` of package.json has it: the remote `origin`. Null
 * where there is no such repository, or its remote is on no server.
 */
export function repositoryOf(folder: string): string | null {
  // Of a repository around it nobody knows whether the workspace shall be a part.
  if (gitAnswer(['rev-parse', '--show-prefix'], folder) !== '') return null;
  return repositoryUrl(gitAnswer(['remote', 'get-url', 'origin'], folder) ?? '');
}

/** The forms in which git names a server: `https://host/path`, `ssh://git@host:22/path`, `git@host:path`. */
const REMOTE =
  /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?\/|(?:[\w.-]+@)([\w.-]+):)([\w.~-]+(?:\/[\w.~-]+)+)\/?$/;

/** A remote as `repository.url` of package.json has it, without credentials; null: it is on no server. */
export function repositoryUrl(remote: string): string | null {
  const [, host = '', ofScp = '', path = ''] = REMOTE.exec(remote) ?? [];
  return path === '' ? null : `git+https://${host || ofScp}/${path.replace(/\.git$/, '')}.git`;
}

function gitAnswer(args: readonly string[], cwd: string): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
