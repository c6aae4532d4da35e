import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emitMethods } from '@plumbline/emit-client';
import {
  dictionary,
  type EmittedFile,
  type InputFile,
  type ProviderModel,
  providerSettings,
} from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { reconcile } from '@plumbline/reconcile';
import { afterAll, describe, expect, it } from 'vitest';
import { emitContractTests, scaffoldContractTests } from './index.ts';

const corpora = path.resolve(import.meta.dirname, '../../../../shared/corpora');
const packages = path.resolve(import.meta.dirname, '../../../packages');
const modules = path.resolve(import.meta.dirname, '../node_modules');

/** What vitest's JSON reporter prints. */
interface Ran {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** One resource of so many is tested, but for a run of its own: `PLUMBLINE_ALL_SUITES=1` tests all, in some two minutes. */
const EVERY = process.env.PLUMBLINE_ALL_SUITES === undefined ? 10 : 1;

describe.skipIf(!existsSync(corpora))('the suites of raw Okta (need ../shared/corpora)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-contract-tests-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('hold all 699 methods of its client to the spec, on a real server', () => {
    const model = modelOf();
    const manifest = {
      name: '@acme/okta-client',
      type: 'module',
      exports: { '.': './index.ts', './*': './*.ts' },
    };
    write(path.join(folder, 'client'), [
      ...emitMethods(model).files,
      { path: 'package.json', content: JSON.stringify(manifest) },
    ]);
    const { files } = emitContractTests(model);
    const methods = files.flatMap(({ content }) => content.match(/^ {4}call: \(client, /gm) ?? []);
    expect(methods).toHaveLength(699);
    const suites = files.filter(({ path: name }) => name.includes('/') && name.endsWith('.test.ts'));
    const left = new Set(suites.filter((_, i) => i % EVERY !== 0));
    write(
      folder,
      scaffoldContractTests(model).filter(({ path: name }) => name === 'vitest.config.ts'),
    );
    write(
      path.join(folder, 'tests'),
      files.filter((file) => !left.has(file)),
    );
    link(path.join(packages, 'client-runtime'), '@plumbline/client-runtime');
    link(path.join(packages, 'contract-suite'), '@plumbline/contract-suite');
    link(path.join(folder, 'client'), '@acme/okta-client');
    link(path.join(modules, 'vitest'), 'vitest');

    const { status, results } = runSuites();
    const failed = results.filter((test) => test.status !== 'passed').map(({ fullName }) => fullName);
    expect(failed).toEqual([]);
    expect(status).toBe(0);
    expect(results.length).toBeGreaterThan((699 * 10) / EVERY);
  }, 900_000);

  function runSuites() {
    const vitest = path.join(modules, 'vitest/vitest.mjs');
    const report = path.join(folder, 'report.json');
    // One of its two workers alone: fewer suites than these do not pay for another that reads the document.
    const workers = EVERY === 1 ? 2 : 1;
    const args = [
      vitest,
      'run',
      '--reporter=json',
      `--outputFile=${report}`,
      `--maxWorkers=${workers}`,
      '--fsModuleCache=false',
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    if (!existsSync(report)) throw new Error(stderr);
    const { testResults }: Ran = JSON.parse(readFileSync(report, 'utf8'));
    return { status, results: testResults.flatMap(({ assertionResults }) => assertionResults) };
  }

  function link(target: string, name: string): void {
    const place = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(place), { recursive: true });
    symlinkSync(target, place, 'junction');
  }
});

function modelOf(): ProviderModel {
  const spec = readOpenApi(filesOf('okta/openapi.yaml'));
  if ('unreadable' in spec) throw new Error(JSON.stringify(spec.unreadable));
  const pages = readResourcePages(filesOf('okta/pages/**/*.md'), { provider: 'okta' });
  const settings = providerSettings('okta', '@acme/okta-client', {
    client: {
      auth: dictionary([['apiToken', { prefix: 'SSWS ' }]]),
      errors: { message: 'errorSummary', code: 'errorCode', id: 'errorId' },
    },
  });
  return reconcile({ spec, pages, settings }).model;
}

function filesOf(pattern: string): readonly InputFile[] {
  return globSync(pattern, { cwd: corpora }).map((file) => ({
    path: file.replaceAll('\\', '/'),
    text: readFileSync(path.join(corpora, file), 'utf8'),
  }));
}

function write(folder: string, files: readonly EmittedFile[]): void {
  for (const { path: name, content } of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
