import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit, type InputFile, type Operation, type ResourcePage, type Spec } from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { importDocument } from './import-document.ts';
import { addScores, comparePages, type Score } from './testing/compare-pages.ts';
import { publishedPage } from './testing/published-page.ts';
import { renderedText, STYLES } from './testing/rendered-text.ts';

const corpora = join(import.meta.dirname, '../../../../shared/corpora');

function seed(number: string): InputFile {
  const folder = join(corpora, 'seeds');
  const path = readdirSync(folder).find((name) => name.startsWith(number)) ?? '';
  return { path, text: readFileSync(join(folder, path), 'utf8') };
}

const pageAt = (path: string): InputFile => ({
  path,
  text: readFileSync(join(corpora, 'okta/pages', path), 'utf8'),
});

function pageOf(file: InputFile): ResourcePage {
  const { resources, diagnostics } = readResourcePages([file], { provider: 'okta' });
  expect(diagnostics.filter(({ code }) => code !== 'manifest-unreadable' && code !== 'link-mangled')).toEqual(
    [],
  );
  const [page] = resources;
  if (page === undefined) throw new Error('There is no page.');
  return page;
}

function specOf(text: string): Spec {
  const spec = readOpenApi([{ path: 'openapi.yaml', text }]);
  if ('unreadable' in spec) throw new Error(spec.unreadable.map(({ message }) => message).join('\n'));
  return spec;
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** These paths of Okta's spec, without the schemas: reading them all takes seconds. */
function partOfSpec(wanted: readonly string[]): unknown {
  const text = readFileSync(join(corpora, 'okta/openapi.yaml'), 'utf8');
  const { paths, components, ...rest } = load(text) as Record<string, Record<string, unknown>>;
  const { schemas: _, ...others } = components ?? {};
  const own = Object.entries(paths ?? {}).filter(([path]) => wanted.includes(path));
  return { ...rest, paths: Object.fromEntries(own), components: others };
}

/** Without markup, and in one case: the pages and the spec write "tokens" and "Tokens". */
const bare = (text: string): string =>
  text
    .replace(/\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .toLowerCase();

/** What an operation says, without what a reference does not show: schemas that are folded, other credentials than OAuth's. */
function factsOf({ key, summary, description, parameters, responses, security }: Operation) {
  const params = parameters.map((param) => {
    const { origin: _, examples: inSchema = [], ...schema } = param.schema;
    const examples = [...param.examples, ...inSchema];
    return {
      name: param.name,
      in: param.in,
      required: param.required,
      text: bare(param.description),
      schema,
      examples,
    };
  });
  return {
    key,
    summary,
    description: bare(description),
    params: params.toSorted((a, b) => byCodeUnit(a.name, b.name)),
    responses: responses.map(({ status, description: meaning }) => [status, meaning]),
    scopes: security.flatMap(({ schemes }) =>
      schemes.flatMap(({ name, scopes }) => (name === 'oauth2' ? scopes : [])),
    ),
  };
}

describe.skipIf(!existsSync(corpora))('the seeds (needs ../shared/corpora)', () => {
  it('the rendered page has the facts of its source', () => {
    const { kind, text, diagnostics } = importDocument(seed('002'), { as: null });
    expect([kind, diagnostics.map(({ code }) => code)]).toEqual(['page', ['import-tab-missing']]);
    const page = pageOf({ path: '002.md', text });
    const source = pageOf(pageAt('services/authorizationservers/refresh_tokens/index.md'));
    expect(comparePages(source, page, 'first').wrong).toEqual([]);
    expect(page.id.value).toBe('okta.authorizationservers.refresh_tokens');
    expect(page.examples.map(({ method, text: sql }) => [method?.value, sql.value])).toEqual(
      [source.examples[0], source.examples.find(({ verb }) => verb === 'delete')].map((one) => [
        one?.method?.value,
        one?.text.value.replace(/\s+;$/, ';'),
      ]),
    );
    // The page of the users' tokens, which the first seed is of, returns the same.
    const [own] = pageOf(seed('000')).fieldSets;
    const names = (set: ResourcePage['fieldSets'][number] | undefined) =>
      set?.fields.map(({ name, type }) => [name.value, type?.value]);
    expect(names(page.fieldSets[0])).toEqual(names(own));
  });

  it('the rendered reference has the facts of the spec', () => {
    const { kind, text } = importDocument(seed('003'), { as: null });
    expect(kind).toBe('reference');
    const imported = specOf(text);
    expect(imported.diagnostics).toEqual([]);
    const { operations } = specOf(JSON.stringify(partOfSpec(imported.operations.map(({ path }) => path))));
    const own = operations.map(factsOf).map((facts) =>
      // The edition that was rendered says it otherwise.
      facts.summary === 'Revoke a token for a client'
        ? { ...facts, description: 'revokes the specified refresh token' }
        : facts,
    );
    expect(own).toHaveLength(4);
    expect(imported.operations.map(factsOf)).toEqual(own);
  });
});

describe.skipIf(!existsSync(corpora))('pages of Okta (needs ../shared/corpora)', () => {
  const pages = lazily(() => {
    const files = readdirSync(join(corpora, 'okta/pages'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .sort()
      .filter((_, i) => i % 12 === 0)
      .map(pageAt);
    return readResourcePages(files, { provider: 'okta' }).resources.map((source) => {
      const { text = '' } = files.find(({ path }) => path === source.file) ?? {};
      return { source, blocks: publishedPage(text) };
    });
  });

  it.each(STYLES)('come back from text that is %s', (style) => {
    const none: Score = { wanted: 0, read: 0, right: 0 };
    let [fields, methods] = [none, none];
    for (const { source, blocks } of pages()) {
      const text = renderedText(blocks, style, source.name.value);
      const page = pageOf({
        path: source.file,
        text: importDocument({ path: source.file, text }, { as: null }).text,
      });
      const scores = comparePages(source, page, style === 'html' ? 'all' : 'first');
      fields = addScores(fields, scores.fields);
      methods = addScores(methods, scores.methods);
    }
    expect(fields.wanted).toBeGreaterThan(50);
    expect(fields.right / Math.max(fields.wanted, fields.read)).toBeGreaterThanOrEqual(0.99);
    expect(methods.right / Math.max(methods.wanted, methods.read)).toBeGreaterThanOrEqual(0.97);
  });
});
