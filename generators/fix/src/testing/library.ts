import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  dictionary,
  type InputFile,
  type ProviderSettings,
  providerSettings,
  type Spec,
  settle,
} from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { reconcile } from '@plumbline/reconcile';
import { type Mended, type MendOptions, mendPages, type ReadPages } from '../mend-pages.ts';

/** Where the page of the library stands: its folders and its name make its id, if it has none. */
export const PAGE = 'acme/books/books.md';

export const SETTINGS: ProviderSettings = providerSettings('acme', '@acme/client', {
  serverVariables: dictionary([['host', { url: 'https://{host}', default: 'my-host' }]]),
});

/** The spec of the library, with changes to its text; each must occur. */
export function librarySpec(edits: readonly (readonly [string, string])[] = []): Spec {
  const file = path.resolve(import.meta.dirname, '../../fixtures/books.yaml');
  const text = edits.reduce(
    (current, [from, to]) => {
      if (!current.includes(from)) throw new Error(`${from} is not in the spec`);
      return current.replaceAll(from, to);
    },
    readFileSync(file, 'utf8'),
  );
  return specOf([{ path: 'books.yaml', text }]);
}

export function specOf(files: readonly InputFile[]): Spec {
  const spec = readOpenApi(files);
  if ('unreadable' in spec) throw new Error(spec.unreadable[0]?.message);
  return spec;
}

/** Reads pages beside a spec, and reconciles both. */
export function readerOf(
  spec: Spec,
  settings: ProviderSettings = SETTINGS,
): (files: readonly InputFile[]) => ReadPages {
  return (files) => {
    const pages = readResourcePages(files, { provider: settings.provider });
    const { model, diagnostics } = reconcile({ spec, pages, settings });
    const { diagnostics: findings } = settle([...pages.diagnostics, ...diagnostics], {
      locate: spec.locate,
      severity: settings.severity,
      ignore: settings.ignore,
      comments: pages.ignores,
    });
    return { pages: pages.resources, model, findings };
  };
}

export interface MendedPage extends Mended {
  readonly text: string;
}

/** Mends one page of the library. */
export function mendPage(
  text: string,
  { spec = librarySpec(), only = null }: { readonly spec?: Spec; readonly only?: MendOptions['only'] } = {},
): MendedPage {
  const mended = mendPages([{ path: PAGE, text }], { read: readerOf(spec), only });
  return { ...mended, text: mended.files[0]?.text ?? text };
}
