import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  dictionary,
  type InputFile,
  type ProviderSettings,
  providerSettings,
  type Spec,
} from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { reconcile } from '@plumbline/reconcile';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { groupBy } from './group-by.ts';
import { documentTypes, emitClient, emitMethods } from './index.ts';
import { agreement, comparableTypes } from './testing/agreement.ts';
import { exampleModule, examplesOf } from './testing/examples.ts';
import { loadedBy, textSize } from './testing/loaded-text.ts';
import { COMPILERS, packageFolder } from './testing/package-folder.ts';

const corpora = path.resolve(import.meta.dirname, '../../../../shared/corpora');
const needsCorpora = describe.skipIf(!existsSync(corpora));

function filesOf(...patterns: readonly string[]): readonly InputFile[] {
  return globSync([...patterns], { cwd: corpora }).map((file) => ({
    path: file.replaceAll('\\', '/'),
    text: readFileSync(path.join(corpora, file), 'utf8'),
  }));
}

function specOf(...patterns: readonly string[]): Spec {
  const spec = readOpenApi(filesOf(...patterns));
  if ('unreadable' in spec) throw new Error(JSON.stringify(spec.unreadable));
  return spec;
}

/** What openapi-typescript's own command prints for a file. */
function commandPrints(file: string, ...flags: readonly string[]): string {
  const command = path.resolve(import.meta.dirname, '../node_modules/openapi-typescript/bin/cli.js');
  const args = [command, path.join(corpora, file), ...flags];
  return execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 << 20 });
}

const settings: ProviderSettings = providerSettings('okta', '@acme/okta-client', {
  serverVariables: dictionary([
    ['subdomain', { url: 'https://{subdomain}.okta.com', default: 'my-org', env: 'OKTA_SUBDOMAIN' }],
  ]),
  client: {
    auth: dictionary([['apiToken', { prefix: 'SSWS ' }]]),
    errors: { message: 'errorSummary', code: 'errorCode', id: 'errorId' },
  },
});

needsCorpora('the client of raw Okta (needs ../shared/corpora)', async () => {
  // `describe` runs its body even when it is skipped.
  if (!existsSync(corpora)) return;
  const spec = specOf('okta/openapi.yaml');
  const pages = readResourcePages(filesOf('okta/pages/**/*.md'), { provider: 'okta' });
  const { model } = reconcile({ spec, pages, settings });
  const { files, diagnostics } = await emitClient(model);
  const folder = packageFolder(files);
  afterAll(() => folder.remove());

  it('has all 699 methods, and nothing to report', () => {
    const methods = files.flatMap(({ content }) => [...content.matchAll(/\/\* @__PURE__ \*\/ method\(/g)]);
    expect(methods).toHaveLength(699);
    expect(diagnostics).toEqual([]);
  });

  it("holds the types of the whole document byte for byte as openapi-typescript's command prints them", () => {
    const own = files.find((file) => file.path === 'openapi.ts')?.content;
    expect(own === commandPrints('okta/openapi.yaml')).toBe(true);
  }, 60_000);

  it('says `any` nowhere', () => {
    const found = files.filter(({ content }) => hasAny(content)).map((file) => file.path);
    expect(found).toEqual([]);
  });

  it('does not depend on the order of the components', () => {
    const schemas = dictionary(Object.entries(model.schemas).reverse());
    expect(emitMethods({ ...model, schemas }).files).toEqual(
      files.filter((file) => file.path !== 'openapi.ts'),
    );
  });

  it('imports the types of the whole document for the whole client alone', () => {
    const importers = files.filter(({ content }) => content.includes('openapi.ts')).map((file) => file.path);
    expect(importers).toEqual(['client.ts']);
  });

  it('sends, decodes and rejects', () => {
    const output = folder.run(`
      import { ApiError, createOktaClient } from './generated/index.ts';
      declare const console: { log(text: string): void };
      const okta = createOktaClient({
        subdomain: 'acme',
        auth: { apiToken: 't' },
        fetch: async ({ method, url, headers }) => {
          console.log([method, url, headers.get('authorization')].join(' '));
          return method === 'GET'
            ? Response.json([{ id: 'r1', status: 'ACTIVE' }])
            : Response.json({ errorCode: 'E0000007', errorSummary: 'Not found' }, { status: 404 });
        },
      });
      const tokens = await okta.users.oauthTokens.listRefreshTokensForUserAndClient({ userId: 'u/1', clientId: 'c', expand: 'scope' });
      console.log(String(tokens[0]?.status));
      const error = await okta.users.users.deactivateUser({ id: 'u' }).catch((reason: unknown) => reason);
      console.log(error instanceof ApiError ? [error.status, error.code, error.message].join(' ') : 'no error');
      const apps = await okta.apps.applications.listApplications().catch(() => []);
      for (const app of apps) if (app.signOnMode === 'SAML_2_0') app.settings?.signOn?.audience satisfies string | null | undefined;
    `);
    expect(output.trim().split('\n')).toEqual([
      'GET https://acme.okta.com/api/v1/users/u%2F1/clients/c/tokens?expand=scope SSWS t',
      'ACTIVE',
      'POST https://acme.okta.com/api/v1/users/u/lifecycle/deactivate SSWS t',
      '404 E0000007 POST /api/v1/users/{id}/lifecycle/deactivate answered 404: Not found',
      'GET https://acme.okta.com/api/v1/apps SSWS t',
    ]);
  }, 60_000);

  it.each(Object.keys(COMPILERS) as (keyof typeof COMPILERS)[])(
    'type-checks in %s without an error, and with it the example of each method',
    (compiler) => {
      const examples = examplesOf(files);
      expect(examples).toHaveLength(699);
      folder.write({ path: 'src/examples.ts', content: exampleModule(examples, 'okta', 'OktaClient') });
      expect(folder.typeCheck(compiler)).toBe('');
    },
    120_000,
  );

  it('loads for one service at most a quarter of its text, even without that of the whole document', () => {
    const own = files.filter(({ path: file }) => file !== 'openapi.ts');
    const resources = groupBy(
      own.filter(({ path: file }) => file.includes('/')),
      ({ path: file }) => path.dirname(file),
    );
    const shares = [...resources].map(([service, modules]) => {
      const entries = ['core.ts', ...modules.map((module) => module.path)];
      return [service, textSize(loadedBy(entries, own)) / textSize(own)] as const;
    });
    expect(shares.length).toBeGreaterThan(50);
    expect(shares.filter(([, share]) => share > 0.25)).toEqual([]);
  });

  it('costs a consumer of 50 GETs at most a fifth of what openapi-fetch does: 94,000 instantiations', () => {
    const reads = examplesOf(files).filter(
      (code) => /\.(?:get|list)\w*\(/.test(code) && !code.includes('body:'),
    );
    const content = exampleModule(reads.slice(0, 50), 'okta', 'OktaClient');
    folder.write({ path: 'src/reads.ts', content });
    expect(folder.instantiations('TypeScript 7', 'src/reads.ts')).toBeLessThan(94_000 / 5);
  }, 60_000);

  it("agrees with openapi-typescript's types wherever both can say what the spec says", () => {
    const comparable = comparableTypes(model);
    expect(comparable.length).toBeGreaterThan(500);
    const theirs = commandPrints(
      'okta/openapi.yaml',
      '--default-non-nullable=false',
      '--empty-objects-unknown',
    );
    folder.write({ path: 'src/theirs.ts', content: theirs });
    folder.write({ path: 'src/agreement.ts', content: agreement(comparable) });
    expect(folder.typeCheck('TypeScript 7', 'src/agreement.ts')).toBe('');
  }, 60_000);
});

needsCorpora('the client of four services of GitHub (needs ../shared/corpora)', async () => {
  if (!existsSync(corpora)) return;
  const spec = specOf('github-sample/specs/*.yaml');
  const pages = readResourcePages([], { provider: 'github' });
  const { model } = reconcile({ spec, pages, settings: { ...settings, provider: 'github' } });
  const { files } = await emitClient(model);
  const folder = packageFolder(files);
  afterAll(() => folder.remove());

  it('type-checks without an error, and with it the example of each method', () => {
    const examples = examplesOf(files);
    expect(examples).toHaveLength(spec.operations.length);
    folder.write({ path: 'src/examples.ts', content: exampleModule(examples, 'github', 'GithubClient') });
    expect(folder.typeCheck('TypeScript 7')).toBe('');
  }, 60_000);

  it('says `any` nowhere', () => {
    expect(files.filter(({ content }) => hasAny(content)).map((file) => file.path)).toEqual([]);
  });
});

needsCorpora("the types of GitHub's gists (need ../shared/corpora)", () => {
  it('are those of the command', async () => {
    const file = 'github-sample/specs/gists.yaml';
    expect(await documentTypes(specOf(file).document)).toEqual({ text: commandPrints(file) });
  }, 60_000);
});

function hasAny(content: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2023, true, ts.LanguageVariant.Standard, content);
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.AnyKeyword) return true;
  }
  return false;
}
