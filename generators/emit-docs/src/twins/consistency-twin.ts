import type { Diagnostic, ProviderModel, Service } from '@plumbline/model';
import type { FindingsOptions } from '../data/findings.ts';
import { findingsAddress } from '../facts/addresses.ts';
import { bySeverity, countFindings, countsText, type Findings } from '../facts/findings.ts';
import { twinHref } from './index-twins.ts';
import { blocks, code, item, plain, twinProse } from './markdown.ts';

/** What the run found, in numbers, as Markdown. */
export function consistencyTwin(
  model: ProviderModel,
  { all, ofResource, others }: Findings,
  options: FindingsOptions,
): string {
  const counts = countsText(countFindings(all));
  const services = model.services.flatMap((service) => {
    const own = service.resources.flatMap(({ id }) => ofResource.get(id) ?? []);
    const link = `[${plain(service.name)}](${twinHref(model, findingsAddress(model, service).href)})`;
    return own.length === 0 ? [] : [item(link, countsText(countFindings(own)))];
  });
  return blocks([
    '# Consistency',
    counts === '' ? 'Nothing: the spec and the pages agree.' : `In all ${counts}.`,
    services.length === 0 ? '' : '## By service',
    services.join('\n'),
    others.length === 0 ? '' : '## About no page',
    findingItems(others, options),
  ]);
}

/** What the run found about the resources of a service, as Markdown. */
export function serviceFindingsTwin(
  service: Service,
  { ofResource }: Findings,
  options: FindingsOptions,
): string {
  return blocks([
    `# Consistency of ${plain(service.name)}`,
    ...service.resources.flatMap(({ id, name }) => {
      const own = ofResource.get(id);
      return own === undefined ? [] : [`## ${plain(name)}`, findingItems(own, options)];
    }),
  ]);
}

function findingItems(findings: readonly Diagnostic[], { prose, sourceOf }: FindingsOptions): string {
  const text = twinProse(prose);
  return bySeverity(findings)
    .map(({ severity, code: name, message, source, related }) => {
      const places = [source, ...related.map((note) => note.source)];
      const shown = places.map(({ file, line, column }) => code(`${sourceOf(file)}:${line}:${column}`));
      return item(`${severity} ${code(name)}`, `${text(message)} (${shown.join(', ')})`);
    })
    .join('\n');
}
