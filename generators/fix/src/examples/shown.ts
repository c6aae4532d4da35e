import type { PageExample, PageStatement } from '@plumbline/model';
import type { CodeItem, MappedText } from '@plumbline/read-resource-pages';
import { parse, type Statement } from '@plumbline/sql';
import { type OpenMethod, type OpenPage, offsetOf } from '../page/open-page.ts';

/** A statement of an example, as a tree that knows where it stands. */
export interface ShownStatement {
  readonly example: PageExample;
  readonly code: MappedText;
  /** How text gets into the code: as it is, or between the backticks of a template literal. */
  readonly isTemplate: boolean;
  readonly tree: ResourceStatement;
  readonly says: PageStatement;
}

export type ResourceStatement = Extract<
  Statement,
  { readonly kind: 'select' | 'insert' | 'update' | 'replace' | 'delete' | 'exec' }
>;

/** The statements of a page that can be read. */
export function statementsOf(open: OpenPage): readonly ShownStatement[] {
  const items = new Map(codeItems(open).map((item) => [item.start, item]));
  return open.page.examples.flatMap((example) => {
    const item = items.get(offsetOf(open.layout, example.source));
    if (item === undefined || example.statements.length === 0) return [];
    const isTemplate = open.layout.text.startsWith('<', item.start);
    const trees = parse(item.code.text).statements.filter(isResourceStatement);
    return trees.flatMap((tree) => {
      const at = resourceStart(tree);
      const says = example.statements.find(
        ({ resource }) => at !== null && offsetOf(open.layout, resource.source) === item.code.offsetAt(at),
      );
      return says === undefined ? [] : [{ example, code: item.code, isTemplate, tree, says }];
    });
  });
}

/** The statements that show a method: as `reconcile` finds them. */
export function statementsShowing(
  open: OpenPage,
  method: OpenMethod,
  all: readonly ShownStatement[],
): readonly ShownStatement[] {
  return all.filter(({ example, says }) => {
    if (says.resource.value !== open.page.id.value) return false;
    const named = says.method ?? example.method;
    if (named !== null) return named.value === method.page.name.value;
    const ofVerb = open.methods.filter(({ page }) => page.verb?.value === says.verb);
    return ofVerb.length === 1 && ofVerb[0] === method;
  });
}

export function codeItems({ layout }: OpenPage): readonly CodeItem[] {
  return layout.sections
    .filter(({ subject }) => subject.kind === 'examples')
    .flatMap(({ panes }) => panes)
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.kind === 'code' ? [item] : []));
}

function isResourceStatement(statement: Statement): statement is ResourceStatement {
  return ['select', 'insert', 'update', 'replace', 'delete', 'exec'].includes(statement.kind);
}

function resourceStart(tree: ResourceStatement): number | null {
  if (tree.kind !== 'select') return tree.resource.start;
  const from = tree.query.from.find(({ source }) => source.kind === 'resource');
  return from?.source.start ?? null;
}
