import path from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { type Catalogue, readCatalogues } from './catalogue.ts';

/** What the home page shows of a provider. */
export interface ProviderCard {
  readonly provider: string;
  readonly title: string;
  readonly description: string;
  readonly specVersion: string;
  readonly href: string;
  readonly services: readonly {
    name: string;
    href: string;
    description: string;
    resources: number;
    methods: number;
  }[];
}

/** A plugin that makes the home page of the providers' catalogues. */
export function homePlugin(content: string): (context: LoadContext) => Plugin {
  return ({ baseUrl }) => ({
    name: 'plumbline-home',
    getPathsToWatch: () => [path.join(content, '*/catalogue.json')],
    async contentLoaded({ actions }) {
      const cards = readCatalogues(content).map(providerCard);
      const providers = await actions.createData('providers.json', JSON.stringify(cards));
      actions.addRoute({
        path: baseUrl,
        component: '@site/src/home/index.tsx',
        modules: { providers },
        exact: true,
      });
    },
  });
}

function providerCard({ services, findings: _, ...about }: Catalogue): ProviderCard {
  return {
    ...about,
    services: services.map(({ resources, ...service }) => ({ ...service, resources: resources.length })),
  };
}
