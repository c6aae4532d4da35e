import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { dictionary, type InputFile, mangledLinks, type ResourcePage } from '@plumbline/model';
import { readProviderYaml } from '@plumbline/read-provider-yaml';
import { layoutOf } from '@plumbline/read-resource-pages';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { bindingsCsv } from './bindings/csv.ts';
import { bindingsOverlays } from './bindings/overlay.ts';
import { isFixable, type Mended, mendPages } from './mend-pages.ts';
import { readerOf, SETTINGS, specOf } from './testing/library.ts';
import { unacceptedParams } from './unaccepted-params.ts';

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

/** What a list of fields says, and what the model has of its method; of a page with one list, of its `SELECT` methods. */
interface FieldList {
  readonly resource: string;
  readonly listed: string;
  readonly wanted: readonly string[];
}

function fieldLists({ pages, model }: Mended['after']): readonly FieldList[] {
  const resources = new Map(
    model.services.flatMap((service) =>
      service.resources.map((resource) => [resource.id, resource] as const),
    ),
  );
  const textOf = (fields: readonly string[]): string => [...new Set(fields)].toSorted().join();
  return pages.flatMap(({ id, fieldSets }) =>
    fieldSets.flatMap(({ method, fields }) => {
      const bound = (resources.get(id.value)?.methods ?? []).filter(
        ({ name, operation, sqlVerb }) =>
          operation !== null && (method === null ? sqlVerb === 'select' : method.value === name),
      );
      if (bound.length === 0 || fields.length === 0) return [];
      const each = bound.map((one) => one.fields.map(({ name, type }) => `${name} ${type}`));
      const listed = textOf(fields.map(({ name, type }) => `${name.value} ${type?.value.type}`));
      return [{ resource: id.value, listed, wanted: [...each, each.flat()].map(textOf) }];
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

  it('lists the fields that the model has, each with its type', () => {
    const found = fieldLists(mended.after);
    expect(found.length).toBeGreaterThan(0);
    for (const { resource, listed, wanted } of found) expect([resource, ...wanted]).toContain(listed);
  });

  it('is as it would be, mended once more', () => {
    const once = files.map((file) => now.get(file.path) ?? file);
    expect(mendPages(once, { read: reader, only: null }).files).toEqual([]);
  });

  if (corpus.pages !== 'okta/pages/**/*.md') return;

  it('gives all bindings back as the mapping and as an overlay: those that the provider has', () => {
    const { model } = mended.after;
    const truth = tsv('okta/bindings.tsv').map(([resource, method, , http, url]) =>
      [resource, method, `${http} ${url}`].join(' '),
    );
    const [overlay, ...others] = bindingsOverlays(model, (file) => file);
    expect(others).toEqual([]);
    const [action] = (load(overlay?.text ?? '') as { readonly actions: readonly [{ update: object }] })
      .actions;
    const text = JSON.stringify({
      openapi: '3.0.3',
      info: { title: '', version: '' },
      paths: {},
      ...action.update,
    });
    const read = readProviderYaml([{ path: 'bindings.yaml', text }], { provider: 'okta' });
    if ('unreadable' in read) throw new Error(read.unreadable[0]?.message);
    const bound = read.resources.flatMap(({ id, methods }) =>
      methods.map(({ name, operation }) => `${id} ${name} ${operation?.method} ${operation?.path}`),
    );
    expect(bound.toSorted()).toEqual(truth.toSorted());
    const [header = '', ...rows] = bindingsCsv(model, null).trimEnd().split('\n');
    const place = (name: string) => header.split(',').indexOf(name);
    const mapped = rows.map((row) => row.split(','));
    const named = mapped.filter((row) => row[place('stackql_method_name')] !== '');
    expect(named.map((row) => row[place('stackql_method_name')]).toSorted()).toEqual(
      tsv('okta/bindings.tsv')
        .map(([, method]) => method)
        .toSorted(),
    );
  });

  it('says of each parameter that pages lacked that the provider YAML does not accept it yet', () => {
    const yaml = readProviderYaml(read('okta/stackql-provider/**/*.yaml'), { provider: 'okta' });
    if ('unreadable' in yaml) throw new Error(yaml.unreadable[0]?.message);
    const pages = { before: mended.before.pages, after: mended.after.pages, model: mended.after.model };
    const told = new Map(
      unacceptedParams(yaml, pages).map(({ subject, message }) => [
        `${subject.resource} ${subject.method}`,
        message,
      ]),
    );
    for (const [resource, method, name] of tsv('okta/missing-path-params.tsv'))
      expect(told.get(`${resource} ${method}`)).toContain(`\`${name}\``);
  });
});

function tsv(file: string): readonly (readonly string[])[] {
  const [, ...lines] = readFileSync(path.join(corpora, file), 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}
