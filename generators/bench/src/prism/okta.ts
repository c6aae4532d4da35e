import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '@plumbline/client-runtime';
import type { Provider } from '@plumbline/contract-server';
import { emitMethods } from '@plumbline/emit-client';
import { providerOf } from '@plumbline/emit-contract-tests';
import {
  dictionary,
  type InputFile,
  type ProviderModel,
  type ProviderSettings,
  providerSettings,
} from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { reconcile } from '@plumbline/reconcile';
import { FOLDERS } from '../folders.ts';
import { inputFiles } from '../input-files.ts';

/** Okta with a client that was generated from it. */
export interface GeneratedOkta {
  readonly model: ProviderModel;
  readonly provider: Provider;
  /** The document, as a file. */
  readonly file: string;
  readonly createClient: (options: object) => unknown;
  readonly catalogue: () => Promise<{ readonly catalogue: Catalogue }>;
  readonly remove: () => void;
}

/** Mended so that Prism starts. */
export const mendedOkta = (): Promise<GeneratedOkta> => generatedOkta(['okta-prism.yaml']);

/** Generates the client of the raw spec with overlays into a temporary folder, and loads it from there. */
export async function generatedOkta(overlays: readonly string[]): Promise<GeneratedOkta> {
  const model = modelOf(overlays.flatMap((name) => inputFiles(FOLDERS.overlays, name)));
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-prism-'));
  const client = path.join(folder, 'client');
  for (const { path: name, content } of emitMethods(model).files) write(path.join(client, name), content);
  write(path.join(client, 'package.json'), '{ "type": "module" }');
  const scope = path.join(folder, 'node_modules/@plumbline');
  mkdirSync(scope, { recursive: true });
  symlinkSync(
    path.join(FOLDERS.root, 'packages/client-runtime'),
    path.join(scope, 'client-runtime'),
    'junction',
  );
  const provider = providerOf(model);
  const file = path.join(folder, 'openapi.json');
  write(file, JSON.stringify(provider.document));
  const { createOktaClient } = await import(pathToFileURL(path.join(client, 'index.ts')).href);
  return {
    model,
    provider,
    file,
    createClient: createOktaClient,
    catalogue: () => import(pathToFileURL(path.join(client, 'catalogue.ts')).href),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function modelOf(overlays: readonly InputFile[]): ProviderModel {
  const spec = readOpenApi(inputFiles(FOLDERS.corpora, 'okta/openapi.yaml'), { overlays });
  if ('unreadable' in spec) throw new Error(JSON.stringify(spec.unreadable));
  const pages = readResourcePages(inputFiles(FOLDERS.corpora, 'okta/pages/**/*.md'), { provider: 'okta' });
  const settings: ProviderSettings = providerSettings('okta', '@acme/okta-client', {
    client: {
      auth: dictionary([['apiToken', { prefix: 'SSWS ' }]]),
      errors: { message: 'errorSummary', code: 'errorCode', id: 'errorId' },
    },
  });
  return reconcile({ spec, pages, settings }).model;
}

function write(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
