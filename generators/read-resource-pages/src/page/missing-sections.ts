import type { Section } from '../document/sections.ts';
import { fieldTablesOf, type Pane, says } from '../panes/panes.ts';
import type { PageContext } from './context.ts';

export interface MainSections {
  readonly sections: readonly Section[];
  readonly fieldPanes: readonly Pane[];
  readonly methodPanes: readonly Pane[];
  readonly isView: boolean;
}

/** A page may have no methods, or no fields, if it says so; else nothing of them is known, and that is told. */
export function reportMissing(
  page: PageContext,
  { sections, fieldPanes, methodPanes, isView }: MainSections,
): void {
  const fields = sections.find(({ subject }) => subject.kind === 'fields');
  const methods = sections.find(({ subject }) => subject.kind === 'methods');
  const top = sections[0]?.heading.start ?? 0;
  if (fields === undefined) page.report('fields-section-missing', {}, top);
  else if (isEmpty(fieldPanes) && !says(page, fieldPanes, /\bnot\s+supported\b|\bSee the SQL Definition\b/)) {
    page.report('section-empty', { section: 'Fields' }, fields.heading.start);
  }
  if (methods === undefined) {
    if (!isView) page.report('methods-section-missing', {}, top);
  } else if (isEmpty(methodPanes) && !says(page, methodPanes, /\bNo (?:additional )?methods\b/)) {
    page.report('section-empty', { section: 'Methods' }, methods.heading.start);
  }
}

function isEmpty(panes: readonly Pane[]): boolean {
  return panes.every((pane) => pane.tab === null && fieldTablesOf(pane).length === 0);
}
