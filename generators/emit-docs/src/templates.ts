import { createTemplates, type Render, readTemplates } from '@plumbline/render';
import type { AuthenticationView } from './views/authentication.ts';
import type { ChangelogView } from './views/changelog.ts';
import type { ConsistencyView } from './views/consistency.ts';
import type { ExamplesView } from './views/examples.ts';
import type { FactsRowView } from './views/facts-table.ts';
import type { FieldsView } from './views/fields.ts';
import type { FrontMatterView } from './views/front-matter.ts';
import type { ManifestView } from './views/manifest.ts';
import type { MethodsView } from './views/methods.ts';
import type { OverviewView } from './views/overview.ts';
import type { PageView } from './views/page.ts';
import type { ParametersView } from './views/parameters.ts';
import type { ProviderIndexView } from './views/provider-index.ts';
import type { ResourcePageView } from './views/resource-page.ts';
import type { ServiceFindingsView } from './views/service-findings.ts';
import type { ServiceIndexView } from './views/service-index.ts';
import type { TabsView } from './views/tabs.ts';

/** Each template, and what it is given. */
export interface Views {
  readonly page: PageView;
  readonly changelog: ChangelogView;
  readonly consistency: ConsistencyView;
  readonly 'service-findings': ServiceFindingsView;
  readonly 'provider-index': ProviderIndexView;
  readonly 'service-index': ServiceIndexView;
  readonly 'resource-page': ResourcePageView;
  readonly 'front-matter': FrontMatterView;
  readonly authentication: AuthenticationView;
  readonly overview: OverviewView;
  readonly fields: FieldsView;
  readonly 'facts-table': readonly FactsRowView[];
  readonly methods: MethodsView;
  readonly parameters: ParametersView;
  readonly examples: ExamplesView;
  readonly tabs: TabsView;
  readonly manifest: ManifestView;
}

export function templateSources(): { readonly [Name in keyof Views]: string } {
  return readTemplates<keyof Views>(new URL('./templates/', import.meta.url));
}

export function createRender(): Render<Views> {
  return createTemplates<Views>(templateSources());
}
