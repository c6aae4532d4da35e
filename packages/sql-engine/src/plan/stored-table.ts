import type { CatalogueColumn, CatalogueParam, CatalogueType } from '@plumbline/client-runtime';
import { findColumn, findParam } from '../catalogue/resource-facts.ts';
import type { TablePlan } from './plan-query.ts';

/** The table of SQLite that a resource is read into. */
export interface StoredTable {
  readonly plan: TablePlan;
  /** What SQLite knows it by. */
  readonly name: string;
  /** The columns of the resource, in order. */
  readonly columns: readonly StoredColumn[];
  /** The parameters, each with the value that the row was asked for with. */
  readonly params: readonly StoredParam[];
}

export interface StoredColumn {
  readonly column: CatalogueColumn;
  /** What SQLite knows it by. */
  readonly stored: string;
}

export interface StoredParam {
  readonly param: CatalogueParam;
  readonly stored: string;
  /** A column of the resource has the name too: the parameter's own value is for the condition that bound it alone. */
  readonly isHidden: boolean;
}

/** Lays out the table of a resource: names that SQLite cannot tell apart, or cannot hold, are told apart. */
export function storedTable(plan: TablePlan, index: number | string): StoredTable {
  const taken = new Set<string>();
  const storedName = (name: string): string => {
    const base = name === '' || name.includes('\0') ? 'column' : name;
    let stored = base;
    for (let i = 2; taken.has(stored.toLowerCase()); i += 1) stored = `${base}:${i}`;
    taken.add(stored.toLowerCase());
    return stored;
  };
  const columns = plan.method.columns.map((column) => ({ column, stored: storedName(column.name) }));
  const params = plan.params.map((param) => {
    const isHidden = findColumn(plan.method.columns, param.name) !== undefined;
    return { param, isHidden, stored: storedName(isHidden ? `=${param.name}` : param.name) };
  });
  return { plan, name: `t${index}`, columns, params };
}

/** The name under which a column or parameter is stored; undefined: the resource has none of this name. */
export function storedNameOf({ columns, params, plan }: StoredTable, name: string): string | undefined {
  const column = findColumn(plan.method.columns, name);
  if (column !== undefined) return columns.find((one) => one.column === column)?.stored;
  const param = findParam(plan.params, name);
  return params.find((one) => one.param === param)?.stored;
}

/** What a stored column holds; undefined: none of the resource's. */
export function typeOfStored({ columns, params }: StoredTable, stored: string): CatalogueType | undefined {
  return (
    columns.find((one) => one.stored === stored)?.column.type ??
    params.find((one) => one.stored === stored)?.param.type
  );
}
