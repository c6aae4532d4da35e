import type { ProviderModel, Service } from '@plumbline/model';
import { changelogAddress, providerAddress, resourceAddress, serviceAddress } from '../facts/addresses.ts';
import type { FirstCall } from '../facts/first-call.ts';
import { purposeOf, purposeOfService } from '../facts/purpose.ts';
import { verbCounts } from '../facts/verb-counts.ts';
import type { Prose } from '../views/prose.ts';
import { blocks, fence, item, plain } from './markdown.ts';

/** Where a page's Markdown stands. */
export function twinHref(model: ProviderModel, href: string): string {
  return `${model.settings.siteUrl ?? ''}${href}.md`;
}

/** The provider's index as Markdown. */
export function providerTwin(model: ProviderModel, first: FirstCall, prose: Prose): string {
  return blocks([
    `# ${plain(model.title || model.provider)}`,
    prose.plain(model.description).trim(),
    item('Specification', plain(`${model.title} ${model.specVersion}`)),
    '## First query',
    first.sql === null ? '' : fence(first.sql, 'sql'),
    '## First call',
    fence(first.typescript, 'ts'),
    '## Services',
    model.services.map((service) => serviceItem(model, service, prose)).join('\n'),
  ]);
}

export function serviceTwin(model: ProviderModel, service: Service, prose: Prose): string {
  return blocks([
    `# ${plain(service.name)}`,
    prose.plain(service.description).trim(),
    '## Resources',
    resourceItems(model, service, prose),
  ]);
}

/** An index for language models (llmstxt.org): every page with what it is for. */
export function llmsText(
  model: ProviderModel,
  { prose, hasChangelog }: { readonly prose: Prose; readonly hasChangelog: boolean },
): string {
  const summary = firstPlain(model.description, prose);
  return blocks([
    `# ${plain(model.title || model.provider)}`,
    summary === '' ? '' : `> ${summary}`,
    `The API of ${plain(model.provider)}, by service and resource: fields, methods, parameters, and examples in SQL, TypeScript and cURL.`,
    [
      item(
        `[${plain(model.provider)}](${twinHref(model, providerAddress(model).href)})`,
        'services, first query, first call',
      ),
      ...(hasChangelog
        ? [item(`[Changelog](${twinHref(model, changelogAddress(model).href)})`, 'what changed, by version')]
        : []),
    ].join('\n'),
    ...model.services.flatMap((service) => [
      `## ${plain(service.name)}`,
      resourceItems(model, service, prose),
    ]),
  ]);
}

function serviceItem(model: ProviderModel, service: Service, prose: Prose): string {
  const link = `[${plain(service.name)}](${twinHref(model, serviceAddress(model, service).href)})`;
  return item(link, firstPlain(purposeOfService(service), prose));
}

function resourceItems(model: ProviderModel, service: Service, prose: Prose): string {
  return service.resources
    .map((resource) => {
      const link = `[${plain(resource.name)}](${twinHref(model, resourceAddress(model, service, resource).href)})`;
      const verbs = verbCounts(resource).map(({ verb, count }) => `${verb} ${count}`);
      return item(link, `${firstPlain(purposeOf(resource), prose)} (${verbs.join(', ')})`.trim());
    })
    .join('\n');
}

/** The first paragraph, as Markdown that may stand anywhere. */
function firstPlain(text: string, prose: Prose): string {
  return prose.plain(prose.first(text)).trim();
}
