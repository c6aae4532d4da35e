import { type ProviderModel, type Service, SQL_VERBS } from '@plumbline/model';
import { type Encoded, mdxAttribute, mdxText, type View } from '@plumbline/render';
import { resourceAddress, serviceAddress } from '../facts/addresses.ts';
import { type FrontMatterView, frontMatterView } from './front-matter.ts';
import type { Prose } from './prose.ts';

export interface ServiceIndexView extends View {
  readonly frontMatter: FrontMatterView;
  readonly description: Encoded<'mdx'>;
  readonly totalResources: number;
  readonly totalMethods: number;
  readonly resources: readonly {
    readonly href: Encoded<'mdx'>;
    readonly name: Encoded<'mdx'>;
    readonly verbs: readonly Encoded<'mdx'>[];
    readonly methods: number;
  }[];
}

export function serviceIndexView(model: ProviderModel, service: Service, prose: Prose): ServiceIndexView {
  const { name, description, resources } = service;
  return {
    frontMatter: frontMatterView(model, [name, model.provider], serviceAddress(model, service).href),
    description: prose.line(description),
    totalResources: resources.length,
    totalMethods: resources.reduce((sum, { methods }) => sum + methods.length, 0),
    resources: resources.map((resource) => ({
      href: mdxAttribute(resourceAddress(model, service, resource).href),
      name: mdxText(resource.name),
      verbs: SQL_VERBS.filter((verb) => resource.methods.some(({ sqlVerb }) => sqlVerb === verb)).map(
        mdxText,
      ),
      methods: resource.methods.length,
    })),
  };
}
