import type { Query, SelectItem } from '@plumbline/sql';
import { commonTableOf, type Source } from './scopes.ts';

/** Whether a resource has a column of a name. */
export type HasColumn = (resource: Source, name: string) => boolean;

/** What `json_each` and `json_tree` make (SQLite, JSON Functions, section 4.24). */
const OF_JSON: ReadonlySet<string> = new Set('key value type atom id parent fullkey path'.split(' '));

/** Whether a source that the statement makes itself has a column of a name: a query, a common table, a table function. */
export function hasResult(source: Source, name: string, hasColumn: HasColumn): boolean {
  const wanted = name.toLowerCase();
  const seen = new Set<Query>();
  return has(source);

  function has(one: Source): boolean {
    const { item, resource } = one;
    if (resource !== null) return hasColumn(one, name);
    if (item.source.kind === 'table-function') return OF_JSON.has(wanted);
    if (item.source.kind === 'derived-table') return isResult(item.source.query, one);
    const table = commonTableOf(one);
    if (table === null) return false;
    const named = table.columns.map((column) => column.name.toLowerCase());
    return named.length > 0 ? named.includes(wanted) : isResult(table.query, one);
  }

  function isResult(query: Query, { scope }: Source): boolean {
    // A common table that reads itself.
    if (seen.has(query)) return false;
    seen.add(query);
    const sources = scope.queries.get(query)?.sources ?? [];
    const found = query.columns.some((item) => isNamed(item, sources));
    seen.delete(query);
    return found;
  }

  function isNamed({ alias, expression }: SelectItem, sources: readonly Source[]): boolean {
    if (alias !== null) return alias.name.toLowerCase() === wanted;
    if (expression.kind === 'column') return expression.parts.at(-1)?.name.toLowerCase() === wanted;
    if (expression.kind !== 'star') return false;
    const of = expression.qualifier.at(-1)?.name.toLowerCase();
    return sources.some((one) => (of === undefined || one.alias.toLowerCase() === of) && has(one));
  }
}
