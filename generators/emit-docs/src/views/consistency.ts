import { byCodeUnit, catalogue, type Diagnostic, type ProviderModel } from '@plumbline/model';
import { type Encoded, mdxAttribute, mdxInline, mdxText, type View } from '@plumbline/render';
import { findingsAddress } from '../facts/addresses.ts';
import { countFindings, countsText, type Findings, findingsAnchor, SEVERITIES } from '../facts/findings.ts';
import { type FindingsOptions, type FindingView, findingRows } from './findings-table.ts';

type Mdx = Encoded<'mdx'>;

/** What the run found, in numbers, and where each finding is told. */
export interface ConsistencyView extends View {
  /** `2 errors, 1 note`; empty where nothing was found. */
  readonly counts: Mdx;
  /** Most severe and most frequent first. */
  readonly codes: readonly {
    readonly severity: Mdx;
    readonly code: Mdx;
    readonly title: Mdx;
    readonly count: number;
  }[];
  readonly pages: readonly {
    readonly id: Mdx;
    readonly href: Mdx;
    readonly errors: number;
    readonly warnings: number;
    readonly notes: number;
  }[];
  /** About no page. */
  readonly others: readonly FindingView[];
}

export function consistencyView(
  model: ProviderModel,
  { all, ofResource, others }: Findings,
  options: FindingsOptions,
): ConsistencyView {
  return {
    counts: mdxText(countsText(countFindings(all))),
    codes: codeRows(all, options),
    pages: model.services.flatMap((service) => {
      const { href } = findingsAddress(model, service);
      return service.resources.flatMap(({ id }) => {
        const own = ofResource.get(id);
        if (own === undefined) return [];
        const { error: errors, warning: warnings, info: notes } = countFindings(own);
        const link = mdxAttribute(`${href}#${findingsAnchor(id)}`);
        return [{ id: mdxInline(id), href: link, errors, warnings, notes }];
      });
    }),
    others: findingRows(others, options),
  };
}

function codeRows(all: readonly Diagnostic[], { prose }: FindingsOptions): ConsistencyView['codes'] {
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
      code: mdxAttribute(code),
      title: prose.inline(catalogue[code].title),
      count,
    }));
}

function rank({ severity }: Diagnostic): number {
  return SEVERITIES.indexOf(severity);
}
