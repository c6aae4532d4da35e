import { describe, expect, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { deadLinks } from '../crawl.ts';
import { attribute, type BuiltPage, type Element, textOf } from '../html.ts';
import { THINGS, thing } from './hostile-spec.ts';
import type { StrangersSite } from './site.ts';

const NEVER = new Set(['script', 'style', 'iframe', 'object', 'embed', 'form', 'base', 'meta', 'link']);
const address = (index: number) => `/hostile/things/${thing(index)}`;
/** What was found about no page: patterns that are none. */
const FOUND = '/hostile/consistency';
const cases = THINGS.flatMap((texts, index) =>
  texts.map(({ name, text, markdown }) => [name, { index, text, markdown }] as const),
);

export function hostileTests({ folder, pages, base, sources }: StrangersSite): void {
  const pageAt = (wanted: string): BuiltPage =>
    pages().find((page) => page.address === wanted) ?? expect.unreachable(`There is no page ${wanted}.`);

  describe('the site of a hostile provider', () => {
    it('has no dead link', () => {
      expect(deadLinks(folder(), pages(), base)).toEqual([]);
    });

    it('leads to the sources of pages, methods and guides, where it is told where they are', () => {
      const links = (wanted: string) =>
        within(pageAt(wanted), 'a').flatMap((link) => attribute(link, 'href') ?? []);
      expect(links('/okta/users/oauth_tokens')).toEqual(
        expect.arrayContaining([
          // The embedded provider has its pages by service, the corpus in folders.
          expect.stringMatching(/\/main\/specs\/okta\/resources\/users\/oauth_tokens(?:\/index)?\.md$/),
          expect.stringContaining(`${sources}/specs/okta/openapi.yaml#/paths/`),
        ]),
      );
      expect(links('/guides/drift')).toContain(`${sources}/docs/guides/drift.md`);
    });

    it('runs no script but its own', () => {
      const inline = (page: BuiltPage) =>
        within(page, 'script').filter((script) => attribute(script, 'src') === undefined);
      const own = new Set(['/', '/guides/config'].flatMap((own) => inline(pageAt(own))).map(textOf));
      const foreign = pages()
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
      for (const page of [
        pageAt(address(index)),
        pageAt('/hostile'),
        pageAt('/hostile/things'),
        pageAt(FOUND),
        pageAt('/'),
      ]) {
        const elements = page.elements.filter(({ tagName }) => tagName === 'main').flatMap(descendants);
        expect(elements.filter(({ tagName }) => NEVER.has(tagName)).map(({ tagName }) => tagName)).toEqual(
          [],
        );
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

    it('is shown as it is written, in what was found', () => {
      const cells = within(pageAt(FOUND), 'td').map(textOf);
      expect(cells.filter((cell) => cell.includes(`${text}(`)).length).toBeGreaterThan(0);
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
    folder,
    (reader) => {
      it('none of it does anything', async () => {
        const page = await reader.open('/');
        for (const [index, texts] of THINGS.entries()) {
          await reader.go(page, address(index));
          const heading = await page.getByRole('heading', { level: 1 }).textContent();
          const whole = await page.locator('h2#methods').isVisible();
          const names = texts.map(({ name }) => name);
          expect([names, heading, whole, reader.complaints()]).toEqual([names, thing(index), true, []]);
        }
      }, 240_000);

      it('the pages that bear all of it do nothing, nor does a search that finds it', async () => {
        const page = await reader.open('/');
        for (const all of ['/hostile', '/hostile/things', FOUND, `${FOUND}/things`])
          await reader.go(page, all);
        await reader.go(page, '/search?q=alert');
        await page.locator('article').first().waitFor();
        expect(reader.complaints()).toEqual([]);
      });
    },
    { base },
  );
}

function within(page: BuiltPage, tagName: string): readonly Element[] {
  return page.elements.filter((element) => element.tagName === tagName);
}

function descendants(element: Element): Element[] {
  return element.childNodes.flatMap((child) => ('tagName' in child ? [child, ...descendants(child)] : []));
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
