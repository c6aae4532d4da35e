import type { Resource, Service, SqlVerb } from '@plumbline/model';
import { verbCounts } from './verb-counts.ts';

/** What generators of pages write of every resource, whatever can be done with it. */
const FILLER = /^Creates, updates, deletes, gets or lists an? .{1,200} resource\.?$/;

/** And of every service. */
const SERVICE_FILLER = /^\S+ service documentation\.?$/i;

const DONE: { readonly [V in Exclude<SqlVerb, 'exec'>]: string } = {
  select: 'queried',
  insert: 'created',
  update: 'updated',
  replace: 'replaced',
  delete: 'deleted',
};

/** What a resource is for, as an index tells it: its summary, unless that tells nothing; then what its first method does. */
export function purposeOf({ summary, methods }: Pick<Resource, 'summary' | 'methods'>): string {
  if (!FILLER.test(summary.trim())) return summary;
  const described = methods.filter(({ description }) => description.trim() !== '');
  const first = described.find(({ sqlVerb }) => sqlVerb === 'select') ?? described[0];
  return first?.description ?? summary;
}

/** What a service is for, as an index tells it; empty where its description tells nothing. */
export function purposeOfService({ description }: Pick<Service, 'description'>): string {
  return SERVICE_FILLER.test(description.trim()) ? '' : description;
}

/**
 * What a resource's page begins with: its summary, unless that may be untrue; then what the resource is for, and what can be
 * done with it.
 * @param first the first paragraph of a text
 */
export function summaryOf(
  resource: Pick<Resource, 'summary' | 'methods'>,
  first: (text: string) => string,
): string {
  const summary = resource.summary.trim();
  if (!FILLER.test(summary) || resource.methods.length === 0) return summary;
  const purpose = purposeOf(resource);
  const opening = purpose === resource.summary ? '' : first(purpose).trim();
  const end = opening === '' || /[.!?:)]$/.test(opening) ? '' : '.';
  return `${opening}${end} ${possibilities(resource)}`.trim();
}

/** `Can be queried and deleted, and has 2 lifecycle methods.` */
function possibilities(resource: Pick<Resource, 'methods'>): string {
  const counts = verbCounts(resource);
  const done = counts.flatMap(({ verb }) => (verb === 'exec' ? [] : DONE[verb]));
  const calls = counts.find(({ verb }) => verb === 'exec')?.count ?? 0;
  const parts = [
    ...(done.length === 0 ? [] : [`can be ${listed(done)}`]),
    ...(calls === 0 ? [] : [`has ${calls} lifecycle ${calls === 1 ? 'method' : 'methods'}`]),
  ];
  const sentence = parts.join(', and ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
