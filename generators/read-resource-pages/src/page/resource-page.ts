import {
  DIALECTS,
  type Dictionary,
  type DraftDiagnostic,
  type JsonValue,
  type ResourcePage,
  type Source,
} from '@plumbline/model';
import { located, type Span, sourceAt } from '../document/page-text.ts';
import type { Section } from '../document/sections.ts';
import { type Pane, panesOf, proseItemsOf, tablesOf } from '../panes/panes.ts';
import { type PageContext, reportTo } from './context.ts';
import { dialectOf } from './dialect.ts';
import { readExamples } from './examples.ts';
import { readFields } from './fields.ts';
import { readMethods } from './methods.ts';
import type { Overview } from './overview.ts';
import { readParameters } from './parameters.ts';
import { readResourceId } from './resource-id.ts';
import { readSummary } from './summary.ts';

/** What is known of a page before its own sections are read. */
export interface PageParts {
  readonly sections: readonly Section[];
  readonly preamble: Span;
  readonly frontMatter: Dictionary<JsonValue>;
  readonly overviewPanes: readonly Pane[];
  readonly overview: Overview;
}

export interface ResourcePageOptions {
  readonly provider: string | null;
  readonly diagnostics: DraftDiagnostic[];
}

/** Reads the page of a resource or a view. */
export function readResourcePage(
  start: PageContext,
  parts: PageParts,
  { provider, diagnostics }: ResourcePageOptions,
): ResourcePage {
  const { sections, overview, frontMatter } = parts;
  const id = readResourceId(start, overview, { provider, frontMatter });
  const page: PageContext = { ...start, report: reportTo(start, diagnostics, { resource: id.value }) };

  const panesUnder = (kind: Section['subject']['kind']): readonly Pane[] =>
    sections.filter(({ subject }) => subject.kind === kind).flatMap((section) => panesOf(page, section));
  const headingOf = (kind: Section['subject']['kind']): Source | null => {
    const section = sections.find(({ subject }) => subject.kind === kind);
    return section === undefined ? null : sourceAt(page, section.heading.start);
  };
  const [fieldPanes, methodPanes, parameterPanes] = [
    panesUnder('fields'),
    panesUnder('methods'),
    panesUnder('parameters'),
  ];
  const examples = sections.flatMap((section) =>
    section.subject.kind === 'examples'
      ? [{ verb: section.subject.verb, panes: panesOf(page, section) }]
      : [],
  );
  const dialect = dialectOf(page, {
    overview: parts.overviewPanes,
    fields: fieldPanes,
    methods: methodPanes,
    hasParameters: headingOf('parameters') !== null,
    hasExamples: examples.length > 0,
  });
  const isView = overview.type?.toLowerCase() === 'view' || saysItIsView(page, fieldPanes);
  reportMissing(page, { sections, fieldPanes, methodPanes, isView });

  const lastPart = id.value.slice(id.value.lastIndexOf('.') + 1);
  return {
    file: page.file,
    dialect,
    frontMatter,
    id,
    name:
      overview.name === null
        ? { value: lastPart, source: id.source }
        : located(page, overview.name.offset, overview.name.value),
    kind: isView ? 'view' : 'resource',
    summary: readSummary(page, parts.preamble),
    overview: overview.rows,
    fieldSets: readFields(page, fieldPanes),
    methods: readMethods(page, methodPanes),
    parameters: readParameters(page, parameterPanes),
    examples: examples.flatMap(({ verb, panes }) =>
      readExamples(page, panes, { verb, abilities: DIALECTS[dialect] }),
    ),
    sections: {
      overview: headingOf('overview'),
      fields: headingOf('fields'),
      methods: headingOf('methods'),
      parameters: headingOf('parameters'),
    },
  };
}

function saysItIsView(page: PageContext, panes: readonly Pane[]): boolean {
  return says(page, panes, /\bThis resource is a view\b/);
}

function says(page: PageContext, panes: readonly Pane[], what: RegExp): boolean {
  return panes.flatMap(proseItemsOf).some(({ start, end }) => what.test(page.text.slice(start, end)));
}

interface MainSections {
  readonly sections: readonly Section[];
  readonly fieldPanes: readonly Pane[];
  readonly methodPanes: readonly Pane[];
  readonly isView: boolean;
}

/** A page may have no methods, or no fields, if it says so; else nothing of them is known, and that is told. */
function reportMissing(page: PageContext, { sections, fieldPanes, methodPanes, isView }: MainSections): void {
  const hasNone = (panes: readonly Pane[], reason: RegExp): boolean =>
    panes.every((pane) => pane.tab === null && tablesOf(pane).length === 0) && !says(page, panes, reason);
  const fields = sections.find(({ subject }) => subject.kind === 'fields');
  const methods = sections.find(({ subject }) => subject.kind === 'methods');
  const top = sections[0]?.heading.start ?? 0;
  if (fields === undefined) page.report('fields-section-missing', {}, top);
  else if (hasNone(fieldPanes, /\bnot supported\b/)) {
    page.report('section-empty', { section: 'Fields' }, fields.heading.start);
  }
  if (methods === undefined && !isView) page.report('methods-section-missing', {}, top);
  else if (methods !== undefined && hasNone(methodPanes, /\bNo (?:additional )?methods\b/)) {
    page.report('section-empty', { section: 'Methods' }, methods.heading.start);
  }
}
