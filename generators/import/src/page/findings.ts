import { type DraftDiagnostic, diagnose, type Source } from '@plumbline/model';
import type { UnreadExample } from './examples.ts';
import type { FactRows } from './fact-rows.ts';
import type { FieldSets } from './field-sets.ts';
import type { OpenMethodRow } from './method-rows.ts';
import type { Outline } from './outline.ts';
import type { PlacedRows } from './place-lists.ts';
import type { RenderedPage } from './rendered-page.ts';

/** The parts of a page as they were read, before it is put together. */
export interface ReadParts {
  readonly unread: readonly UnreadExample[];
  readonly parameters: FactRows;
  readonly rows: readonly OpenMethodRow[];
  readonly placed: PlacedRows;
  readonly fieldSets: FieldSets;
}

/** What the parts leave open: what cannot be read, can be read in two ways, or had to be inferred. */
export function openFindings({
  unread,
  parameters,
  rows,
  placed,
  fieldSets,
}: ReadParts): readonly DraftDiagnostic[] {
  const unnamed = fieldSets.sets.length > 1 ? fieldSets.sets.filter(({ method }) => method === null) : [];
  return [
    ...unread.map(({ block, reason }) =>
      diagnose({ code: 'import-example-unreadable', args: { reason }, at: block.source }),
    ),
    ...[...parameters.doubtful, ...fieldSets.doubtful].map(({ name, other, source }) =>
      diagnose({ code: 'import-row-doubtful', args: { name, other }, at: source, subject: { name } }),
    ),
    ...rows.flatMap(({ name, inferred, source }) => {
      const args = { method: name, names: inferred };
      const subject = { method: name };
      return inferred.length === 0
        ? []
        : [diagnose({ code: 'import-names-doubtful', args, at: source, subject })];
    }),
    ...placed.doubtful.map(({ name: method, source }) =>
      diagnose({ code: 'import-column-doubtful', args: { method }, at: source, subject: { method } }),
    ),
    ...fieldSets.missing.map(({ method, source }) =>
      diagnose({ code: 'import-tab-missing', args: { method }, at: source, subject: { method } }),
    ),
    ...unnamed.map(({ source }) => diagnose({ code: 'import-tab-unnamed', args: {}, at: source })),
  ];
}

/** The sections that the page should have, and has not. */
export function missingSections(page: RenderedPage, at: Source): readonly DraftDiagnostic[] {
  const missing = [
    ...(page.fieldSets.length === 0 && page.unsupported === null ? ['Fields'] : []),
    ...(page.methods.length === 0 ? ['Methods'] : []),
    ...(page.parameters.length === 0 &&
    page.methodColumns.includes('optional') &&
    page.methods.some(({ required, optional }) => required.length + optional.length > 0)
      ? ['Parameters']
      : []),
  ];
  return missing.map((section) => diagnose({ code: 'import-section-missing', args: { section }, at }));
}

/** Tables of which not one row could be read, though something stands there. */
export function unreadTables({ tables }: Outline, page: RenderedPage): readonly DraftDiagnostic[] {
  const read = new Set(
    [...page.methods, ...page.parameters, ...page.fieldSets.flatMap(({ rows }) => rows)].map(
      ({ source }) => source.line,
    ),
  );
  return tables.flatMap(({ lines, source, kind, hasRowsInHeader }) => {
    const isEmpty = lines.every(({ text }) => text === '');
    const isRead = isEmpty || lines.some((line) => read.has(line.source.line));
    if (isRead && !hasRowsInHeader) return [];
    const section = kind === 'methods' ? 'Methods' : 'Fields or Parameters';
    return [diagnose({ code: 'import-table-unreadable', args: { section }, at: source })];
  });
}
