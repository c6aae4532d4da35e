import type {
  CatalogueColumn,
  CatalogueMethod,
  CatalogueParam,
  CatalogueResource,
} from '@plumbline/client-runtime';
import { findName } from './names.ts';

/** What a method takes besides its body: its own parameters and the provider's server variables. */
export function paramsOf(
  method: CatalogueMethod,
  variables: readonly CatalogueParam[],
): readonly CatalogueParam[] {
  const own = method.params.filter((param) => param.in !== 'server');
  return [...own, ...variables.filter((variable) => own.every(({ name }) => name !== variable.name))];
}

/** The row as a whole: all there is to select of rows that nobody describes. */
export const WHOLE_ROW: CatalogueColumn = { name: 'value', type: 'any' };

/** A resource each of whose methods for rows has a column. */
export function withColumns(resource: CatalogueResource): CatalogueResource {
  const isBare = ({ verb, columns }: CatalogueMethod) => verb === 'select' && columns.length === 0;
  if (!resource.methods.some(isBare)) return resource;
  const methods = resource.methods.map((one) => (isBare(one) ? { ...one, columns: [WHOLE_ROW] } : one));
  return { ...resource, methods };
}

export function findParam(params: readonly CatalogueParam[], name: string): CatalogueParam | undefined {
  return findName(params, name, (param) => param.name);
}

export function findColumn<T extends CatalogueColumn>(columns: readonly T[], name: string): T | undefined {
  return findName(columns, name, (column) => column.name);
}

/** What a name in a query is to a method: a column of its rows, a parameter, or both, where they have one name. */
export interface Meaning {
  readonly column: CatalogueColumn | undefined;
  readonly param: CatalogueParam | undefined;
}

/** As the name is written; else whatever differs from it in case alone, as SQL has it. */
export function meaningOf(
  columns: readonly CatalogueColumn[],
  params: readonly CatalogueParam[],
  wanted: string,
): Meaning {
  const isIt = ({ name }: { readonly name: string }): boolean => name === wanted;
  const [column, param] = [columns.find(isIt), params.find(isIt)];
  if (column !== undefined || param !== undefined) return { column, param };
  return { column: findColumn(columns, wanted), param: findParam(params, wanted) };
}

/** The parameter that a statement binds by a name: the answer to a change has columns, but no rows to be found by them. */
export function boundParam(
  { verb, columns }: CatalogueMethod,
  params: readonly CatalogueParam[],
  name: string,
): CatalogueParam | undefined {
  return meaningOf(verb === 'select' ? columns : [], params, name).param;
}

/** What a caller must bind: server variables have the client's own value. */
export function requiredOf(method: CatalogueMethod): readonly CatalogueParam[] {
  return method.params.filter((param) => param.required && param.in !== 'server');
}
