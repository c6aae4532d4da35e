import { byCodeUnit, catalogue, type Diagnostic, type ProviderModel } from '@plumbline/model';
import { type Encoded, mdxText, replaceUnwritable, type View } from '@plumbline/render';
import { type FindingsOptions, findingsData } from '../data/findings.ts';
import type { ConsistencyData, FoundOnPage, KindData } from '../data/page-data.ts';
import { findingsAddress } from '../facts/addresses.ts';
import { countFindings, countsText, type Findings, findingsAnchor, SEVERITIES } from '../facts/findings.ts';

/** What the run found, in numbers, and where each finding is told. */
export interface ConsistencyView extends View {
  /** `2 errors, 1 note`; empty where nothing was found. */
  readonly counts: Encoded<'mdx'>;
  readonly hasPages: boolean;
  /** About no page. */
  readonly hasOthers: boolean;
}

/** The view, and what it leaves to the page's data. */
export function consistencyView(
  model: ProviderModel,
  findings: Findings,
  options: FindingsOptions,
): { readonly view: ConsistencyView; readonly data: ConsistencyData } {
  const { all, others } = findings;
  const pages = foundOnPages(model, findings);
  return {
    view: {
      counts: mdxText(countsText(countFindings(all))),
      hasPages: pages.length > 0,
      hasOthers: others.length > 0,
    },
    data: {
      ...findingsData(others.length === 0 ? [] : [others], options),
      kinds: kindsOf(all, options),
      pages,
    },
  };
}

function foundOnPages(model: ProviderModel, { ofResource }: Findings): readonly FoundOnPage[] {
  return model.services.flatMap((service) => {
    const { href } = findingsAddress(model, service);
    return service.resources.flatMap(({ id }) => {
      const own = ofResource.get(id);
      if (own === undefined) return [];
      const { error: errors, warning: warnings, info: notes } = countFindings(own);
      const link = `${href}#${findingsAnchor(id)}`;
      return [{ id: replaceUnwritable(id), href: link, errors, warnings, notes }];
    });
  });
}

function kindsOf(all: readonly Diagnostic[], { prose }: FindingsOptions): readonly KindData[] {
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
      severity,
      code,
      title: prose.rich(catalogue[code].title),
      count,
    }));
}

function rank({ severity }: Diagnostic): number {
  return SEVERITIES.indexOf(severity);
}
