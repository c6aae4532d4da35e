import { byCodeUnit, type SecurityRequirement } from '@plumbline/model';
import { quoted, quotedList } from '../found.ts';
import type { OperationComparison } from './comparison.ts';

/** Compares the alternatives of credentials (OpenAPI 3.1 section 4.8.30), each by the schemes that it needs together. */
export function compareSecurity({ before, after, tell }: OperationComparison): void {
  const olds = alternatives(before.security);
  const news = alternatives(after.security);
  if (isOpen(before.security) !== isOpen(after.security)) {
    if (isOpen(after.security)) tell('security-lifted');
    else tell('security-required', { args: { to: [...news.keys()].map(quoted).join(' or ') } });
    return;
  }
  for (const [name, scopes] of olds) {
    const others = news.get(name);
    if (others === undefined) {
      tell('security-alternative-removed', { args: { from: quoted(name) } });
      continue;
    }
    const gone = [...scopes].filter((scope) => !others.has(scope));
    const come = [...others].filter((scope) => !scopes.has(scope));
    if (gone.length > 0) tell('security-scope-removed', { args: { from: quotedList(gone) } });
    if (come.length > 0) tell('security-scope-added', { args: { to: quotedList(come) } });
  }
  for (const name of news.keys())
    if (!olds.has(name)) tell('security-alternative-added', { args: { to: quoted(name) } });
}

/** An alternative that needs nothing makes all others optional. */
function isOpen(security: readonly SecurityRequirement[]): boolean {
  return security.length === 0 || security.some(({ schemes }) => schemes.length === 0);
}

/** Schemes of each alternative → scopes that it needs. */
function alternatives(security: readonly SecurityRequirement[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    security
      .filter(({ schemes }) => schemes.length > 0)
      .map(({ schemes }) => [
        schemes
          .map(({ name }) => name)
          .sort(byCodeUnit)
          .join(' and '),
        new Set(schemes.flatMap(({ scopes }) => scopes)),
      ]),
  );
}
