import type { ProviderModel, Resource, Service } from '@plumbline/model';
import { counted } from './counted.ts';
import { plainWords } from './plain-words.ts';
import { purposeOf, purposeOfService } from './purpose.ts';

/** What a page says of itself to those who have not opened it: in a search, and where it is linked to. */
export interface PageHead {
  /** Names the page where it stands alone; absent: its heading does. */
  readonly title?: string;
  readonly description: string;
  /** Beyond the names of the page and of what it belongs to. */
  readonly keywords?: readonly string[];
}

/** The first paragraph of a text, as Markdown. */
type First = (text: string) => string;

export function providerHead({ provider, description, services }: ProviderModel, first: First): PageHead {
  const resources = services.reduce((sum, service) => sum + service.resources.length, 0);
  const about = `The API of ${provider} in SQL, TypeScript and cURL: ${counted(services.length, 'service')}, ${counted(resources, 'resource')}.`;
  return { description: sentences(first(description), about) };
}

export function serviceHead({ provider }: ProviderModel, service: Service, first: First): PageHead {
  const { name, resources } = service;
  const title = `${provider}.${name}`;
  const about = `${counted(resources.length, 'resource')} of ${title} in SQL, TypeScript and cURL.`;
  return { title, description: sentences(first(purposeOfService(service)), about), keywords: [title] };
}

/** Methods are sought by their names, by the words of those, and by the operations that they call. */
export function resourceHead({ operations }: ProviderModel, resource: Resource, first: First): PageHead {
  const { id, name, methods } = resource;
  const sought = methods.flatMap(({ name, operation }) => {
    const { operationId } = (operation === null ? undefined : operations[operation]) ?? {};
    return [name.replaceAll('_', ' '), ...(operationId == null ? [] : [operationId])];
  });
  return {
    title: id,
    description: sentences(
      first(purposeOf(resource)),
      `Fields, methods and examples of ${name.replaceAll('_', ' ')} (${id}) in SQL, TypeScript and cURL.`,
    ),
    keywords: [id, ...sought],
  };
}

/** As much as is shown of a page in a list. */
const MAX_LENGTH = 160;

/** What a text says first, cut where it is long, and what follows it. */
function sentences(markdown: string, about: string): string {
  const words = plainWords(markdown);
  const start =
    words.length <= MAX_LENGTH ? words : `${words.slice(0, MAX_LENGTH).replace(/[\s,;:]*\S*$/, '')}…`;
  const end = start === '' || /[.!?…]$/.test(start) ? '' : '.';
  return `${start}${end} ${about}`.trim();
}
