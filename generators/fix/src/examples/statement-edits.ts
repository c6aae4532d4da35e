import type { Item, Span } from '@plumbline/sql';
import { type Edit, insertion } from '../text/edits.ts';
import { indentAt } from '../text/line-ends.ts';
import { exec } from './exec-edits.ts';
import { append, clauseRemoval, itemEnd, markIn, removeItems, replaceAll, spanOf } from './list-edits.ts';
import type { ResourceStatement } from './shown.ts';
import { type Slot, type StatementChange, slotName, slotValue } from './slot.ts';

/** The edits of a statement's text; items keep their order, new ones come behind. */
export function editStatement(
  text: string,
  tree: ResourceStatement,
  { params, bodyFields, remove }: StatementChange,
): readonly Edit[] {
  switch (tree.kind) {
    case 'select':
      return [
        ...removeItems(tree.query.columns, remove, () => [replaceAll(tree.query.columns, '*')]),
        ...where(text, tree.query.where, params, {
          mark: '-- required',
          at: endOf(tree.query.from.at(-1)) ?? tree.end,
          opening: '\nWHERE ',
          remove,
        }),
      ];
    case 'insert':
      return [
        ...insert(text, tree, [...params, ...bodyFields], remove),
        ...removeItems(tree.returning, remove, () => clauseRemoval(text, tree.returning, 'RETURNING')),
      ];
    case 'update':
    case 'replace':
      return [
        ...assignments(text, tree, bodyFields, remove),
        ...where(text, tree.where, params, {
          mark: '--required',
          at: setEnd(tree),
          opening: '\nWHERE \n',
          remove,
        }),
        ...removeItems(tree.returning, remove, () => clauseRemoval(text, tree.returning, 'RETURNING')),
      ];
    case 'delete':
      return [
        ...where(text, tree.where, params, {
          mark: '--required',
          at: tree.resource.end,
          opening: '\nWHERE ',
          remove,
        }),
        ...removeItems(tree.returning, remove, () => clauseRemoval(text, tree.returning, 'RETURNING')),
      ];
    case 'exec':
      return exec(text, tree, { params, bodyFields, remove });
  }
}

interface WhereOptions {
  readonly mark: string;
  /** Where the clause would stand. */
  readonly at: number;
  readonly opening: string;
  readonly remove: ReadonlySet<number>;
}

function where(
  text: string,
  conditions: readonly Item[],
  params: readonly Slot[],
  { mark, at, opening, remove }: WhereOptions,
): readonly Edit[] {
  const own = markIn(text, conditions) ?? mark;
  const written = params.map(
    (slot) => `${slotName(slot.name)} = ${slotValue(slot, true)}${slot.required ? ` ${own}` : ''}`,
  );
  const kept = conditions.filter(({ start }) => !remove.has(start));
  const [first] = kept;
  if (first === undefined && conditions.length > 0) {
    const span = spanOf(conditions);
    return written.length === 0
      ? clauseRemoval(text, conditions, 'WHERE')
      : [{ ...span, text: written.join('\nAND ') }];
  }
  const removed = removeItems(conditions, remove, () => []);
  if (written.length === 0) return removed;
  if (first === undefined) return [insertion(at, `${opening}${written.join('\nAND ')}`)];
  const behind = kept.findLast(({ required }) => required !== null);
  const indent = indentAt(text, (behind ?? first).start);
  if (behind === undefined)
    return [...removed, insertion(first.start, written.map((one) => `${one}\n${indent}AND `).join(''))];
  const end = itemEnd(behind);
  return [...removed, insertion(end, written.map((one) => `\n${indent}AND ${one}`).join(''))];
}

function assignments(
  text: string,
  tree: Extract<ResourceStatement, { readonly kind: 'update' | 'replace' }>,
  fields: readonly Slot[],
  remove: ReadonlySet<number>,
): readonly Edit[] {
  const { assignments: list, comments } = tree.set;
  const written = fields.map((slot) => `${slotName(slot.name)} = ${slotValue(slot, false)}`);
  const kept = list.filter(({ start }) => !remove.has(start));
  const last = kept.at(-1);
  if (last === undefined) {
    const said = list.length > 0 ? spanOf(list) : comments.length > 0 ? spanOf(comments) : null;
    const content = written.length === 0 ? '-- No updatable properties' : written.join(',\n');
    if (said === null) return written.length === 0 ? [] : [insertion(tree.set.end, `\n${content}`)];
    return list.length === 0 && written.length === 0 ? [] : [{ ...said, text: content }];
  }
  return [...removeItems(list, remove, () => []), ...append(text, last, list, written)];
}

function insert(
  text: string,
  { columns, source }: Extract<ResourceStatement, { readonly kind: 'insert' }>,
  slots: readonly Slot[],
  remove: ReadonlySet<number>,
): readonly Edit[] {
  const gone = new Set(columns.flatMap(({ start }, i) => (remove.has(start) ? [i] : [])));
  const lists = source.kind === 'query' ? [source.columns] : source.rows.map(({ values }) => values);
  const values = slots.map((slot) => `${slotValue(slot, false)}${slot.required ? ' /* required */' : ''}`);
  const names = slots.map(({ name }) => slotName(name));
  return [
    ...listEdits(text, columns, gone, names),
    ...lists.flatMap((list) => (list.length === columns.length ? listEdits(text, list, gone, values) : [])),
  ];
}

/** A list of which some items go by their number and others come behind. */
function listEdits(
  text: string,
  items: readonly Item[],
  gone: ReadonlySet<number>,
  added: readonly string[],
): readonly Edit[] {
  const removed = new Set(items.filter((_, i) => gone.has(i)).map(({ start }) => start));
  const last = items.findLast(({ start }) => !removed.has(start));
  if (last === undefined) return items.length === 0 ? [] : [replaceAll(items, added.join(',\n'))];
  return [...removeItems(items, removed, () => []), ...append(text, last, items, added)];
}

function endOf(span: Span | undefined): number | null {
  return span === undefined ? null : span.end;
}

function setEnd({ set }: Extract<ResourceStatement, { readonly kind: 'update' | 'replace' }>): number {
  return Math.max(set.end, ...set.assignments.map(itemEnd), ...set.comments.map(({ end }) => end));
}
