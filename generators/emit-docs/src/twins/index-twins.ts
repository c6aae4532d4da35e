import type { ProviderModel, Service } from '@plumbline/model';
import { firstParagraph } from '@plumbline/render';
import { providerAddress, resourceAddress, serviceAddress } from '../facts/addresses.ts';
import type { FirstCall } from '../facts/first-call.ts';
import { purposeOf } from '../facts/purpose.ts';
import { verbCounts } from '../facts/verb-counts.ts';
import { blocks, fence, item, plain, prose } from './markdown.ts';

/** Where a page's Markdown stands. */
export function twinHref(model: ProviderModel, href: string): string {
  return `${model.settings.siteUrl ?? ''}${href}.md`;
}

/** The provider's index as Markdown. */
export function providerTwin(model: ProviderModel, first: FirstCall): string {
  return blocks([
    `# ${plain(model.title || model.provider)}`,
    prose(model.description),
    item('Specification', plain(`${model.title} ${model.specVersion}`)),
    '## First query',
    first.sql === null ? '' : fence(first.sql, 'sql'),
    '## First call',
    fence(first.typescript, 'ts'),
    '## Services',
    model.services.map((service) => serviceItem(model, service)).join('\n'),
  ]);
}

export function serviceTwin(model: ProviderModel, service: Service): string {
  return blocks([
    `# ${plain(service.name)}`,
    prose(service.description),
    '## Resources',
    resourceItems(model, service),
  ]);
}

/** An index for language models (llmstxt.org): every page with what it is for. */
export function llmsText(model: ProviderModel): string {
  const summary = firstParagraph(model.description);
  return blocks([
    `# ${plain(model.title || model.provider)}`,
    summary === '' ? '' : `> ${prose(summary)}`,
    `The API of ${plain(model.provider)}, by service and resource: fields, methods, parameters, and examples in SQL, TypeScript and cURL.`,
    item(
      `[${plain(model.provider)}](${twinHref(model, providerAddress(model).href)})`,
      'services, first query, first call',
    ),
    ...model.services.flatMap((service) => [`## ${plain(service.name)}`, resourceItems(model, service)]),
  ]);
}

function serviceItem(model: ProviderModel, service: Service): string {
  const link = `[${plain(service.name)}](${twinHref(model, serviceAddress(model, service).href)})`;
  return item(link, prose(firstParagraph(service.description)));
}

function resourceItems(model: ProviderModel, service: Service): string {
  return service.resources
    .map((resource) => {
      const link = `[${plain(resource.name)}](${twinHref(model, resourceAddress(model, service, resource).href)})`;
      const verbs = verbCounts(resource).map(({ verb, count }) => `${verb} ${count}`);
      return item(link, `${prose(firstParagraph(purposeOf(resource)))} (${verbs.join(', ')})`.trim());
    })
    .join('\n');
}
