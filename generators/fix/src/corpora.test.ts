import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { dictionary, type InputFile, mangledLinks, type ResourcePage } from '@plumbline/model';
import { layoutOf } from '@plumbline/read-resource-pages';
import { describe, expect, it } from 'vitest';
import { isFixable, type Mended, mendPages } from './mend-pages.ts';
import { readerOf, SETTINGS, specOf } from './testing/library.ts';

const corpora = path.resolve(import.meta.dirname, '../../../../shared/corpora');
const SUBDOMAIN = { url: 'https://{subdomain}.okta.com', default: 'my-org' };

function read(...globs: readonly string[]): readonly InputFile[] {
  return globSync(globs, { cwd: corpora }).map((file) => ({
    path: file,
    text: readFileSync(path.join(corpora, file), 'utf8'),
  }));
}

interface Corpus {
  readonly provider: string;
  readonly spec: () => readonly InputFile[];
  readonly pages: string;
  readonly changed: number;
}

/** The Swagger document that the pages of 2024 were made from. */
function legacySpec(): readonly InputFile[] {
  const file = createRequire(import.meta.url).resolve('@okta/openapi/dist/spec.json');
  return [{ path: 'spec.json', text: readFileSync(file, 'utf8') }];
}

const CORPORA: readonly [string, Corpus][] = [
  [
    'Okta of September 2025 (N1)',
    { provider: 'okta', spec: () => read('okta/openapi.yaml'), pages: 'okta/pages/**/*.md', changed: 178 },
  ],
  [
    'Okta of 2024 (L2)',
    { provider: 'okta', spec: legacySpec, pages: 'okta-legacy/pages/**/*.md', changed: 7 },
  ],
  [
    'a sample of GitHub (N2)',
    {
      provider: 'github',
      spec: () => read('github-sample/specs/*.yaml'),
      pages: 'github-sample/pages/**/*.md',
      changed: 11,
    },
  ],
];

/** What a page says outside its tables, its code and the lists of its tabs, addresses mended. */
function proseOf(file: InputFile): readonly string[] {
  const links = new Map(mangledLinks(file.text).map(({ written, meant }) => [written, meant]));
  const mended = [...links].reduce((text, [written, meant]) => text.replaceAll(written, meant), file.text);
  const { text, sections } = layoutOf({ ...file, text: mended });
  const first = sections[0]?.heading.start ?? text.length;
  const prose = sections.flatMap(({ heading, panes }) => [
    heading.title,
    ...panes
      .flatMap(({ items }) => items)
      .flatMap(({ kind, start, end }) => (kind === 'prose' ? [text.slice(start, end)] : [])),
  ]);
  return [text.slice(0, first), ...prose];
}

/** The descriptions of methods, without their mark and their addresses. */
function descriptionsOf(pages: readonly ResourcePage[]): readonly string[] {
  const withoutLinks = (text: string): string => text.replace(/https?:[^)\s]*/g, '');
  return pages.flatMap(({ id, methods }) =>
    methods.map(({ name, description }) => {
      const text = withoutLinks(description?.value ?? '').replace(/ ?\(deprecated\)$/, '');
      return `${id.value}.${name.value}: ${text}`;
    }),
  );
}

/** Each bound method with what its page lists, and what the model says that it takes. */
function signatures({ pages, model }: Mended['after']): readonly (readonly [string, string, string])[] {
  const methods = new Map(
    model.services.flatMap(({ resources }) =>
      resources.flatMap(({ id, methods: own }) =>
        own.map((method) => [`${id}.${method.name}`, method] as const),
      ),
    ),
  );
  return pages.flatMap(({ id, methods: own }) =>
    own.flatMap(({ name, required }) => {
      const method = methods.get(`${id.value}.${name.value}`);
      if (method === undefined || method.operation === null) return [];
      const fields = method.body?.fields.filter((field) => field.required) ?? [];
      const wanted = [
        ...method.params
          .filter((param) => param.required && param.in !== 'server')
          .map((param) => param.name),
        ...fields.map((field) => field.wireName),
      ];
      const listed = required
        .map((one) => one.name.value)
        .filter((one) => one !== 'subdomain')
        .map((one) => one.replace(/^data__/, ''));
      return [[`${id.value}.${name.value}`, listed.toSorted().join(), wanted.toSorted().join()] as const];
    }),
  );
}

describe.each(CORPORA)('%s', (_, corpus) => {
  if (!existsSync(corpora)) {
    it.skipIf(true)('is mended (needs ../shared/corpora)', () => undefined);
    return;
  }
  const variables =
    corpus.provider === 'okta' ? dictionary([['subdomain', SUBDOMAIN]]) : dictionary<typeof SUBDOMAIN>();
  const settings = { ...SETTINGS, provider: corpus.provider, serverVariables: variables };
  const files = read(corpus.pages);
  const reader = readerOf(specOf(corpus.spec()), settings);
  const mended = mendPages(files, { read: reader, only: null });
  const now = new Map(mended.files.map((file) => [file.path, file]));

  it('has nothing left that can be mended', () => {
    expect(mended.before.findings.filter(isFixable)).not.toEqual([]);
    expect(mended.after.findings.filter(isFixable).map(({ code, message }) => `${code}: ${message}`)).toEqual(
      [],
    );
    expect(mended.files).toHaveLength(corpus.changed);
  });

  it('keeps its prose', () => {
    for (const file of files) expect(proseOf(now.get(file.path) ?? file)).toEqual(proseOf(file));
    expect(descriptionsOf(mended.after.pages)).toEqual(descriptionsOf(mended.before.pages));
  });

  it('keeps its pages, its methods and what they are bound to', () => {
    const outline = ({ pages }: Mended['after']) =>
      pages.map(({ id, dialect, methods }) => [id.value, dialect, methods.map(({ name }) => name.value)]);
    expect(outline(mended.after)).toEqual(outline(mended.before));
    const bound = (model: Mended['after']['model']) =>
      model.services.flatMap(({ resources }) =>
        resources.flatMap(({ id, methods }) => methods.map((method) => [id, method.name, method.operation])),
      );
    expect(bound(mended.after.model)).toEqual(bound(mended.before.model));
  });

  it('tells of each method what the model says', () => {
    for (const [method, listed, wanted] of signatures(mended.after))
      expect(`${method}: ${listed}`).toBe(`${method}: ${wanted}`);
  });
});
