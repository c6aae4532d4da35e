import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentAnchors } from '../src/client/old-anchors.ts';
import { type BuiltSite, buildSite } from './build-site.ts';
import { deadLinks } from './crawl.ts';
import { attribute, type BuiltPage, readPages } from './html.ts';

const okta = path.resolve(import.meta.dirname, '../../../shared/corpora/okta');
const published = path.join(okta, 'pages/services');

describe.skipIf(!existsSync(okta))('the site of Okta (needs ../shared/corpora)', () => {
  let site: BuiltSite;
  let pages: ReadonlyMap<string, BuiltPage>;
  beforeAll(async () => {
    site = await buildSite({
      provider: 'okta',
      spec: path.join(okta, 'openapi.yaml'),
      pages: path.join(okta, 'pages/**/*.md'),
      config: {
        serverVariables: { subdomain: { url: 'https://{subdomain}.okta.com', default: 'my-org' } },
      },
    });
    pages = new Map(readPages(site.folder).map((page) => [page.address, page]));
  });
  afterAll(() => site?.remove());

  it('has no dead link and no dead anchor, raw ones too', () => {
    expect(pages.size).toBeGreaterThan(700);
    expect(deadLinks(site.folder, [...pages.values()])).toEqual([]);
  });

  it('is no heavier on any page than four times the heaviest that is published', () => {
    const sizes = [...pages]
      .filter(([address]) => address.startsWith('/okta'))
      .map(([, { html }]) => html.length);
    // Docusaurus makes 209 kB of the published page of `okta.users.users`.
    expect(Math.max(...sizes)).toBeLessThan(4 * 209_000);
  });

  it('leads old addresses of all published pages to the pages as they are now', () => {
    const addresses = globSync('**/index.md', { cwd: published }).map(path.dirname);
    expect(addresses.length).toBe(245);
    const lost = addresses.filter(
      (address) =>
        !pages.has(`/services/${address}`) ||
        !pages.has(`/providers/okta/${address}`) ||
        !pages.has(`/okta/${address}`),
    );
    expect(lost).toEqual([]);
  });

  it('has every anchor of the published pages, as it was or as it is called now', () => {
    const lost = globSync('*/*/index.md', { cwd: published }).flatMap((file) => {
      const text = readFileSync(path.join(published, file), 'utf8');
      const old = [...text.matchAll(/ id="([^"]+)"| href="#([^"]+)"/g)].map(
        ([, id, link]) => id ?? link ?? '',
      );
      const page = pages.get(`/okta/${path.dirname(file)}`);
      const ids = new Set(page?.elements.flatMap((element) => attribute(element, 'id') ?? []));
      return old
        .filter((anchor) => !currentAnchors(anchor).some((id) => ids.has(id)))
        .map((anchor) => `${file}#${anchor}`);
    });
    expect(lost).toEqual([]);
  });
});
