import {
  type Located,
  type PageMethod,
  type PageParameterName,
  SQL_VERBS,
  type SqlVerb,
} from '@plumbline/model';
import { located, sourceAt } from '../document/page-text.ts';
import { nameIn, namesIn } from '../markup/names.ts';
import type { ProseSpan } from '../markup/prose.ts';
import { type Pane, tablesOf } from '../panes/panes.ts';
import { cellOf, type Table } from '../tables/table.ts';
import { proseCell } from './cells.ts';
import type { PageContext } from './context.ts';
import { type NamedRow, namedRows, type SeenNames } from './rows.ts';

/** The tables of a Methods section: of methods, and those that some providers have below, of their parameters. */
export interface MethodTables {
  readonly methods: readonly Table[];
  readonly parameters: readonly Table[];
}

/** A table without verbs is of parameters where another one has them. */
export function methodTables(panes: readonly Pane[]): MethodTables {
  const tables = panes.flatMap(tablesOf).map(({ item }) => item.table);
  const hasVerbs = ({ columns }: Table): boolean => columns.includes('verb');
  if (!tables.some(hasVerbs)) return { methods: tables, parameters: [] };
  return {
    methods: tables.filter(hasVerbs),
    parameters: tables.filter((table) => !hasVerbs(table)),
  };
}

/** The rows of the Methods table. */
export function readMethods(page: PageContext, tables: readonly Table[]): readonly PageMethod[] {
  const seen: SeenNames = new Map();
  return tables.flatMap((table) =>
    namedRows(page, table, { section: 'Methods', seen }).map((named) => readMethod(page, table, named)),
  );
}

function readMethod(page: PageContext, table: Table, { row, name }: NamedRow): PageMethod {
  const cell = (column: Parameters<typeof cellOf>[2]) => cellOf(table, row, column);
  const optional = cell('optional');
  const resourceCell = cell('resource');
  const resource = resourceCell === null ? null : nameIn(page, resourceCell);
  return {
    name: located(page, name.offset, name.value),
    ...(resource !== null && { resource: resource.value }),
    anchor: name.anchor,
    verb: readVerb(page, cell('verb'), { method: name.value, rowStart: row.start }),
    required: parameterNames(page, cell('required')),
    optional: optional === null ? null : parameterNames(page, optional),
    description: proseCell(page, cell('description')),
    source: sourceAt(page, row.start),
  };
}

function readVerb(
  page: PageContext,
  cell: ProseSpan | null,
  { method, rowStart }: { readonly method: string; readonly rowStart: number },
): Located<SqlVerb> | null {
  const names = cell === null ? [] : namesIn(page, cell);
  const given = names.map(({ value }) => value).join(', ');
  const offset = names[0]?.offset ?? rowStart;
  const verb = SQL_VERBS.find((one) => one === given.toLowerCase());
  if (verb !== undefined) return located(page, offset, verb);
  page.report('verb-unknown', { method, verb: given === '' ? null : given }, offset, { subject: { method } });
  return null;
}

function parameterNames(page: PageContext, cell: ProseSpan | null): readonly PageParameterName[] {
  if (cell === null) return [];
  return namesIn(page, cell).map(({ value, offset, anchor }) => ({
    name: located(page, offset, value),
    anchor,
  }));
}
