import type { ProviderModel, Service } from '@plumbline/model';
import { type Encoded, mdxAttribute, mdxInline, mdxText, type View } from '@plumbline/render';
import { type FindingsOptions, findingsData } from '../data/findings.ts';
import type { FindingsData } from '../data/page-data.ts';
import { resourceAddress } from '../facts/addresses.ts';
import { countFindings, countsText, type Findings, findingsAnchor } from '../facts/findings.ts';

type Mdx = Encoded<'mdx'>;

/** What the run found about the resources of a service, one after the other. */
export interface ServiceFindingsView extends View {
  /** Each has a table of the page's data, in the same order. */
  readonly groups: readonly {
    readonly anchor: Mdx;
    readonly name: Mdx;
    readonly id: Mdx;
    readonly href: Mdx;
    readonly counts: Mdx;
  }[];
}

/** The view, and what it leaves to the page's data. */
export function serviceFindingsView(
  model: ProviderModel,
  service: Service,
  { ofResource }: Findings,
  options: FindingsOptions,
): { readonly view: ServiceFindingsView; readonly data: FindingsData } {
  const concerned = service.resources.flatMap((resource) => {
    const own = ofResource.get(resource.id);
    return own === undefined ? [] : [{ resource, own }];
  });
  return {
    view: {
      groups: concerned.map(({ resource, own }) => ({
        anchor: mdxAttribute(findingsAnchor(resource.id)),
        name: mdxText(resource.name),
        id: mdxInline(resource.id),
        href: mdxAttribute(resourceAddress(model, service, resource).href),
        counts: mdxText(countsText(countFindings(own))),
      })),
    },
    data: findingsData(
      concerned.map(({ own }) => own),
      options,
    ),
  };
}
