import type {
  CatalogueField,
  CatalogueMethod,
  CatalogueParam,
  CatalogueType,
} from '@plumbline/client-runtime';
import { findColumn, meaningOf, paramsOf } from './resource-facts.ts';

/** Where a value goes: into a parameter, into the body, below a field where `path` is not empty, or as all of the body. */
export type Place =
  | { readonly kind: 'param'; readonly param: CatalogueParam }
  | { readonly kind: 'field'; readonly field: CatalogueField; readonly path: readonly string[] }
  | { readonly kind: 'body'; readonly type: CatalogueType };

/** The name of a member of the body, which StackQL marks by `data__`. */
export const bodyName = (name: string): string => name.replace(/^data__/, '');

/**
 * What a name means to a method: a parameter, else a member of its body; `data__` in front says that it is the body's, and
 * dots lead into its objects; `body` is the whole of it. Null: nothing.
 */
export function placeOf(
  method: CatalogueMethod,
  variables: readonly CatalogueParam[],
  name: string,
): Place | null {
  const params = paramsOf(method, variables);
  const fields = method.body?.fields ?? [];
  const { param, column: own } = meaningOf(fields, params, name);
  if (param !== undefined) return { kind: 'param', param };
  if (own !== undefined) return { kind: 'field', field: own, path: [] };
  const inner = bodyName(name);
  const marked = findColumn(fields, inner);
  if (marked !== undefined) return { kind: 'field', field: marked, path: [] };
  const [first = '', ...path] = inner.split('.');
  const field = path.length > 0 ? findColumn(fields, first) : undefined;
  if (field !== undefined && (field.type === 'object' || field.type === 'any')) {
    return { kind: 'field', field, path };
  }
  return method.body !== undefined && inner === 'body' ? { kind: 'body', type: method.body.type } : null;
}
