import {
  byCodeUnit,
  type FieldSet,
  type PageMethod,
  type PageParameter,
  type ResourcePage,
} from '@plumbline/model';
import { kept } from './kept.ts';

/** A resource page with its id taken apart. */
export interface DocumentedResource {
  readonly page: ResourcePage;
  /** `okta.users.oauth_tokens`. */
  readonly id: string;
  readonly service: string;
  readonly name: string;
  /** The Parameters table by the names that the page shows; of two rows of one name the first. */
  readonly rows: ReadonlyMap<string, PageParameter>;
  /** The Fields tables by the method that they are of; under null the resource's own. */
  readonly tables: ReadonlyMap<string | null, FieldSet>;
  readonly views: ReadonlySet<string>;
  readonly methods: ReadonlyMap<string, PageMethod>;
  /** The page may show the API's names in snake case: it tells some of them by a hint, or has no capital in any name. */
  readonly inSnakeCase: boolean;
}

/** Takes the ids of pages apart and puts the pages in an order that does not depend on how they were found. */
export function documentedResources(
  pages: readonly ResourcePage[],
  known: WeakMap<ResourcePage, DocumentedResource> = new WeakMap(),
): readonly DocumentedResource[] {
  return pages
    .map((page) => kept(known, page, () => documentedResource(page)))
    .sort((a, b) => byCodeUnit(a.id, b.id) || byCodeUnit(a.page.file, b.page.file));
}

function documentedResource(page: ResourcePage): DocumentedResource {
  const id = page.id.value;
  const [, service = '', ...rest] = id.split('.');
  return {
    page,
    id,
    service,
    name: rest.length === 0 ? page.name.value : rest.join('.'),
    rows: firstBy(page.parameters, (row) => row.name.value),
    tables: firstBy(
      page.fieldSets.filter(({ view }) => view === null),
      (table) => table.method?.value ?? null,
    ),
    views: new Set(page.fieldSets.flatMap(({ view }) => (view === null ? [] : [view.value]))),
    methods: firstBy(page.methods, (method) => method.name.value),
    inSnakeCase: isInSnakeCase(page),
  };
}

function isInSnakeCase({ fieldSets, methods, parameters }: ResourcePage): boolean {
  const rows = [...fieldSets.flatMap(({ fields }) => fields), ...parameters];
  if (rows.some(({ wireName }) => wireName !== null)) return true;
  const listed = methods.flatMap(({ required, optional }) => [...required, ...(optional ?? [])]);
  return ![...rows, ...listed].some(({ name }) => /\p{Lu}/u.test(name.value));
}

function firstBy<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, T> {
  return new Map([...items].reverse().map((item) => [keyOf(item), item]));
}

/** How the config names a method: `okta.users.users.get`. */
export function methodId(resource: DocumentedResource, method: PageMethod): string {
  return `${resource.id}.${method.name.value}`;
}

/** The Fields table of a method: the tab of its own, else that of the resource, which is for all SELECT methods. */
export function tableOf({ tables }: DocumentedResource, { name, verb }: PageMethod): FieldSet | null {
  const own = tables.get(name.value);
  if (own !== undefined) return own;
  return verb?.value === 'select' ? (tables.get(null) ?? null) : null;
}

/** The name in the API of a parameter that the page lists, from the `wire` hint of its row. */
export function wireNameOf({ rows }: DocumentedResource, name: string): string {
  return rows.get(name)?.wireName ?? name;
}
