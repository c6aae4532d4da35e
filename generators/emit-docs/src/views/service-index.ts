import type { ProviderModel, Service } from '@plumbline/model';
import { type Encoded, mdxAttribute, mdxText, type View } from '@plumbline/render';
import { resourceAddress } from '../facts/addresses.ts';
import { purposeOf } from '../facts/purpose.ts';
import { verbCounts } from '../facts/verb-counts.ts';
import type { Prose } from './prose.ts';

export interface ServiceIndexView extends View {
  readonly description: Encoded<'mdx'>;
  /** What a long description goes on with. */
  readonly about: Encoded<'mdx'> | null;
  readonly totalResources: number;
  readonly totalMethods: number;
  readonly resources: readonly {
    readonly href: Encoded<'mdx'>;
    readonly name: Encoded<'mdx'>;
    readonly purpose: Encoded<'mdx'>;
    readonly verbs: readonly { readonly verb: Encoded<'mdx'>; readonly count: number }[];
    readonly methods: number;
  }[];
}

export function serviceIndexView(model: ProviderModel, service: Service, prose: Prose): ServiceIndexView {
  const { resources } = service;
  const { opening, rest } = prose.parted(service.description);
  return {
    description: opening,
    about: rest,
    totalResources: resources.length,
    totalMethods: resources.reduce((sum, { methods }) => sum + methods.length, 0),
    resources: resources.map((resource) => ({
      href: mdxAttribute(resourceAddress(model, service, resource).href),
      name: mdxText(resource.name),
      purpose: prose.inline(prose.first(purposeOf(resource))),
      verbs: verbCounts(resource).map(({ verb, count }) => ({ verb: mdxAttribute(verb), count })),
      methods: resource.methods.length,
    })),
  };
}
