import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What a build of the site can be told from outside. */
export interface Settings {
  /** The folder of the emitted reference, one folder a provider. */
  readonly content: string;
  /** The folder of the guides. */
  readonly guides: string;
  /** Where the site is published, without a final slash. */
  readonly url: string;
  /** The path under which it is published, with slashes at both ends. */
  readonly baseUrl: string;
  /** The repository's files on the web, `https://…/blob/main`; null: there are no links to sources. */
  readonly repository: string | null;
  /** What becomes of a link that leads nowhere; `warn` lets pages be built that others published. */
  readonly brokenLinks: 'throw' | 'warn';
}

export function readSettings(environment: NodeJS.ProcessEnv, siteFolder: string): Settings {
  return {
    content: path.resolve(siteFolder, environment.PLUMBLINE_DOCS_CONTENT ?? 'content'),
    guides: path.join(siteFolder, 'guides'),
    url: (environment.PLUMBLINE_DOCS_URL ?? 'https://plumbline.example').replace(/\/+$/, ''),
    baseUrl: `/${(environment.PLUMBLINE_DOCS_BASE_URL ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'),
    repository: environment.PLUMBLINE_DOCS_REPOSITORY?.replace(/\/+$/, '') ?? null,
    brokenLinks: environment.PLUMBLINE_DOCS_BROKEN_LINKS === 'warn' ? 'warn' : 'throw',
  };
}

/** Whether a file is in a folder, at any depth. */
export function isWithin(folder: string, file: string): boolean {
  return !path.relative(folder, file).startsWith('..');
}

/** The providers whose pages are in the content folder, in order. */
export function providersIn(content: string): readonly string[] {
  return readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(content, entry.name, 'index.md')))
    .map(({ name }) => name)
    .sort();
}
