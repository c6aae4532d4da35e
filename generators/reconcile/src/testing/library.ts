import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Diagnostic,
  dictionary,
  type ProviderSettings,
  providerSettings,
  settle,
} from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readProviderYaml } from '@plumbline/read-provider-yaml';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { type Reconciled, reconcile } from '../reconcile.ts';

/** What to change in a text before it is read: the first must occur exactly once. */
export type Edit = readonly [from: string, to: string];

/** A library whose spec and page agree in everything, and what a test changes of it. */
export interface Library {
  readonly spec?: readonly Edit[];
  readonly page?: readonly Edit[];
  /** Further pages by file name; `null` in place of the books' own leaves it out. */
  readonly pages?: { readonly [file: string]: string | null };
  readonly settings?: Partial<ProviderSettings>;
  /** Given, the provider's own YAML is read too. */
  readonly yaml?: readonly Edit[];
}

const PROVIDER = 'provider.yaml';
const HOST = dictionary([['host', { url: 'https://{host}' }]]);

export const SETTINGS: ProviderSettings = providerSettings('acme', '@acme/client', { serverVariables: HOST });

export function fixture(file: string): string {
  return readFileSync(path.resolve(import.meta.dirname, '../../fixtures', file), 'utf8');
}

export function reconcileLibrary(
  library: Library = {},
): Reconciled & { readonly findings: readonly Finding[] } {
  const { spec: specEdits = [], page = [], pages = {}, settings = {}, yaml } = library;
  const books = edited(fixture('books.md'), page);
  const texts: { readonly [file: string]: string | null } = { 'books.md': books, ...pages };
  const files = Object.entries(texts).flatMap(([file, text]) =>
    text === null ? [] : [{ path: file, text }],
  );
  const specText = edited(fixture('books.yaml'), specEdits);
  const spec = readOpenApi([{ path: 'books.yaml', text: specText }]);
  if ('unreadable' in spec) throw new Error(spec.unreadable[0]?.message);
  const yamlText = edited(fixture(PROVIDER), yaml ?? []);
  const providerYaml =
    yaml === undefined ? null : readProviderYaml([{ path: PROVIDER, text: yamlText }], { provider: 'acme' });
  if (providerYaml !== null && 'unreadable' in providerYaml) {
    throw new Error(providerYaml.unreadable[0]?.message);
  }
  const input = {
    spec,
    pages: readResourcePages(files, { provider: 'acme' }),
    settings: { ...SETTINGS, ...settings },
    providerYaml,
  };
  const reconciled = reconcile(input);
  const { diagnostics } = settle(reconciled.diagnostics, {
    locate: (origin) => (origin.file === PROVIDER ? (providerYaml ?? spec) : spec).locate(origin),
    severity: dictionary(),
    ignore: input.settings.ignore,
  });
  const lines = new Map(
    [...files, { path: 'books.yaml', text: specText }, { path: PROVIDER, text: yamlText }].map(
      ({ path: file, text }) => [file, text.split('\n')],
    ),
  );
  return { ...reconciled, findings: diagnostics.map((diagnostic) => findingOf(diagnostic, lines)) };
}

/** Code, what it is about, and the text that it points at, up to the next tag, quote or backtick. */
export type Finding = readonly [code: string, name: string, at: string];

function findingOf(
  { code, subject, source }: Diagnostic,
  lines: ReadonlyMap<string, readonly string[]>,
): Finding {
  const name = subject.name ?? subject.method ?? subject.operation ?? '';
  const line = lines.get(source.file)?.[source.line - 1] ?? '';
  const [at = ''] = /^(?:<[^>]*>|[^<"`]*)/.exec(line.slice(source.column - 1)) ?? [];
  return [code, name, at];
}

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((current, [from, to]) => {
    const parts = current.split(from);
    if (parts.length !== 2) throw new Error(`${JSON.stringify(from)} occurs ${parts.length - 1} times`);
    return parts.join(to);
  }, text);
}
