import {
  camelName,
  type DraftDiagnostic,
  diagnose,
  type EmittedNames,
  type Place,
  type Subject,
  slugName,
  uniqueNames,
} from '@plumbline/model';

/** A sibling to be named. */
export interface Named {
  readonly name: string;
  readonly at: Place;
  readonly subject: Subject;
}

/** An object with a `then` would be taken for a promise; `http` is the plain client at the root. */
const RESERVED = { service: ['http', 'then'], resource: ['then'], method: ['then'] } as const;
/** A folder's own page. */
const RESERVED_SLUGS = ['index'];

/** Names siblings for client and file system, and reports each that could not keep its own. */
export function emittedNames(
  what: 'service' | 'resource' | 'method',
  siblings: readonly Named[],
): { readonly names: readonly EmittedNames[]; readonly diagnostics: readonly DraftDiagnostic[] } {
  const wished = siblings.map(({ name }) => camelName(name));
  const given = uniqueNames(wished, { taken: RESERVED[what] });
  const slugs = uniqueNames(
    siblings.map(({ name }) => slugName(name)),
    { taken: RESERVED_SLUGS, fold: (name) => name.toLowerCase() },
  );
  const names = siblings.map((_, i) => ({ clientName: given[i] ?? '', slug: slugs[i] ?? '' }));
  const diagnostics = siblings.flatMap(({ name, at, subject }, i) => {
    const taken = wished[i] ?? '';
    const clientName = given[i] ?? '';
    if (taken === clientName) return [];
    return [
      diagnose({ code: 'name-collision', args: { what, name, taken, given: clientName }, at, subject }),
    ];
  });
  return { names, diagnostics };
}
