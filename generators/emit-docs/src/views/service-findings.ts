import type { ProviderModel, Service } from '@plumbline/model';
import { type Encoded, mdxAttribute, mdxInline, mdxText, type View } from '@plumbline/render';
import { resourceAddress } from '../facts/addresses.ts';
import { countFindings, countsText, type Findings, findingsAnchor } from '../facts/findings.ts';
import { type FindingsOptions, type FindingView, findingRows } from './findings-table.ts';

type Mdx = Encoded<'mdx'>;

/** What the run found about the resources of a service, one after the other. */
export interface ServiceFindingsView extends View {
  readonly groups: readonly {
    readonly anchor: Mdx;
    readonly name: Mdx;
    readonly id: Mdx;
    readonly href: Mdx;
    readonly counts: Mdx;
    readonly findings: readonly FindingView[];
  }[];
}

export function serviceFindingsView(
  model: ProviderModel,
  service: Service,
  { ofResource }: Findings,
  options: FindingsOptions,
): ServiceFindingsView {
  return {
    groups: service.resources.flatMap((resource) => {
      const own = ofResource.get(resource.id);
      if (own === undefined) return [];
      return [
        {
          anchor: mdxAttribute(findingsAnchor(resource.id)),
          name: mdxText(resource.name),
          id: mdxInline(resource.id),
          href: mdxAttribute(resourceAddress(model, service, resource).href),
          counts: mdxText(countsText(countFindings(own))),
          findings: findingRows(own, options),
        },
      ];
    }),
  };
}
