import { existsSync, readFileSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DraftDiagnostic, diagnose, type Source } from '@plumbline/model';
import { displayPath } from '../display-path.ts';
import { errorCode } from '../system-error.ts';
import type { ConfigProblem } from './check-config.ts';
import type { Config } from './config.ts';
import { CONFIG } from './find-configs.ts';

/** A config that was loaded and is right. */
export interface LoadedConfig {
  readonly config: Config;
  /** Absolute. */
  readonly file: string;
  /** Where a key stands: a parser is loaded to find it. */
  readonly positionOf: (path: readonly (string | number)[]) => Promise<Source>;
}

/** Loads a config, a module that Node runs as it is, and checks it. `state`: in another one it is loaded anew. */
export async function loadConfig(
  file: string,
  cwd: string,
  state = '',
): Promise<LoadedConfig | { readonly problems: readonly DraftDiagnostic[] }> {
  const path = displayPath(file, cwd);
  const start = { file: path, line: 1, column: 1 };
  if (!existsSync(file)) {
    return { problems: [diagnose({ code: 'config-not-found', args: { path, above: null }, at: start })] };
  }
  if (statSync(file).isDirectory()) {
    const args = { path, option: '`--config`', pattern: `${path}/${CONFIG}` };
    return { problems: [diagnose({ code: 'input-is-folder', args, at: start })] };
  }
  const exported = await importDefault(file, state);
  if ('error' in exported) {
    const { reason, line, column } = describe(exported.error, file);
    const at = { file: path, line, column };
    return { problems: [diagnose({ code: 'config-not-loadable', args: { path, reason }, at })] };
  }
  if (exported.value === undefined) {
    const reason = 'it has no default export';
    return { problems: [diagnose({ code: 'config-not-loadable', args: { path, reason }, at: start })] };
  }
  const positionOf = async (key: readonly (string | number)[]) => {
    const { keyPosition } = await import('./key-position.ts');
    return keyPosition(path, readFileSync(file, 'utf8'), key);
  };
  const { checkConfig, keyText } = await import('./check-config.ts');
  const checked = checkConfig(exported.value);
  if ('config' in checked) return { config: checked.config, file, positionOf };
  const problems = checked.problems.map(async (problem) =>
    toDiagnostic(problem, { path, key: keyText(problem.path), at: await positionOf(problem.path) }),
  );
  return { problems: await Promise.all(problems) };
}

function toDiagnostic(
  problem: ConfigProblem,
  { path, key, at }: { readonly path: string; readonly key: string; readonly at: Source },
): DraftDiagnostic {
  if (problem.kind === 'unknown-key') {
    return diagnose({ code: 'config-key-unknown', args: { path, key, nearest: problem.nearest }, at });
  }
  const args = { key: key === '' ? path : key, problem: problem.problem, remedy: problem.remedy };
  return diagnose({ code: 'config-value-invalid', args, at });
}

async function importDefault(
  file: string,
  state: string,
): Promise<{ readonly value: unknown } | { readonly error: unknown }> {
  const href = pathToFileURL(file).href + (state === '' ? '' : `?${encodeURIComponent(state)}`);
  const hooks = registerHooks({
    // `npx @plumbline/cli` leaves no package beside the config to import `defineConfig` from.
    resolve(specifier, context, next) {
      try {
        return next(specifier, context);
      } catch (error) {
        if (specifier !== '@plumbline/cli') throw error;
        return { url: import.meta.resolve('@plumbline/cli'), shortCircuit: true };
      }
    },
    // A TypeScript config is a module also where the nearest package.json says CommonJS, or says nothing.
    load(url, context, next) {
      const isTypeScript = url === href && file.endsWith('.ts');
      return next(url, isTypeScript ? { ...context, format: 'module-typescript' } : context);
    },
  });
  try {
    const { default: value } = await import(href);
    return { value };
  } catch (error) {
    return { error };
  } finally {
    hooks.deregister();
  }
}

/** What was thrown while a config was loaded, in words, and where: the first line, where that is not known. */
function describe(
  error: unknown,
  file: string,
): { readonly reason: string; readonly line: number; readonly column: number } {
  if (!(error instanceof Error)) return { reason: `it throws ${JSON.stringify(error)}`, line: 1, column: 1 };
  const code = errorCode(error);
  const message = error.message
    .replace(/ imported from .*$/s, '')
    .replaceAll(`${dirname(file)}/`, './')
    .replace(/\.$/, '');
  const [, line, column] =
    new RegExp(`${literal(pathToFileURL(file).href)}(?:\\?[^:]*)?:(\\d+)(?::(\\d+))?`).exec(
      error.stack ?? '',
    ) ?? [];
  const caret = /^( *)\^/m.exec(error.stack ?? '')?.[1]?.length;
  return {
    reason: code === null && error.name !== 'Error' ? `${error.name}: ${message}` : message,
    line: Number(line ?? 1),
    column: Number(column ?? (line !== undefined && caret !== undefined ? caret + 1 : 1)),
  };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
