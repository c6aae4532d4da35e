import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dictionary, type InputFile, type ProviderSettings, type Spec } from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { createPagesReader } from '@plumbline/read-resource-pages';
import { describe, expect, it } from 'vitest';
import { createReconciler, type Reconciled, reconcile } from './reconcile.ts';
import { SETTINGS } from './testing/library.ts';

const folder = path.resolve(import.meta.dirname, '../../../specs/okta');
const filesOf = (glob: string): readonly InputFile[] =>
  globSync(glob, { cwd: folder }).map((file) => ({
    path: file,
    text: readFileSync(path.join(folder, file), 'utf8'),
  }));

interface Provider {
  readonly spec: Spec;
  readonly settings: ProviderSettings;
  readonly pages: readonly InputFile[];
}

/** What somebody does to the documents between two runs. */
type Edit = (provider: Provider) => Provider;

const SPEC = filesOf('openapi.yaml');
const PAGES = filesOf('resources/**/*.md');
const USER = 'okta.user.clienttokens';

function specWith(from = '', to = ''): Spec {
  const spec = readOpenApi(SPEC.map((file) => ({ ...file, text: file.text.replaceAll(from, to) })));
  if ('unreadable' in spec) throw new Error(spec.unreadable[0]?.message);
  return spec;
}

/** Of the page at some place the lines from one on. */
const line =
  (page: number, at: number, change: (line: string) => readonly string[]): Edit =>
  (provider) => ({
    ...provider,
    pages: provider.pages.map((file, i) => {
      if (i !== page % provider.pages.length) return file;
      const lines = file.text.split('\n');
      const n = at % lines.length;
      return {
        ...file,
        text: [...lines.slice(0, n), ...change(lines[n] ?? ''), ...lines.slice(n + 1)].join('\n'),
      };
    }),
  });
const text =
  (from: string, to: string): Edit =>
  (provider) => ({
    ...provider,
    pages: provider.pages.map((file) => ({ ...file, text: file.text.replaceAll(from, to) })),
  });
const settings =
  (given: Partial<ProviderSettings>): Edit =>
  (provider) => ({ ...provider, settings: { ...provider.settings, ...given } });

const bind = { [`${USER}.get`]: 'GET /api/v1/users/{userId}/clients/{clientId}/tokens/{tokenId}' };
const subdomain = { url: 'https://{subdomain}.okta.com', default: 'my-org' };
const EDITS: readonly (readonly [string, Edit])[] = [
  ['nothing', (provider) => provider],
  ...Array.from({ length: 10 }, (_, i) => {
    const [page, at] = [i * 5 + 3, 40 + i * 37];
    const changes = [() => [], (own: string) => [own, own], (own: string) => [own.replace('id', 'ids')]];
    return [`line ${at} of page ${page}`, line(page, at, changes[i % 3] ?? (() => []))] as const;
  }),
  ['the name of a method, on all pages', text('list_', 'fetch_')],
  ['a name that every method lists', text('subdomain', 'tenant')],
  ['the name back', text('tenant', 'subdomain')],
  ['a page less', ({ pages, ...rest }) => ({ ...rest, pages: pages.slice(1) })],
  ['pages the other way round', ({ pages, ...rest }) => ({ ...rest, pages: pages.toReversed() })],
  ['a setting', settings({ bind: dictionary(Object.entries(bind)) })],
  ['a server variable', settings({ serverVariables: dictionary([['subdomain', subdomain]]) })],
  ['equal settings', (provider) => ({ ...provider, settings: structuredClone(provider.settings) })],
  ['the spec', (provider) => ({ ...provider, spec: specWith('description: The', 'description: A') })],
  ['no pages', (provider) => ({ ...provider, pages: [] })],
  ['all pages', (provider) => ({ ...provider, pages: PAGES })],
];

describe('a run after another', () => {
  const again = createReconciler();
  const pagesOf = createPagesReader({ provider: 'okta' });
  let provider: Provider = {
    spec: specWith(),
    settings: { ...SETTINGS, provider: 'okta', serverVariables: dictionary() },
    pages: PAGES,
  };
  let last: Reconciled | null = null;

  it.each(EDITS)('finds and decides what a first one does, after an edit of %s', (_name, edit) => {
    provider = edit(provider);
    const { spec, settings: own } = provider;
    const pages = pagesOf(provider.pages);
    const found = again({ spec, pages, settings: own });
    expect(found).toEqual(reconcile({ spec, pages, settings: own }));
    last = found;
  });

  it('makes again what the page says that was edited, and nothing else', () => {
    const methodsOf = ({ model }: Reconciled) =>
      model.services.flatMap(({ resources }) => resources.map(({ methods }) => methods));
    const page = PAGES.findIndex(({ path: name }) => name.endsWith('oauth_tokens.md'));
    provider = line(page, 3, (own) => [own, ''])(provider);
    const { spec, settings: own } = provider;
    const found = again({ spec, pages: pagesOf(provider.pages), settings: own });
    const before = new Set(last === null ? [] : methodsOf(last));
    expect(
      methodsOf(found)
        .map((methods) => before.has(methods))
        .filter((kept) => !kept),
    ).toHaveLength(1);
  });
});
