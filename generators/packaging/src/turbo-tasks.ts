import { globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './published.ts';
import { output } from './run.ts';

/** Where each task was taken from: `LOCAL` or `REMOTE`, a cache; `MISS`: it ran. */
export interface TaskSources {
  readonly [task: string]: string;
}

/** Runs tasks of Turborepo, which must end well. */
export function runTasks(
  workspace: string,
  tasks: readonly string[],
  env: NodeJS.ProcessEnv = {},
): TaskSources {
  const turbo = path.join(root, 'node_modules/.bin/turbo');
  output(workspace, [turbo, 'run', ...tasks, '--summarize', '--output-logs=errors-only'], {
    TURBO_TELEMETRY_DISABLED: '1',
    // What is installed is looked at by the tests themselves.
    pnpm_config_verify_deps_before_run: 'false',
    ...env,
  });
  const folder = path.join(workspace, '.turbo/runs');
  const [file = ''] = globSync('*.json', { cwd: folder });
  const summary: { readonly tasks: readonly Task[] } = JSON.parse(
    readFileSync(path.join(folder, file), 'utf8'),
  );
  rmSync(folder, { recursive: true });
  return Object.fromEntries(
    summary.tasks
      .filter(({ command }) => command !== '<NONEXISTENT>')
      .map(({ taskId, cache }) => [taskId, cache.status === 'HIT' ? (cache.source ?? 'HIT') : 'MISS'])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
}

/** What its summary tells of a task. */
interface Task {
  readonly taskId: string;
  readonly command: string;
  readonly cache: { readonly status: string; readonly source?: string };
}
