import { byCodeUnit, catalogue, type Diagnostic, type ProviderModel, type Source } from '@plumbline/model';
import { type Encoded, join, mdx, mdxAttribute, mdxInline, mdxText, type View } from '@plumbline/render';
import { resourceAddress } from '../facts/addresses.ts';
import { countFindings, type Findings, findingsAnchor, SEVERITIES } from '../facts/findings.ts';
import type { Prose } from './prose.ts';

type Mdx = Encoded<'mdx'>;

/** What the run found, as a table that people read. */
export interface ConsistencyView extends View {
  readonly total: number;
  readonly severities: readonly { readonly severity: Mdx; readonly count: number }[];
  /** Most severe and most frequent first. */
  readonly codes: readonly {
    readonly severity: Mdx;
    readonly code: Mdx;
    readonly title: Mdx;
    readonly count: number;
  }[];
  readonly groups: readonly {
    readonly anchor: Mdx;
    readonly title: Mdx;
    readonly findings: readonly FindingView[];
  }[];
}

interface FindingView extends View {
  readonly severity: Mdx;
  readonly code: Mdx;
  readonly message: Mdx;
  readonly places: Mdx;
}

export interface ConsistencyOptions {
  readonly prose: Prose;
  readonly sourceOf: (file: string) => string;
}

export function consistencyView(
  model: ProviderModel,
  { all, ofResource, others }: Findings,
  options: ConsistencyOptions,
): ConsistencyView {
  const counts = countFindings(all);
  const groups = model.services.flatMap((service) =>
    service.resources.flatMap((resource) => {
      const own = ofResource.get(resource.id);
      if (own === undefined) return [];
      const href = mdxAttribute(resourceAddress(model, service, resource).href);
      const title = mdx`<a href="${href}">${mdxInline(resource.id)}</a>`;
      return [groupView(findingsAnchor(resource.id), title, own, options)];
    }),
  );
  return {
    total: all.length,
    severities: SEVERITIES.map((severity) => ({
      severity: mdxAttribute(severity),
      count: counts[severity],
    })),
    codes: codeRows(all),
    groups:
      others.length === 0
        ? groups
        : [...groups, groupView('other-findings', mdx`Everything else`, others, options)],
  };
}

function codeRows(all: readonly Diagnostic[]): ConsistencyView['codes'] {
  const counts = new Map<string, { readonly finding: Diagnostic; count: number }>();
  for (const finding of all) {
    const key = `${finding.severity} ${finding.code}`;
    const entry = counts.get(key);
    if (entry === undefined) counts.set(key, { finding, count: 1 });
    else entry.count += 1;
  }
  return [...counts.values()]
    .sort(
      (a, b) =>
        rank(a.finding) - rank(b.finding) || b.count - a.count || byCodeUnit(a.finding.code, b.finding.code),
    )
    .map(({ finding: { severity, code }, count }) => ({
      severity: mdxAttribute(severity),
      code: mdxInline(code),
      title: mdxText(catalogue[code].title),
      count,
    }));
}

function rank({ severity }: Diagnostic): number {
  return SEVERITIES.indexOf(severity);
}

function groupView(
  anchor: string,
  title: Mdx,
  findings: readonly Diagnostic[],
  { prose, sourceOf }: ConsistencyOptions,
): ConsistencyView['groups'][number] {
  const sorted = findings.toSorted((a, b) => rank(a) - rank(b));
  return {
    anchor: mdxAttribute(anchor),
    title,
    findings: sorted.map(({ severity, code, message, source, related }) => ({
      severity: mdxAttribute(severity),
      code: mdxInline(code),
      message: prose.inline(message),
      places: join(
        [source, ...related.map((note) => note.source)].map((place) => placeText(place, sourceOf)),
        '<br />',
      ),
    })),
  };
}

function placeText({ file, line, column }: Source, sourceOf: (file: string) => string): Mdx {
  return mdx`<code>${mdxInline(`${sourceOf(file)}:${line}:${column}`)}</code>`;
}
