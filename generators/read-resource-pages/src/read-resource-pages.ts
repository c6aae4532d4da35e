import {
  byCodeUnit,
  type DraftDiagnostic,
  diagnose,
  type IndexPage,
  type InputFile,
  type PageIgnore,
  type Pages,
  type ResourcePage,
} from '@plumbline/model';
import { preambleOf, sectionsOf } from './document/sections.ts';
import { readIgnores } from './ignores/ignores.ts';
import { readFrontMatter } from './page/front-matter.ts';
import { readIndexPage } from './page/index-page.ts';
import { openPage } from './page/open-page.ts';
import { readOverview } from './page/overview.ts';
import { type PageParts, readResourcePage } from './page/resource-page.ts';
import { panesOf } from './panes/panes.ts';

export interface ReadOptions {
  /** The provider's id: what an id starts with where a page has none. Null: taken from the folders. */
  readonly provider: string | null;
}

/**
 * Reads resource pages of every dialect, and the index pages of providers and services, whatever the order of the
 * files. Never throws on what a page holds: what cannot be read is a diagnostic at its place, and the page goes on.
 */
export function readResourcePages(files: readonly InputFile[], options: ReadOptions): Pages {
  return together(files, (file) => readAlone(file, options));
}

/** Reads pages over and over, as {@link readResourcePages} does, each of them only where its text is another than before. */
export function createPagesReader(options: ReadOptions): (files: readonly InputFile[]) => Pages {
  let known = new Map<string, { readonly text: string; readonly found: Found }>();
  return (files) => {
    const before = known;
    known = new Map();
    return together(files, (file) => {
      const earlier = before.get(file.path);
      const found = earlier?.text === file.text ? earlier.found : readAlone(file, options);
      known.set(file.path, { text: file.text, found });
      return found;
    });
  };
}

/** What is in one file. */
interface Found {
  readonly page: ResourcePage | IndexPage | null;
  readonly ignores: readonly PageIgnore[];
  readonly diagnostics: readonly DraftDiagnostic[];
}

function readAlone(file: InputFile, options: ReadOptions): Found {
  const ignores: PageIgnore[] = [];
  const diagnostics: DraftDiagnostic[] = [];
  const page = readPage(file, options, { ignores, diagnostics });
  return { page, ignores, diagnostics };
}

function together(files: readonly InputFile[], read: (file: InputFile) => Found): Pages {
  const resources = new Map<string, ResourcePage>();
  const indexes: IndexPage[] = [];
  const ignores: PageIgnore[] = [];
  const diagnostics: DraftDiagnostic[] = [];
  for (const file of files.toSorted((a, b) => byCodeUnit(a.path, b.path))) {
    const { page, ...found } = read(file);
    ignores.push(...found.ignores);
    diagnostics.push(...found.diagnostics);
    if (page === null) continue;
    if (!('id' in page)) indexes.push(page);
    else {
      const earlier = resources.get(page.id.value);
      if (earlier === undefined) resources.set(page.id.value, page);
      else diagnostics.push(duplicateId(page, earlier));
    }
  }
  return { resources: [...resources.values()], indexes, ignores, diagnostics };
}

function readPage(
  file: InputFile,
  { provider }: ReadOptions,
  { ignores, diagnostics }: { readonly ignores: PageIgnore[]; readonly diagnostics: DraftDiagnostic[] },
): ResourcePage | IndexPage | null {
  const { page, blocks } = openPage(file, diagnostics);
  const sections = sectionsOf(blocks, page.text.length);
  ignores.push(...readIgnores(page, { ...blocks, sections }));
  const overviewPanes = sections
    .filter(({ subject }) => subject.kind === 'overview')
    .flatMap((section) => panesOf(page, section));
  const parts: PageParts = {
    sections,
    preamble: preambleOf(blocks, page.text.length),
    frontMatter: readFrontMatter(page, blocks),
    overviewPanes,
    overview: readOverview(page, overviewPanes),
  };
  switch (kindOf(parts)) {
    case 'resource':
      return readResourcePage(page, parts, { provider, diagnostics });
    case 'index':
      return readIndexPage(page, parts);
    case 'other':
      page.report('page-skipped', {}, 0);
      return null;
  }
}

function kindOf({ sections, overview }: PageParts): 'resource' | 'index' | 'other' {
  const has = (...kinds: readonly string[]) => sections.some(({ subject }) => kinds.includes(subject.kind));
  if (has('methods', 'fields')) return 'resource';
  if (has('entries') || overview.type === 'Service') return 'index';
  return overview.id === null ? 'other' : 'resource';
}

function duplicateId({ id }: ResourcePage, earlier: ResourcePage): DraftDiagnostic {
  return diagnose({
    code: 'page-id-duplicate',
    args: { id: id.value, file: earlier.file },
    at: id.source,
    subject: { resource: id.value },
    related: [{ message: 'The page that is kept.', place: earlier.id.source }],
  });
}
