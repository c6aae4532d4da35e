import type { EmittedFile, ProviderModel } from '@plumbline/model';
import { providerAddress, resourceAddress, serviceAddress } from './facts/addresses.ts';
import { countFindings, type Findings } from './facts/findings.ts';
import { plainWords } from './facts/plain-words.ts';
import { purposeOf, purposeOfService } from './facts/purpose.ts';
import { verbCounts } from './facts/verb-counts.ts';
import type { Prose } from './views/prose.ts';

/** What there is to find, for pages that are not ours: names, addresses, counts. */
export function catalogueFile(model: ProviderModel, findings: Findings, prose: Prose): EmittedFile {
  const words = (text: string): string => plainWords(prose.first(text));
  const catalogue = {
    provider: model.provider,
    title: model.title,
    description: words(model.description),
    specVersion: model.specVersion,
    href: providerAddress(model).href,
    services: model.services.map((service) => ({
      name: service.name,
      href: serviceAddress(model, service).href,
      description: words(purposeOfService(service)),
      methods: service.resources.reduce((sum, { methods }) => sum + methods.length, 0),
      resources: service.resources.map((resource) => ({
        name: resource.name,
        href: resourceAddress(model, service, resource).href,
        description: words(purposeOf(resource)),
        verbs: Object.fromEntries(verbCounts(resource).map(({ verb, count }) => [verb, count])),
        findings: findings.ofResource.get(resource.id)?.length ?? 0,
      })),
    })),
    findings: countFindings(findings.all),
  };
  return { path: 'catalogue.json', content: `${JSON.stringify(catalogue, null, 2)}\n` };
}
