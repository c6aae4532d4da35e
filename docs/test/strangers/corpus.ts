import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { currentAnchors } from '../../src/client/old-anchors.ts';
import type { ProviderDocuments } from '../build-site.ts';
import { attribute } from '../html.ts';
import type { StrangersSite } from './site.ts';

const okta = path.resolve(import.meta.dirname, '../../../../shared/corpora/okta');
const published = path.join(okta, 'pages/services');
/** All pages, not some of each kind: a minute of building. */
const isWhole = process.env.PLUMBLINE_DOCS_CORPUS === 'whole';

/** The published pages of Okta that the site is made of; null where they are not at hand. */
export function corpusDocuments(): ProviderDocuments | null {
  if (!existsSync(okta)) return null;
  const pages = ['index.md', ...indexes(), ...resources().map((file) => `services/${file}`)];
  return {
    provider: 'okta',
    files: {
      'openapi.yaml': { from: path.join(okta, 'openapi.yaml') },
      ...Object.fromEntries(
        pages.map((page) => [
          `resources/${page.replace(/^services\//, '')}`,
          { from: path.join(okta, 'pages', page) },
        ]),
      ),
    },
    spec: 'openapi.yaml',
    config: { serverVariables: { subdomain: { url: 'https://{subdomain}.okta.com', default: 'my-org' } } },
  };
}

/** Those of the services. */
function indexes(): readonly string[] {
  return globSync('*/index.md', { cwd: published }).map((file) => `services/${file}`);
}

/** The first of each service, and of the others by size one in ten, with the largest. */
function resources(): readonly string[] {
  const all = globSync('*/*/index.md', { cwd: published }).sort();
  if (isWhole) return all;
  const first = new Map(all.toReversed().map((file) => [file.split('/')[0], file]));
  const bySize = all
    .map((file) => ({ file, size: statSync(path.join(published, file)).size }))
    .sort((a, b) => b.size - a.size);
  const some = bySize.filter((_, i) => i % 10 === 0).map(({ file }) => file);
  return [
    ...new Set([...first.values(), ...some, 'users/oauth_tokens/index.md', 'groups/groups/index.md']),
  ].sort();
}

export function corpusTests({ pages: all }: Pick<StrangersSite, 'pages'>): void {
  describe.skipIf(!existsSync(okta))('the site of Okta (needs ../shared/corpora)', () => {
    const pages = () => new Map(all().map((page) => [page.address, page]));
    it('is no heavier on any page than four times the heaviest that is published', () => {
      const sizes = [...pages()]
        .filter(([address]) => address.startsWith('/okta'))
        .map(([, { html }]) => html.length);
      // Docusaurus makes 209 kB of the published page of `okta.users.users`.
      expect(Math.max(...sizes)).toBeLessThan(4 * 209_000);
    });

    it('leads old addresses of all published pages to the pages as they are now', () => {
      const addresses = [...indexes().map((file) => file.replace('services/', '')), ...resources()].map(
        path.dirname,
      );
      expect(addresses.length).toBeGreaterThan(isWhole ? 244 : 110);
      const known = pages();
      const lost = addresses.filter(
        (address) => !known.has(`/providers/okta/${address}`) || !known.has(`/okta/${address}`),
      );
      expect(lost).toEqual([]);
    });

    it('has every anchor of the published pages, as it was or as it is called now', () => {
      const known = pages();
      const lost = resources().flatMap((file) => {
        const text = readFileSync(path.join(published, file), 'utf8');
        const old = [...text.matchAll(/ id="([^"]+)"| href="#([^"]+)"/g)].map(
          ([, id, link]) => id ?? link ?? '',
        );
        const page = known.get(`/okta/${path.dirname(file)}`);
        const ids = new Set(page?.elements.flatMap((element) => attribute(element, 'id') ?? []));
        return old
          .filter((anchor) => !currentAnchors(anchor).some((id) => ids.has(id)))
          .map((anchor) => `${file}#${anchor}`);
      });
      expect(lost).toEqual([]);
    });
  });
}
