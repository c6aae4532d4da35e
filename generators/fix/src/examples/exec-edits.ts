import type { Item, JsonArgument, JsonMember, Span } from '@plumbline/sql';
import { type Edit, insertion } from '../text/edits.ts';
import { append, itemEnd, markIn, removeItems, replaceAll, separated, spanOf } from './list-edits.ts';
import type { ResourceStatement } from './shown.ts';
import { jsonMember, type StatementChange, slotName, slotValue } from './slot.ts';

/** The edits of an EXEC: its arguments, and the members of its JSON. */
export function exec(
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

function asItem(span: Span): Item {
  return { start: span.start, end: span.end, required: null, comments: [] };
}
