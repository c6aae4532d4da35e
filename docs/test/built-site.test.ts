import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadLinks } from './crawl.ts';
import { attribute, readPages, textOf } from './html.ts';
import { built } from './site.ts';

const pages = readPages(built);
const redirects = pages.filter(({ elements }) =>
  elements.some((one) => attribute(one, 'http-equiv') === 'refresh'),
);
const shown = pages.filter((page) => !redirects.includes(page));
const documents = shown.filter(({ html }) => html.includes('theme-doc-markdown'));
const read = (file: string) => readFileSync(path.join(built, file), 'utf8');

it('has no dead link and no dead anchor, raw ones too', () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(deadLinks(built, pages)).toEqual([]);
});

it.each(shown.map((page) => [page.address, page]))('%s bears each id once', (_address, { elements }) => {
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe.each(documents.map((page) => [page.address, page]))('%s', (address, { elements }) => {
  const meta = (key: string) =>
    elements.find(
      (one) => one.tagName === 'meta' && [attribute(one, 'property'), attribute(one, 'name')].includes(key),
    );

  it('tells search engines and those who share it what it is', () => {
    const canonical = elements.find((one) => attribute(one, 'rel') === 'canonical');
    expect(canonical && attribute(canonical, 'href')).toBe(`https://plumbline.example${address}`);
    for (const key of ['og:title', 'og:description', 'og:url', 'og:image', 'description']) {
      expect([key, meta(key) && attribute(meta(key) as never, 'content')]).toEqual([
        key,
        expect.stringMatching(/\S/),
      ]);
    }
  });

  it('has one heading of the first rank, and a twin in Markdown', () => {
    expect(elements.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
    expect(existsSync(path.join(built, `${address}.md`))).toBe(true);
  });

  it('is in the sitemap', () => {
    expect(read('sitemap.xml')).toContain(`<loc>https://plumbline.example${address}</loc>`);
  });
});

it.each(['title', 'description'])('tells each page of the reference from all others by its %s', (name) => {
  const reference = documents.filter(({ address }) => address.startsWith('/okta'));
  const texts = reference.map(
    ({ html }) => new RegExp(`<meta[^>]* property="?og:${name}"? content="([^"]*)"`).exec(html)?.[1],
  );
  expect(texts.filter((text, index) => text === undefined || texts.indexOf(text) !== index)).toEqual([]);
});

it('lists the methods of a resource in its table of contents, and leads from each to its example', () => {
  const page = documents.find(({ address }) => address === '/okta/users/oauth_tokens');
  const hrefs = (className: string) =>
    (page?.elements ?? [])
      .filter((one) => attribute(one, 'class')?.includes(className) === true)
      .flatMap((one) => attribute(one, 'href') ?? []);
  const examples = page?.elements.flatMap((one) => attribute(one, 'href') ?? []);
  const method = 'revoke_token_for_user_and_client';
  expect(hrefs('table-of-contents__link')).toContain(`#${method}`);
  expect(examples).toContain(`#example-${method}`);
});

describe('llms.txt', () => {
  it('leads to each provider and guide, as Markdown or as a list of its own', () => {
    const links = [...read('llms.txt').matchAll(/\]\(https:\/\/plumbline\.example(\/[^)]+)\)/g)].map(
      ([, link]) => link,
    );
    expect(links).toContain('/guides/config.md');
    expect(links).toContain('/okta/llms.txt');
    expect(links.filter((link) => !existsSync(path.join(built, link ?? '')))).toEqual([]);
  });

  it('has all pages in one file as well', () => {
    const full = read('llms-full.txt');
    const wanted = ['# Command line', 'okta.users.oauth_tokens'];
    expect(wanted.filter((text) => !full.includes(text))).toEqual([]);
  });
});

describe('old addresses', () => {
  it.each([
    'providers/okta/users/oauth_tokens',
    'services/users/oauth_tokens',
    'providers/okta',
    'services/users',
  ])('/%s leads to the page as it is now', (old) => {
    const page = redirects.find(({ address }) => address === `/${old}`);
    const canonical = page?.elements.find((one) => attribute(one, 'rel') === 'canonical');
    expect(canonical && attribute(canonical, 'href')).toBe(
      `/${old.replace(/^providers\//, '').replace(/^services\//, 'okta/')}`,
    );
  });
});

describe('the sidebar', () => {
  it('names what is in the folders, each page once', () => {
    const page = documents.find(({ address }) => address === '/okta/users/users');
    const links = (page?.elements ?? []).filter(
      (one) => attribute(one, 'class')?.includes('menu__link') === true,
    );
    const hrefs = links.flatMap((link) => attribute(link, 'href') ?? []);
    const sources = globSync('content/okta/**/*.md', {
      cwd: path.join(built, '..'),
      exclude: ['**/_static/**'],
    });
    expect(hrefs.filter((href) => !href.startsWith('/okta/users') && href.split('/').length > 3)).toEqual([]);
    expect(links.map(textOf)).toContain('oauth_tokens');
    const below = sources.filter((file) => file.split('/').length <= 4).map((file) => file.split('/')[2]);
    for (const service of below.filter((name) => name !== 'index.md')) {
      expect(hrefs).toContain(`/okta/${service?.replace(/\.md$/, '')}`);
    }
  });
});
