import type { Item, Span } from '@plumbline/sql';
import { memberSpan } from '../examples/exec-edits.ts';
import type { ResourceStatement, ShownStatement } from '../examples/shown.ts';
import { type PageChanges, statementChange } from '../page/changes.ts';
import { bareName } from '../page/facts.ts';
import { type Fixer, offsetIn } from './fixer.ts';

interface NamedItem extends Span {
  /** By which columns of the statement it is known. */
  readonly names: readonly string[];
}

/** Takes the item that a finding points at out of its statement. */
export const dropItem: Fixer = (finding, changes) => {
  const offset = offsetIn(changes, finding);
  const name = finding.subject.name ?? '';
  for (const shown of changes.shown()) {
    const { code, tree } = shown;
    if (offset < code.offsetAt(tree.start) || offset > code.offsetAt(tree.end)) continue;
    const found = itemsOf(tree).find(
      ({ start, end }) => code.offsetAt(start) <= offset && offset <= code.offsetAt(end),
    );
    const item = found ?? itemsOf(tree).find(({ names }) => names.includes(name));
    if (item === undefined) return false;
    statementChange(changes, shown).remove.add(item.start);
    return true;
  }
  return false;
};

/** Takes what a statement passes by a name out of it. */
export function dropNamed(changes: PageChanges, shown: ShownStatement, name: string): void {
  for (const item of passedItems(shown.tree))
    if (item.names.some((one) => one === name || bareName(one) === bareName(name)))
      statementChange(changes, shown).remove.add(item.start);
}

function itemsOf(tree: ResourceStatement): readonly NamedItem[] {
  switch (tree.kind) {
    case 'select':
      return [...tree.query.columns.map((item) => named(item, [])), ...passedItems(tree)];
    case 'exec':
      return passedItems(tree);
    default:
      return [...passedItems(tree), ...tree.returning.map((item) => named(item, []))];
  }
}

function passedItems(tree: ResourceStatement): readonly NamedItem[] {
  switch (tree.kind) {
    case 'select':
      return tree.query.where.map(condition);
    case 'delete':
      return tree.where.map(condition);
    case 'update':
    case 'replace':
      return [
        ...tree.set.assignments.map((item) => named(item, [item.column.name])),
        ...tree.where.map(condition),
      ];
    case 'insert':
      return tree.columns.map((item) => named(item, [item.column.name]));
    case 'exec':
      return [
        ...tree.arguments.map((item) => named(item, [item.column.name])),
        ...(tree.json?.members ?? []).map((member) => ({ ...memberSpan(member), names: [member.name] })),
      ];
  }
}

type ConditionItem = Extract<ResourceStatement, { readonly kind: 'delete' }>['where'][number];

function condition(item: ConditionItem): NamedItem {
  const { expression } = item;
  const isPlain = expression.kind === 'binary' && expression.left.kind === 'column';
  return named(item, isPlain ? [expression.left.name] : []);
}

function named({ start, end }: Item, names: readonly string[]): NamedItem {
  return { start, end, names };
}
