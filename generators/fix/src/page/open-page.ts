import {
  byCodeUnit,
  DIALECTS,
  type DialectAbilities,
  type InputFile,
  type Method,
  type PageMethod,
  type ProviderModel,
  type ResourcePage,
  type Source,
} from '@plumbline/model';
import { layoutOf, type PageLayout, type Row, type Table } from '@plumbline/read-resource-pages';

/** A page that is to be mended: what it says, where that stands, and what the model makes of it. */
export interface OpenPage {
  readonly layout: PageLayout;
  readonly page: ResourcePage;
  readonly abilities: DialectAbilities;
  /** In the page's order. */
  readonly methods: readonly OpenMethod[];
  readonly model: ProviderModel;
}

/** A row of the Methods table, and what the method is by pages and spec together. */
export interface OpenMethod {
  readonly page: PageMethod;
  /** Null where the model left it out. */
  readonly model: Method | null;
}

/** A row and the table that it stands in. */
export interface RowPlace {
  readonly table: Table;
  readonly row: Row;
}

/** The methods of a model by the place of their rows. */
export type MethodPlaces = ReadonlyMap<string, Method>;

export function methodPlaces({ services }: ProviderModel): MethodPlaces {
  const places = new Map<string, Method>();
  for (const method of services.flatMap(({ resources }) => resources.flatMap(({ methods }) => methods)))
    if (method.origins.page !== null) places.set(placeKey(method.origins.page), method);
  return places;
}

export function openPage(
  file: InputFile,
  page: ResourcePage,
  { model, places }: { readonly model: ProviderModel; readonly places: MethodPlaces },
): OpenPage {
  const methods = page.methods.map((method) => ({
    page: method,
    model: places.get(placeKey(method.source)) ?? null,
  }));
  return { layout: layoutOf(file), page, abilities: DIALECTS[page.dialect], methods, model };
}

function placeKey({ file, line, column }: Source): string {
  return `${line}:${column}:${file}`;
}

/** The offset of a place on the page. */
export function offsetOf({ lineStarts, text }: PageLayout, { line, column }: Source): number {
  return Math.min((lineStarts[line - 1] ?? text.length) + column - 1, text.length);
}

/** The tables under the headings of a kind. */
export function tablesUnder(
  { layout }: OpenPage,
  kind: 'overview' | 'fields' | 'methods' | 'parameters',
): readonly Table[] {
  return layout.sections
    .filter(({ subject }) => subject.kind === kind)
    .flatMap(({ panes }) => panes)
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.kind === 'table' ? [item.table] : []));
}

/** The row of a kind of table that holds an offset. */
export function rowAt(
  open: OpenPage,
  kind: 'overview' | 'fields' | 'methods' | 'parameters',
  offset: number,
): RowPlace | null {
  for (const table of tablesUnder(open, kind)) {
    if (offset < table.start || offset >= table.end) continue;
    const row = table.rows.find(({ whole }) => whole.start <= offset && offset < whole.end);
    if (row !== undefined) return { table, row };
  }
  return null;
}

/** The method of a name. */
export function methodNamed({ methods }: OpenPage, name: string | undefined): OpenMethod | null {
  return methods.find(({ page }) => page.name.value === name) ?? null;
}

/** In an order that does not depend on how the files were found. */
export function byPath(a: InputFile, b: InputFile): number {
  return byCodeUnit(a.path, b.path);
}
