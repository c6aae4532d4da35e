import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { deadLinks } from '../crawl.ts';
import { attribute, type BuiltPage, type Element, readPages, textOf } from '../html.ts';
import { buildHostileSite, type HostileSite } from './build-site.ts';
import { thing } from './spec.ts';
import { HOSTILE } from './texts.ts';

let site: HostileSite;
let pages: readonly BuiltPage[];
beforeAll(async () => {
  site = await buildHostileSite();
  pages = readPages(site.folder);
});
afterAll(() => site?.remove());

const NEVER = new Set(['script', 'style', 'iframe', 'object', 'embed', 'form', 'base', 'meta', 'link']);
const address = (index: number) => `/hostile/things/${thing(index)}`;
const cases = HOSTILE.map(({ name, text, markdown }, index) => [name, { index, text, markdown }] as const);

function pageAt(wanted: string): BuiltPage {
  return pages.find((page) => page.address === wanted) ?? expect.unreachable(`There is no page ${wanted}.`);
}

function within(page: BuiltPage, tagName: string): readonly Element[] {
  return page.elements.filter((element) => element.tagName === tagName);
}

describe('the site of a hostile provider', () => {
  it('has no dead link', () => {
    expect(deadLinks(site.folder, pages)).toEqual([]);
  });

  it('runs no script but its own', () => {
    const inline = (page: BuiltPage) =>
      within(page, 'script').filter((script) => attribute(script, 'src') === undefined);
    const own = new Set(['/', '/guides/config'].flatMap((own) => inline(pageAt(own))).map(textOf));
    const foreign = pages
      .flatMap(inline)
      .filter((script) => attribute(script, 'type') !== 'application/ld+json' && !own.has(textOf(script)))
      .filter(
        (script) =>
          !/^\s*window\.location\.href = '\/[\w/]*' \+ window\.location\.search \+ window\.location\.hash;\s*$/.test(
            textOf(script),
          ),
      );
    expect(foreign.map(textOf)).toEqual([]);
  });
});

describe.each(cases)('%s', (_name, { index, text, markdown }) => {
  it('brings no element, handler or address of its own', () => {
    for (const page of [pageAt(address(index)), pageAt('/hostile'), pageAt('/hostile/things'), pageAt('/')]) {
      const elements = page.elements.filter(({ tagName }) => tagName === 'main').flatMap(descendants);
      expect(elements.filter(({ tagName }) => NEVER.has(tagName)).map(({ tagName }) => tagName)).toEqual([]);
      const attributes = elements.flatMap(({ attrs }) => attrs);
      expect(attributes.filter(({ name }) => /^on/i.test(name))).toEqual([]);
      const addresses = attributes.filter(({ name }) =>
        ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name),
      );
      expect(addresses.filter(({ value }) => !/^(?:https?:\/\/|[/#])/.test(value))).toEqual([]);
      const images = elements
        .filter(({ tagName }) => tagName === 'img')
        .map((image) => attribute(image, 'src'));
      expect(images.filter((source) => !source?.startsWith('/'))).toEqual([]);
    }
  });

  it('is shown as it is written, as the name of a field and of a parameter', () => {
    const codes = within(pageAt(address(index)), 'code').map(textOf);
    expect(codes.filter((code) => code === text).length).toBeGreaterThan(1);
  });

  it.skipIf(markdown)('is shown as it is written, as a description', () => {
    const page = pageAt(address(index));
    const cells = within(page, 'td').filter((cell) => folded(textOf(cell)).includes(folded(text)));
    expect(cells.length).toBeGreaterThan(4);
    expect(within(page, 'p').some((paragraph) => folded(textOf(paragraph)) === folded(text))).toBe(true);
  });
});

describeInBrowser(
  'in a browser',
  () => site.folder,
  (reader) => {
    it.each(cases)('%s does nothing', async (_name, { index }) => {
      const page = await reader.open(address(index));
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(thing(index));
      expect(await page.locator('h2#methods').isVisible()).toBe(true);
      expect(reader.complaints()).toEqual([]);
    });

    it('the pages that bear all of it do nothing, nor does a search that finds it', async () => {
      for (const all of ['/', '/hostile', '/hostile/things', '/hostile/consistency']) await reader.open(all);
      const page = await reader.open('/search?q=alert');
      await page.locator('article').first().waitFor();
      expect(reader.complaints()).toEqual([]);
    });
  },
);

function descendants(element: Element): Element[] {
  return element.childNodes.flatMap((child) => ('tagName' in child ? [child, ...descendants(child)] : []));
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
