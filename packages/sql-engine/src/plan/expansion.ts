import { type Query, type Resource, walk } from '@plumbline/sql';
import { Refusal } from '../refusal.ts';
import { commonTableOf, type Scopes, type Source } from './scopes.ts';

/** How many sources a query may have, once each common table stands where it is read. */
const MOST = 1000;

/**
 * Refuses a query whose common tables read one another so often that SQLite, which may put each where it is read, would not
 * come to an end of preparing it.
 */
export function refuseExplosion(query: Query, { scopes }: Scopes): void {
  const byNode = new Map<Resource, Source>();
  for (const source of scopes.flatMap(({ sources }) => sources)) {
    if (source.item.source.kind === 'resource') byNode.set(source.item.source, source);
  }
  const counts = new Map<Query, number>();

  const countOf = (read: Query): number => {
    const known = counts.get(read);
    if (known !== undefined) return known;
    // A table that reads itself does so once.
    counts.set(read, 0);
    let count = 1;
    walk(read, (node) => {
      if (node.kind !== 'resource') return;
      const source = byNode.get(node);
      const table = source === undefined ? null : commonTableOf(source);
      count += table === null ? 1 : 1 + countOf(table.query);
    });
    counts.set(read, count);
    return count;
  };

  if (countOf(query) <= MOST) return;
  throw new Refusal('too-many-steps', {
    message: `The common tables read one another more than ${MOST} times.`,
    hint: 'Read each of them fewer times.',
    at: query,
  });
}
