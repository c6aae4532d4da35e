import { existsSync } from 'node:fs';
import path from 'node:path';
import { attribute, type BuiltPage } from './html.ts';
import { fileOf } from './serve.ts';

/** Attributes that name something to load or to go to. */
const ADDRESSES = ['href', 'src', 'poster', 'action'];

/**
 * Every link of the pages of a site, built for the path `base`, that leads nowhere: to no file of the site, or to no
 * element of a page, as `page -> link`. Addresses elsewhere are not asked.
 */
export function deadLinks(folder: string, pages: readonly BuiltPage[], base = ''): readonly string[] {
  const anchors = new Map(pages.map((page) => [path.join(folder, page.file), anchorsOf(page)]));
  return pages.flatMap((page) => {
    const links = page.elements.flatMap((element) =>
      ADDRESSES.flatMap((name) => attribute(element, name) ?? []).filter(
        (link) => !/^(?:https?|data|mailto):/.test(link),
      ),
    );
    return [...new Set(links)]
      .filter((link) => isDead(link, page))
      .map((link) => `${page.address} -> ${link}`);
  });

  function isDead(link: string, page: BuiltPage): boolean {
    const url = new URL(link, `http://site${base}${page.address}`);
    if (url.origin !== 'http://site' || !`${url.pathname}/`.startsWith(`${base}/`)) return true;
    const file = fileOf(folder, url.pathname.slice(base.length));
    if (file === null || !existsSync(file)) return true;
    const anchor = decodeURIComponent(url.hash.slice(1));
    return anchor !== '' && anchors.get(file)?.has(anchor) !== true;
  }
}

function anchorsOf({ elements }: BuiltPage): ReadonlySet<string> {
  return new Set(elements.flatMap((element) => attribute(element, 'id') ?? []));
}
