import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue, ClientCore, ClientOptions } from '@plumbline/client-runtime';
import { type SqlClient, type WrongUse, wrongUse } from '../command-line/invocation.ts';
import type { Stopped } from '../commands/read-documents.ts';
import { displayPath } from '../display-path.ts';
import { folderOf } from '../jobs/job.ts';
import { oneJob } from '../jobs/one-job.ts';
import { errorCode } from '../system-error.ts';

/** A generated client, as the shell needs it. */
export interface LoadedClient {
  readonly catalogue: Catalogue;
  /** The environment variables that credentials are read from, as far as they are known. */
  readonly credentials: readonly string[];
  /** Throws a TypeError for a server variable that has no value. */
  readonly create: (options: ClientOptions & { readonly [variable: string]: unknown }) => ClientCore;
}

/** Imports the client that a config names, from its sources, or an installed package. */
export async function loadClient(client: SqlClient, cwd: string): Promise<LoadedClient | Stopped | WrongUse> {
  const place = client.by === 'package' ? installed(client.name, cwd) : await generated(client, cwd);
  if ('kind' in place || 'unreadable' in place) return place;
  try {
    const [{ catalogue }, core] = await Promise.all([import(place.catalogue), import(place.core)]);
    const create = Object.entries(core).find(([name]) => /^create\w+Core$/.test(name))?.[1];
    if (typeof create === 'function' && isCatalogue(catalogue)) {
      return { catalogue, credentials: place.credentials, create: create as LoadedClient['create'] };
    }
    return wrongUse(`${place.name} is no client of this version of Plumbline.`, place.remedy);
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    const missing = /package '([^']+)'/.exec(String(error))?.[1];
    return missing === undefined
      ? wrongUse(`${place.name} is not complete.`, place.remedy)
      : wrongUse(
          `${place.name} needs \`${missing}\`, which is not installed.`,
          'Install the dependencies: `npm install`, or `pnpm install`.',
        );
  }
}

/** URLs of the modules of a client. */
interface Place {
  readonly name: string;
  readonly catalogue: string;
  readonly core: string;
  readonly remedy: string;
  readonly credentials: LoadedClient['credentials'];
}

function installed(name: string, cwd: string): Place | WrongUse {
  const { resolve } = createRequire(join(cwd, 'package.json'));
  try {
    const [catalogue, core] = [`${name}/catalogue`, `${name}/core`].map(
      (id) => pathToFileURL(resolve(id)).href,
    );
    return {
      name: `\`${name}\``,
      catalogue: catalogue ?? '',
      core: core ?? '',
      remedy: 'Install a later version of it.',
      credentials: [],
    };
  } catch (error) {
    return errorCode(error) === 'ERR_PACKAGE_PATH_NOT_EXPORTED'
      ? wrongUse(
          `\`${name}\` exports no catalogue.`,
          'It is no generated client, or one of an older version.',
        )
      : wrongUse(`\`${name}\` is not installed here.`, `Install it: \`npm install ${name}\`.`);
  }
}

async function generated(
  { documents }: Extract<SqlClient, { readonly by: 'config' }>,
  cwd: string,
): Promise<Place | Stopped | WrongUse> {
  const job = await oneJob(documents, cwd, 'One client is used at a time, and there are several providers.');
  if ('kind' in job || 'unreadable' in job) return job;
  const target = job.targets.find(({ output }) => output === 'client');
  if (target === undefined)
    return wrongUse(
      `The config of \`${job.provider}\` names no client.`,
      'Add `client: { dir }`, or name an installed client by `--package`.',
    );
  const folder = folderOf(target);
  const [catalogue, core] = ['catalogue.ts', 'core.ts'].map((file) => join(folder, file));
  const remedy = `Run \`plumbline generate --provider ${job.provider}\`.`;
  const name = `The client in \`${displayPath(target.root, cwd)}\``;
  if (catalogue === undefined || core === undefined || !existsSync(catalogue) || !existsSync(core))
    return wrongUse(`${name} has not been generated yet.`, remedy);
  const credentials = Object.values(job.settings.client.auth).flatMap(({ env }) => env ?? []);
  const [catalogueUrl, coreUrl] = [catalogue, core].map((file) => pathToFileURL(file).href);
  return { name, catalogue: catalogueUrl ?? '', core: coreUrl ?? '', remedy, credentials };
}

function isCatalogue(value: unknown): value is Catalogue {
  return typeof value === 'object' && value !== null && 'services' in value && 'server' in value;
}
