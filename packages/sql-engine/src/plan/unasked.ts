import type { CatalogueMethod, CatalogueParam } from '@plumbline/client-runtime';
import type { Column, Span } from '@plumbline/sql';
import type { Found } from '../catalogue/directory.ts';
import { meaningOf } from '../catalogue/resource-facts.ts';
import { Refusal } from '../refusal.ts';
import { type Known, ownerOf } from './bindings.ts';
import type { Scopes, Source } from './scopes.ts';

/** A resource, and the parameters that it is asked with. */
interface Asked {
  readonly found: Found;
  readonly method: CatalogueMethod;
  readonly params: readonly CatalogueParam[];
  readonly bound: readonly { readonly param: CatalogueParam }[];
}

/**
 * Refuses to decide on what no row has: of a parameter that is not asked with, and which is no column, no condition can hold.
 * A name that might be either, because it is spelt like neither, is refused too.
 */
export function refuseUnasked(
  tables: ReadonlyMap<Source, Asked>,
  deciding: ReadonlySet<Column>,
  { scopes, known }: { readonly scopes: Scopes; readonly known: Known },
): void {
  for (const column of deciding) {
    const scope = scopes.columns.get(column);
    if (scope === undefined) continue;
    const { source, name } = ownerOf(column, scope, known);
    const table = source === null ? undefined : tables.get(source);
    // A column of the result goes by the name of a parameter that nobody asks with.
    const isAlias = column.parts.length === 1 && scope.aliases.has(name.toLowerCase());
    if (table?.method.verb === 'select' && !isAlias) refuse(table, name, column);
  }
  // What is joined by a name alone: USING.
  for (const [source, table] of tables) {
    for (const one of source.item.using) refuse(table, one.name, one);
    for (const later of source.scope.sources.slice(source.place + 1)) {
      for (const one of later.item.using) refuse(table, one.name, one);
    }
  }
}

function refuse({ found, method, params, bound }: Asked, name: string, at: Span): void {
  const { column, param } = meaningOf(method.columns, params, name);
  if (param === undefined || column?.name === param.name) return;
  if (column !== undefined) {
    throw new Refusal('ambiguous-column', {
      message: `\`${name}\` may be the column \`${column.name}\` of \`${found.id}\`, or its parameter \`${param.name}\`.`,
      hint: 'Write it as one of them is spelt.',
      at,
    });
  }
  if (bound.some((one) => one.param === param)) return;
  throw new Refusal('missing-parameter', {
    message: `\`${name}\` is a parameter of \`${found.id}\`, which no row has: nothing binds it here.`,
    hint: `Bind it by \`${name} = …\` or \`${name} IN (…)\`, joined to the rest by AND; or leave it out.`,
    at,
  });
}
