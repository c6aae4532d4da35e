import { DecodeError } from '../response/errors.ts';
import { PagedCall, type Pager } from './paged-call.ts';

/**
 * The next page is what the `Link` header (RFC 8288) names with the relation `next`. It is asked for at that URL as it
 * stands, with the client's credentials: one of another origin than the client's server is refused.
 */
export const linkPages: Pager = (source) =>
  new PagedCall(source, ({ headers, response }, _items, params) => {
    const { client, descriptor, facts } = source;
    const target = nextTarget(headers.get('link'));
    if (!target) return undefined;
    const server = new URL(client.server(descriptor.server), response.url || undefined);
    const { href, origin } = new URL(target, response.url || server);
    if (origin === server.origin) return { mark: href, params, url: href };
    throw new DecodeError(facts, response, `a next page of ${origin}`);
  });

/** A link whose relations hold `next`; quoted strings between are passed over as a whole. */
const NEXT = /<([^<>]*)>(?:[^<"]|"[^"]*")*?;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next[\s"]|next(?![^\s,;]))/i;

/** The target of the first link of a `Link` header whose relation is `next`; undefined where there is none. */
export function nextTarget(header: string | null): string | undefined {
  return NEXT.exec(header ?? '')?.[1];
}
