import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile, Pages } from '@plumbline/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { readResourcePages } from './read-resource-pages.ts';
import { placesIn, standsAt } from './testing/places.ts';

const corpora = join(import.meta.dirname, '../../../../shared/corpora');

const folders: [string, { pages: string; provider: string | null; want: Record<string, unknown> }][] = [
  [
    'okta',
    {
      pages: 'okta/pages',
      provider: 'okta',
      want: {
        resources: 190,
        methods: 699,
        indexes: { service: 55, provider: 1 },
        dialects: { N1: 190 },
        // The page of the users lists `sendEmail` for two methods, each with its own text.
        findings: { 'row-duplicate': 1, 'manifest-unreadable': 14, 'link-mangled': 95 },
      },
    },
  ],
  [
    'github-sample',
    {
      pages: 'github-sample/pages',
      provider: 'github',
      want: { resources: 12, methods: 31, indexes: { service: 4 }, dialects: { N2: 12 }, findings: {} },
    },
  ],
  [
    'okta-legacy',
    {
      pages: 'okta-legacy/pages',
      provider: 'okta',
      want: {
        resources: 73,
        methods: 283,
        indexes: { service: 24, provider: 1 },
        dialects: { L2: 73 },
        findings: { 'page-skipped': 1, 'section-empty': 1 },
      },
    },
  ],
  [
    'page-dialects',
    {
      pages: 'page-dialects',
      provider: null,
      want: {
        // One page is there in two editions.
        resources: 82,
        methods: 302,
        indexes: {},
        dialects: { L1: 14, L2: 27, L3: 32, L4: 7, N1: 2 },
        findings: {
          'example-unreadable': 1,
          'manifest-unreadable': 1,
          'page-id-duplicate': 1,
          'row-duplicate': 1,
          'section-empty': 2,
        },
      },
    },
  ],
];

function pagesUnder(folder: string): readonly InputFile[] {
  return readdirSync(join(corpora, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file))
    .map((path) => ({ path, text: readFileSync(join(corpora, folder, path), 'utf8') }));
}

/** The rows of a section, counted without any of our code. */
function countRows(text: string, heading: string): number {
  const [, section = ''] = text.split(new RegExp(`^## ${heading}\\r?$`, 'm'));
  const [rows = ''] = section.split(/^## /m);
  const html = rows.match(/<tr[^>]*>\s*<td/g)?.length ?? 0;
  const pipes = rows.match(/^\|(?! *(?:Name *\||:?-))/gm)?.length ?? 0;
  return html + pipes;
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

describe.skipIf(!existsSync(corpora)).each(folders)(
  'the pages of %s (needs ../shared/corpora)',
  (_name, folder) => {
    let files: readonly InputFile[] = [];
    let pages: Pages = { resources: [], indexes: [], ignores: [], diagnostics: [] };

    beforeAll(() => {
      files = pagesUnder(folder.pages);
      pages = readResourcePages(files, { provider: folder.provider });
    });

    it('are read, and findings are few', () => {
      const { resources, indexes, diagnostics } = pages;
      expect({
        resources: resources.length,
        methods: resources.flatMap(({ methods }) => methods).length,
        indexes: countBy(indexes.map(({ level }) => level)),
        dialects: countBy(resources.map(({ dialect }) => dialect)),
        findings: countBy(diagnostics.map(({ code }) => code)),
      }).toEqual(folder.want);
    });

    it('lose no row of a table that is not reported', () => {
      const lost = pages.resources.flatMap(({ file, fieldSets, methods, parameters }) => {
        const text = files.find(({ path }) => path === file)?.text ?? '';
        const reported = (section: string) =>
          pages.diagnostics.filter(
            ({ place, message }) => place.file === file && message.includes(`the ${section} table`),
          ).length;
        return [
          { section: 'Fields', read: fieldSets.flatMap(({ fields }) => fields).length },
          { section: 'Methods', read: methods.length },
          { section: 'Parameters', read: parameters.length },
        ]
          .map((one) => ({ ...one, file, counted: countRows(text, one.section) - reported(one.section) }))
          .filter(({ read, counted }) => read !== counted);
      });
      expect(lost).toEqual([]);
    });

    it('have each value at its place', () => {
      const wrong = files.flatMap(({ path, text }) => {
        const lines = text.split(/\r\n|\n/);
        const page = [...pages.resources, ...pages.indexes].find(({ file }) => file === path);
        return placesIn(page).filter((place) => !standsAt(place, lines));
      });
      expect(wrong).toEqual([]);
    });

    it('name parameters, and nothing else, in the cells of parameters', () => {
      const names = pages.resources.flatMap(({ methods }) =>
        methods.flatMap(({ required, optional }) => [...required, ...(optional ?? [])]),
      );
      const odd = names.filter(({ name }) => !/^[\w$.#:+-]+$/.test(name.value));
      expect(odd).toEqual([]);
    });
  },
);
