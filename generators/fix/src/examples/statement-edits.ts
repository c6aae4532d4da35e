import type { Comment, Item, JsonArgument, JsonMember, Span } from '@plumbline/sql';
import { type Edit, insertion } from '../text/edits.ts';
import { indentAt } from '../text/line-ends.ts';
import type { ResourceStatement } from './shown.ts';
import { jsonMember, type Slot, slotName, slotValue } from './slot.ts';

/** What a statement is to pass besides, and what it is to leave out. */
export interface StatementChange {
  /** Parameters of the path, the query and so on. */
  readonly params: readonly Slot[];
  readonly bodyFields: readonly Slot[];
  /** Items that go, by where they start. */
  readonly remove: ReadonlySet<number>;
}

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
  const indent = indentAt(text, (behind ?? first).start).replace(/\S.*/, '');
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

function exec(
  text: string,
  tree: Extract<ResourceStatement, { readonly kind: 'exec' }>,
  { params, bodyFields, remove }: StatementChange,
): readonly Edit[] {
  const { arguments: list, json } = tree;
  const mark = markIn(text, list) ?? '--required';
  const written = params.map(
    (slot) => `@${slotName(slot.name)}=${slotValue(slot, false)}${slot.required ? ` ${mark}` : ''}`,
  );
  const kept = list.filter(({ start }) => !remove.has(start));
  const last = kept.at(-1);
  const edits: Edit[] = [...removeItems(list, remove, () => [{ ...spanOf(list), text: '' }])];
  if (last !== undefined) edits.push(...append(text, last, list, written));
  else if (written.length > 0) edits.push(insertion(tree.method.end, `\n${separated(written)}`));
  const members = bodyFields.map(jsonMember);
  if (json === null) {
    if (members.length > 0) {
      const end = Math.max(tree.end, ...list.map(itemEnd));
      edits.push(insertion(end, `\n@@json=\n'{\n${members.join(',\n')}\n}'`));
    }
    return edits;
  }
  return [...edits, ...jsonEdits(text, json, members, remove)];
}

function jsonEdits(
  text: string,
  { value, members }: JsonArgument,
  added: readonly string[],
  remove: ReadonlySet<number>,
): readonly Edit[] {
  const spans = members.map(memberSpan);
  const last = spans.findLast(({ start }) => !remove.has(start));
  if (last !== undefined)
    return [
      ...removeItems(spans.map(asItem), remove, () => []),
      ...added.map((one) => insertion(last.end, `,\n${one}`)),
    ];
  if (spans.length > 0) return [replaceAll(spans, added.join(',\n'))];
  const open = text.indexOf('{', value.start);
  if (added.length === 0 || open === -1 || open >= value.end) return [];
  return [insertion(open + 1, `\n${added.join(',\n')}\n`)];
}

/** A member with its quotes and its value. */
export function memberSpan({ start, value }: JsonMember): Span {
  return { start: start - 1, end: value.end };
}

/** Arguments, each with its comma before its mark: behind it, the comment would swallow it. */
function separated(written: readonly string[]): string {
  return written.map((one, i) => (i + 1 < written.length ? one.replace(/(?= --|$)/, ',') : one)).join('\n');
}

/** New items behind the last one of a list with commas; the comma stands before a comment that runs to the line's end. */
function append(
  text: string,
  last: Item,
  items: readonly Item[],
  written: readonly string[],
): readonly Edit[] {
  if (written.length === 0) return [];
  const isOneLine = !isMultiLine(text, items);
  const gap = isOneLine ? ' ' : `\n${indentAt(text, last.start).replace(/\S.*/, '')}`;
  const lineComment = commentsOf(last).find(({ style, place }) => style === 'line' && place === 'after');
  if (lineComment === undefined || isOneLine)
    return [insertion(itemEnd(last), written.map((one) => `,${gap}${one}`).join(''))];
  const swallowed = text.slice(lineComment.start, itemEnd(last)).trimEnd().endsWith(',');
  const followed = /^\s*,/.test(text.slice(last.end, lineComment.start));
  const comma = swallowed || followed ? [] : [insertion(last.end, ',')];
  const lines = separated(written).split('\n').join(gap);
  return [...comma, insertion(itemEnd(last), gap + lines)];
}

function isMultiLine(text: string, items: readonly Span[]): boolean {
  const [first, second] = items;
  if (first === undefined) return true;
  if (second !== undefined) return text.slice(first.end, second.start).includes('\n');
  return (
    text.slice(text.lastIndexOf('\n', first.start - 1) + 1, first.start).trim() === '' || text.includes('\n')
  );
}

/** Takes items out of a list with what separates them; `all` says what happens where none would be left. */
function removeItems(
  items: readonly Item[],
  remove: ReadonlySet<number>,
  all: () => readonly Edit[],
): readonly Edit[] {
  if (!items.some(({ start }) => remove.has(start))) return [];
  if (items.every(({ start }) => remove.has(start))) return all();
  const edits: Edit[] = [];
  const firstKept = items.findIndex(({ start }) => !remove.has(start));
  for (const [i, item] of items.entries()) {
    if (!remove.has(item.start)) continue;
    const [before, next] = [items[i - 1], items[i + 1]];
    if (i < firstKept && next !== undefined) edits.push({ start: item.start, end: next.start, text: '' });
    else if (before !== undefined) edits.push({ start: itemEnd(before), end: itemEnd(item), text: '' });
  }
  return edits;
}

function replaceAll(items: readonly Span[], text: string): Edit {
  return { ...spanOf(items), text };
}

/** The clause with its keyword. */
function clauseRemoval(text: string, items: readonly Item[], keyword: string): readonly Edit[] {
  const { start, end } = spanOf(items);
  const at = text.toUpperCase().lastIndexOf(keyword, start);
  if (at === -1) return [];
  let from = at;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from -= 1;
  return [{ start: from, end, text: '' }];
}

function spanOf(items: readonly (Span & Partial<Item>)[]): Span {
  return {
    start: Math.min(...items.map(({ start }) => start)),
    end: Math.max(...items.map((item) => itemEnd({ required: null, comments: [], ...item }))),
  };
}

function commentsOf({ required, comments }: Item): readonly Comment[] {
  return required === null ? comments : [required, ...comments];
}

/** The end of an item with the comments behind it. */
function itemEnd(item: Item): number {
  const behind = commentsOf(item).filter(({ place }) => place === 'after');
  return Math.max(item.end, ...behind.map(({ end }) => end));
}

/** The mark of required items as the statement writes it. */
function markIn(text: string, items: readonly Item[]): string | null {
  const marked = items.find(({ required }) => required !== null)?.required ?? null;
  return marked === null ? null : text.slice(marked.start, marked.end).replace(/[\s,;]+$/, '');
}

function asItem(span: Span): Item {
  return { start: span.start, end: span.end, required: null, comments: [] };
}

function endOf(span: Span | undefined): number | null {
  return span === undefined ? null : span.end;
}

function setEnd({ set }: Extract<ResourceStatement, { readonly kind: 'update' | 'replace' }>): number {
  return Math.max(set.end, ...set.assignments.map(itemEnd), ...set.comments.map(({ end }) => end));
}
