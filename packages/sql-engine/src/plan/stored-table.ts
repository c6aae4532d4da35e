import type { CatalogueColumn, CatalogueParam, CatalogueType } from '@plumbline/client-runtime';
import { meaningOf } from '../catalogue/resource-facts.ts';
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
  /**
   * Columns that the rows are asked for by, one value after another, each with the parameter of its name: a row of another
   * value than it was asked for with comes again, or is not meant.
   */
  readonly asked: readonly { readonly column: string; readonly param: string }[];
  /** What SQLite calls the place of a row (SQLite, Rowid Tables); null: columns have all its names. */
  readonly rowid: string | null;
}

export interface StoredColumn {
  readonly column: CatalogueColumn;
  /** What SQLite knows it by. */
  readonly stored: string;
}

export interface StoredParam {
  readonly param: CatalogueParam;
  /** Where nobody asks with it: a name that no author can mean, for a column of the result may have its own. */
  readonly stored: string;
  /** The column of the resource that has the name too, as it is stored. */
  readonly hiding: string | null;
  /**
   * A condition that binds it is about the parameter, whatever the column holds: the value in a path need not be what the
   * row says of itself (an `id` may be a login), and no list equals the item that rows are asked for by.
   */
  readonly isOwn: boolean;
}

const COMPOSITE: ReadonlySet<CatalogueType> = new Set(['array', 'object']);

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
  const params = plan.params.map((param): StoredParam => {
    const hiding = columns.find(({ column }) => column.name === param.name);
    const isBound = plan.bound.some((one) => one.param === param);
    const stored = storedName(isBound && hiding === undefined ? param.name : `=${param.name}`);
    const isOwn = hiding === undefined || param.in === 'path' || COMPOSITE.has(hiding.column.type);
    return { param, stored, hiding: hiding?.stored ?? null, isOwn };
  });
  const asked = plan.bound.flatMap(({ param, binding: { given } }) => {
    const isOne = given.kind === 'constants' && !given.isList;
    const { hiding, stored, isOwn } = params.find((one) => one.param === param) ?? {};
    return isOne || isOwn || hiding == null || stored === undefined
      ? []
      : [{ column: hiding, param: stored }];
  });
  const rowid = ['rowid', '_rowid_', 'oid'].find((one) => !taken.has(one)) ?? null;
  return { plan, name: `t${index}`, columns, params, asked, rowid };
}

/** The name under which a column or parameter is stored; undefined: the resource has none of this name. */
export function storedNameOf({ columns, params, plan }: StoredTable, name: string): string | undefined {
  const { column, param } = meaningOf(plan.method.columns, plan.params, name);
  if (column !== undefined) return columns.find((one) => one.column === column)?.stored;
  return params.find((one) => one.param === param)?.stored;
}

/** What a stored column holds; undefined: none of the resource's. */
export function typeOfStored({ columns, params }: StoredTable, stored: string): CatalogueType | undefined {
  return (
    columns.find((one) => one.stored === stored)?.column.type ??
    params.find((one) => one.stored === stored)?.param.type
  );
}
