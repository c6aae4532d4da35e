import { type Pages, type ResourcePage, sitedAddresses } from '@plumbline/model';
import type { SpecLinks } from './compare/spec-links.ts';

/** So many addresses must say the same, and of all that say something so large a part. */
const LEAST = 2;
const MOST = 0.9;

/**
 * Where the addresses of the spec that name no site lead from: other texts of it, and pages, which took theirs from it, have
 * some of them in full. Undefined where none has, or they disagree.
 */
export function findLinkBase(
  { rooted, sited }: Omit<SpecLinks, 'mangled'>,
  pages: Pages,
): string | undefined {
  if (rooted.size === 0) return undefined;
  const found = new Map<string, Set<string>>();
  for (const address of new Set([...sited, ...pages.resources.flatMap(addressesOf)])) {
    const host = address.indexOf('://') + 3;
    // One that begins anew in its midst is the work of a generator, and leads nowhere.
    if (address.includes('://', host)) continue;
    const site = address.indexOf('/', host);
    for (let at = site; at > 0; at = address.indexOf('/', at + 1)) {
      const rest = address.slice(at);
      if (!rooted.has(rest)) continue;
      const base = address.slice(0, at);
      found.set(base, (found.get(base) ?? new Set()).add(rest));
      break;
    }
  }
  const counts = [...found].map(([base, { size }]) => ({ base, size })).sort((a, b) => b.size - a.size);
  const total = counts.reduce((sum, { size }) => sum + size, 0);
  const [most] = counts;
  return most !== undefined && most.size >= LEAST && most.size >= total * MOST ? most.base : undefined;
}

/** The addresses of the links in what a page says of its methods, parameters and fields. */
function addressesOf({ methods, parameters, fieldSets }: ResourcePage): readonly string[] {
  const said = [...methods, ...parameters, ...fieldSets.flatMap(({ fields }) => fields)];
  return said.flatMap(({ description }) => sitedAddresses(description?.value ?? ''));
}
