import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type BuiltSite, buildSite } from '../build-site.ts';
import { type BuiltPage, readPages } from '../html.ts';
import { corpusDocuments, corpusTests } from './corpus.ts';
import { hostileTests } from './hostile.ts';
import { hostileSpec } from './hostile-spec.ts';

/** The site stands below a path, as that of a project does, and tells where its sources are. */
const BASE = '/a/reference';
const SOURCES = 'https://code.example/repository/blob/main';

// One build serves all: what a site costs is mostly the site. Without the corpus the embedded provider is in its place.
let site: BuiltSite | undefined;
let pages: readonly BuiltPage[] = [];
beforeAll(async () => {
  const corpus = corpusDocuments();
  const hostile = {
    provider: 'hostile',
    files: { 'openapi.json': { text: JSON.stringify(hostileSpec()) } },
    spec: 'openapi.json',
  };
  site = await buildSite({
    providers: [hostile, ...(corpus === null ? [] : [corpus])],
    ...(corpus === null && { beside: { okta: path.join(import.meta.dirname, '../../content/okta') } }),
    settings: { PLUMBLINE_DOCS_BASE_URL: BASE, PLUMBLINE_DOCS_REPOSITORY: `${SOURCES}/` },
  });
  pages = readPages(site.folder);
});
afterAll(() => site?.remove());

const strangers = { folder: () => site?.folder ?? '', pages: () => pages, base: BASE, sources: SOURCES };
hostileTests(strangers);
corpusTests(strangers);
