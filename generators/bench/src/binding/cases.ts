import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { dictionary, type InputFile, type ProviderSettings, providerSettings } from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import type { ReconcileInput } from '@plumbline/reconcile';
import { FOLDERS } from '../folders.ts';
import { inputFiles } from '../input-files.ts';
import { readTruth, type Truth } from './truth.ts';

/** A provider whose bindings are known. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly read: () => ReconcileInput;
  readonly truth: () => Truth;
}

const okta = path.join(FOLDERS.corpora, 'okta');
const github = path.join(FOLDERS.corpora, 'github-sample');
const legacy = path.join(FOLDERS.corpora, 'okta-legacy');
const { resolve } = createRequire(import.meta.url);

export const CASES: readonly Case[] = [
  {
    id: 'okta',
    title: 'Okta 2025, its own spec',
    read: () => inputOf('okta', inputFiles(okta, 'openapi.yaml'), inputFiles(okta, 'pages/**/*.md')),
    truth: () => truthIn(path.join(okta, 'bindings.tsv')),
  },
  {
    id: 'okta-2026',
    title: 'Okta 2025, spec of June 2026',
    read: () =>
      inputOf('okta', inputFiles(okta, 'openapi-2026.06.3.yaml'), inputFiles(okta, 'pages/**/*.md')),
    truth: () => truthIn(path.join(okta, 'bindings.tsv')),
  },
  {
    id: 'github',
    title: 'GitHub sample',
    read: () => inputOf('github', inputFiles(github, 'specs/*.yaml'), inputFiles(github, 'pages/**/*.md')),
    truth: () => truthIn(path.join(FOLDERS.truth, 'github-sample.tsv')),
  },
  {
    id: 'okta-legacy',
    title: 'Okta 2024, Swagger 2.0',
    read() {
      const text = readFileSync(resolve('@okta/openapi/dist/spec.json'), 'utf8');
      return inputOf('okta', [{ path: 'spec.json', text }], inputFiles(legacy, 'pages/**/*.md'));
    },
    truth: () => truthIn(path.join(FOLDERS.truth, 'okta-legacy.tsv')),
  },
];

function inputOf(
  provider: string,
  specFiles: readonly InputFile[],
  pageFiles: readonly InputFile[],
): ReconcileInput {
  const spec = readOpenApi(specFiles);
  if ('unreadable' in spec) throw new Error(spec.unreadable[0]?.message);
  const pages = readResourcePages(pageFiles, { provider });
  return { spec, pages, settings: settingsOf(provider) };
}

function truthIn(file: string): Truth {
  return readTruth(readFileSync(file, 'utf8'));
}

/** Nothing is set that tells which operation a method is of. */
function settingsOf(provider: string): ProviderSettings {
  const subdomain = { url: 'https://{subdomain}.okta.com', default: 'my-org' };
  return providerSettings(provider, `@plumbline/${provider}-client`, {
    serverVariables: dictionary(provider === 'okta' ? [['subdomain', subdomain]] : []),
  });
}
