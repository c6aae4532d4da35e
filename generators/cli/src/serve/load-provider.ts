import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Provider } from '@plumbline/contract-server/provider';
import type { Documents, ServeInvocation, WrongUse } from '../command-line/invocation.ts';
import { quietRun, wrongUse } from '../command-line/invocation.ts';
import { runProvider } from '../commands/provider-run.ts';
import type { Stopped } from '../commands/read-documents.ts';
import type { Host } from '../host.ts';
import { oneJob } from '../jobs/one-job.ts';
import type { Stages } from '../pipeline/stages.ts';
import { progressOn } from '../terminal/progress.ts';

/** A provider to serve, and the npm name of its client, where it has one. */
export interface LoadedProvider {
  readonly provider: Provider;
  readonly clientPackage: string | null;
}

/** Reads the provider.json that is named, or makes a provider of the documents. */
export async function loadProvider(
  invocation: ServeInvocation,
  host: Host,
  stages: Stages,
): Promise<LoadedProvider | Stopped | WrongUse> {
  const { file } = invocation;
  const emitted = file === null ? null : await emittedProvider(resolve(host.cwd, file));
  if (emitted !== null) return emitted;
  const documents: Documents = invocation.documents ?? {
    by: 'options',
    providers: [
      {
        provider: 'api',
        spec: file === null ? [] : [file],
        specOption: '`plumbline serve FILE`',
        pages: [],
        providerYaml: [],
        out: null,
      },
    ],
  };
  const job = await oneJob(documents, host.cwd, 'One provider is served at a time, and several are named.');
  if ('kind' in job || 'unreadable' in job) return job;
  const progress = progressOn(host, invocation.quiet);
  // Loaded while the documents are read.
  const emitter = import('@plumbline/emit-contract-tests');
  const run = await runProvider(job, {
    invocation: quietRun('model', documents, {}),
    host,
    stages,
    progress,
    writing: null,
  });
  progress.clear();
  if ('unreadable' in run) return run;
  if (run.model === null) throw new Error('The model was not kept.');
  const hasClient = job.targets.some(({ output }) => output === 'client');
  return {
    provider: (await emitter).providerOf(run.model),
    clientPackage: hasClient ? run.model.settings.package : null,
  };
}

/** Null: the file is no provider.json, so it is taken for an OpenAPI document. */
async function emittedProvider(file: string): Promise<LoadedProvider | WrongUse | null> {
  if (!file.endsWith('.json')) return null;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  // Told by its first members: a document of OpenAPI has neither.
  if (!/^\s*\{\s*"format"\s*:\s*\d+\s*,\s*"provider"/.test(text.slice(0, 1000))) return null;
  const { readProvider } = await import('@plumbline/contract-server');
  try {
    return { provider: readProvider(text), clientPackage: null };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return wrongUse(`${error.message}`, 'Run `plumbline generate`.');
  }
}
