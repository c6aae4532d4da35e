import type { ApiDocument } from '../document/document.ts';
import type { Operation } from '../document/operation.ts';
import { valueAt, withValueAt } from '../document/pointer.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../json.ts';
import type { ProviderPagination } from '../provider/provider.ts';
import type { Check } from '../schema/checker.ts';
import type { Fault } from '../schema/problem.ts';

/** What a list's pages are made of. */
export interface PagingContext {
  readonly pagination: ProviderPagination;
  readonly operation: Operation;
  readonly document: ApiDocument;
  /** The query as its schemas read it. */
  readonly query: { readonly [name: string]: JsonValue };
  /** Of the whole list. */
  readonly items: number;
  readonly pageSize: number;
  /** Items have nothing but what is required. */
  readonly isMinimal: boolean;
  /** Another item, where the body has too few. */
  readonly makeItem: (index: number) => JsonValue | undefined;
  readonly check: Check;
}

export interface Page {
  readonly body: JsonValue;
  /** Query parameters of the next page; null: this is the last, or the body tells it. */
  readonly next: { readonly [name: string]: string } | null;
}

/** Cuts one page out of a list; null: the body holds no list there. */
export function pageOf(body: JsonValue, context: PagingContext): Page | null {
  const { pagination } = context;
  const pointer = pagination.items ?? '';
  const list = valueAt(body, pointer) ?? [];
  if (!Array.isArray(list)) return null;
  const { start, size } = windowOf(context);
  const found = list.length > 0 ? list : firstItem(context);
  // Where the body has none, and another could not have one either, there is no list.
  if (found.length === 0 && valueAt(body, pointer) === undefined) return null;
  // Where none can be made, the list has none.
  const all = found.length > 0 ? context.items : 0;
  const end = Math.min(all, start + size);
  const pageWith = (items: readonly JsonValue[]) => withValueAt(withPlaces(body, pointer), pointer, items);
  const isAllowed = (item: JsonValue) => context.check(pageWith([item])).length === 0;
  const items: JsonValue[] = [];
  for (let i = start; i < end; i += 1) items.push(itemAt(found, i, { ...context, isAllowed }));
  const page = withoutRepeats(pageWith(items), pointer, context.check);
  const isLast = end >= all;
  if (pagination.kind !== 'cursor') {
    const cursor = cursorParam(context);
    const next = isLast || cursor === null ? null : { [cursor]: cursorText(end, cursor, context) };
    return { body: page, next: pagination.kind === 'link' ? next : null };
  }
  return {
    body: withNext(
      page,
      pagination.next,
      isLast ? null : cursorText(end, pagination.cursorParam, context),
      context.check,
    ),
    next: null,
  };
}

/** From where, and how many at most. */
function windowOf(context: PagingContext): { readonly start: number; readonly size: number } {
  const { pagination, query, pageSize } = context;
  const asked = pagination.limitParam === null ? undefined : member(query, pagination.limitParam);
  const size = typeof asked === 'number' && asked > 0 ? Math.floor(asked) : pageSize;
  const value = (name: string) => member(query, name);
  switch (pagination.kind) {
    case 'offset':
      return { start: whole(value(pagination.offsetParam)), size };
    case 'page': {
      const first = firstPage(pagination.pageParam, context);
      const page = value(pagination.pageParam);
      return { start: Math.max(0, (page === undefined ? first : whole(page)) - first) * size, size };
    }
    case 'cursor':
      return { start: cursorIndex(value(pagination.cursorParam)), size };
    case 'link': {
      const name = cursorParam(context);
      const given = name === null ? undefined : value(name);
      return { start: cursorIndex(given), size };
    }
  }
}

function whole(value: JsonValue | undefined): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) && number > 0 ? Math.floor(number) : 0;
}

/** Zero by default, or where none is lower; else one. */
function firstPage(name: string, { operation, document }: PagingContext): number {
  const declared = operation.parameters.find((each) => each.in === 'query' && each.name === name);
  const schema = document.follow(declared?.schema);
  return (member(schema, 'default') ?? member(schema, 'minimum')) === 0 ? 0 : 1;
}

/** Names by which lists are known to go on, where the provider does not say. */
const CURSORS = /^(?:after|cursor|next|since|page_?token|next_?token|starting_?after|start|offset)$/i;

/** The parameter of the next page's address: a declared one, else one of ours, which every operation with links has. */
export const OWN_CURSOR = 'plumbline-after';

function cursorParam({ pagination, operation }: PagingContext): string | null {
  if (pagination.kind !== 'link') return null;
  const queries = operation.parameters.filter((each) => each.in === 'query');
  return queries.find(({ name, schema }) => CURSORS.test(name) && isOpen(schema))?.name ?? OWN_CURSOR;
}

/** Whether a parameter takes any text: `since` is a date more often than a cursor. */
function isOpen(schema: JsonValue | undefined): boolean {
  return ['format', 'pattern', 'enum', 'const'].every((keyword) => {
    const value = member(schema, keyword);
    return value === undefined || (keyword === 'format' && member(schema, 'type') === 'integer');
  });
}

function cursorText(index: number, name: string, { operation }: PagingContext): string {
  const schema = operation.parameters.find((each) => each.in === 'query' && each.name === name)?.schema;
  const type = member(schema, 'type');
  return type === 'integer' || type === 'number' ? String(index) : cursorName(index);
}

function cursorName(index: number): string {
  return `item-${index}`;
}

/** A cursor of ours, else the start: tests send what their schema makes of it. */
function cursorIndex(value: JsonValue | undefined): number {
  if (typeof value === 'number') return whole(value);
  return Number(/^item-(\d{1,9})$/.exec(typeof value === 'string' ? value : '')?.[1] ?? 0);
}

/** So many are made, until one is there. */
const ATTEMPTS = 5;

function firstItem({ makeItem }: PagingContext): readonly JsonValue[] {
  for (let index = 0; index < ATTEMPTS; index += 1) {
    const item = makeItem(index);
    if (item !== undefined) return [item];
  }
  return [];
}

interface ItemContext extends PagingContext {
  readonly isAllowed: (item: JsonValue) => boolean;
}

/** The item of an index: the body's own, then others, told apart by their ids, else made for it. */
function itemAt(
  found: readonly JsonValue[],
  index: number,
  { makeItem, isAllowed, isMinimal }: ItemContext,
): JsonValue {
  const own = found[index];
  const model = own ?? found[index % found.length] ?? null;
  const item = own ?? made(model, index, { makeItem, isAllowed }) ?? model;
  // Objects of which nothing is said would be all alike.
  const isBare = !isMinimal && isObject(item) && Object.keys(item).length === 0;
  const marked = isBare ? { id: index + 1 } : null;
  return marked !== null && isAllowed(marked) ? marked : item;
}

/** Another item than those that are there: of a variant of the whole, it may not be one of this. */
function made(
  model: JsonValue,
  index: number,
  { makeItem, isAllowed }: Pick<ItemContext, 'makeItem' | 'isAllowed'>,
): JsonValue | undefined {
  const alike = numbered(model, index);
  if (alike !== null) return alike;
  const other = makeItem(index);
  return other === undefined || (!isAllowed(other) && isAllowed(model)) ? undefined : other;
}

/** Of items that must differ, each once: the choices of an enum are soon all there. */
function withoutRepeats(page: JsonValue, pointer: string, check: Check): JsonValue {
  const items = valueAt(page, pointer);
  const isRefused = ({ pointer: at, keyword }: Fault) => at === pointer && keyword === 'uniqueItems';
  if (!Array.isArray(items) || !check(page).some(isRefused)) return page;
  const unique = new Map(items.map((item: JsonValue) => [JSON.stringify(item), item]));
  return withValueAt(page, pointer, [...unique.values()]);
}

/** Null: it has no id that a number would fit into. */
function numbered(item: JsonValue, index: number): JsonValue | null {
  const id = isObject(item) ? member(item, 'id') : undefined;
  if (typeof id === 'number') return { ...(item as JsonObject), id: id + index };
  if (typeof id !== 'string' || id.length < 4) return null;
  const mark = String(index);
  return { ...(item as JsonObject), id: id.slice(0, Math.max(0, id.length - mark.length)) + mark };
}

/** The body with its cursor, or without one on the last page, as its schema allows. */
function withNext(body: JsonValue, pointer: string, cursor: string | null, check: Check): JsonValue {
  const placed = withPlaces(body, pointer);
  if (cursor !== null) {
    const numbered = withValueAt(placed, pointer, Number(cursor));
    const isNumber = /^\d+$/.test(cursor) && check(numbered).length === 0;
    return isNumber ? numbered : withValueAt(placed, pointer, cursor);
  }
  const candidates = [undefined, null, ''].map((value) => withValueAt(placed, pointer, value));
  return candidates.find((candidate) => check(candidate).length === 0) ?? withValueAt(placed, pointer, null);
}

/** The objects on the way to a place, made where there are none. */
function withPlaces(body: JsonValue, pointer: string): JsonValue {
  const tokens = pointer.split('/').slice(1, -1);
  return tokens.reduce((whole: JsonValue, _token, i) => {
    const at = `/${tokens.slice(0, i + 1).join('/')}`;
    return isObject(valueAt(whole, at)) ? whole : withValueAt(whole, at, {});
  }, body);
}
