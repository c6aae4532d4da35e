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
import { type Pane, panesOf, says, tablesOf } from '../panes/panes.ts';
import { type PageContext, reportTo } from './context.ts';
import { dialectOf } from './dialect.ts';
import { readExamples } from './examples.ts';
import { readFields } from './fields.ts';
import { checkLinks } from './links.ts';
import { methodTables, readMethods } from './methods.ts';
import { reportMissing } from './missing-sections.ts';
import type { Overview } from './overview.ts';
import { readParameters } from './parameters.ts';
import { readResourceId } from './resource-id.ts';
import { reportStrayRows } from './stray-rows.ts';
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
  const abilities = DIALECTS[dialect];
  const isView =
    overview.type?.toLowerCase() === 'view' || says(page, fieldPanes, /\bThis resource is a view\b/);
  checkLinks(page);
  reportMissing(page, { sections, fieldPanes, methodPanes, isView });
  reportStrayRows(page, 'Fields', fieldPanes);
  reportStrayRows(page, 'Methods', methodPanes);
  reportStrayRows(page, 'Parameters', parameterPanes);
  const tables = methodTables(methodPanes);
  const methods = readMethods(page, tables.methods);
  const parameterTables = parameterPanes.flatMap(tablesOf).map(({ item }) => item.table);

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
    fieldSets: readFields(page, fieldPanes, { abilities, methods }),
    methods,
    parameters: readParameters(page, [...parameterTables, ...tables.parameters]),
    examples: examples.flatMap(({ verb, panes }) => readExamples(page, panes, { verb, abilities, methods })),
    sections: {
      overview: headingOf('overview'),
      fields: headingOf('fields'),
      methods: headingOf('methods'),
      parameters: headingOf('parameters'),
    },
  };
}
