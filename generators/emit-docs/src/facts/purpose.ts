import type { Resource } from '@plumbline/model';

/** What generators of pages write of every resource. */
const FILLER = /^Creates, updates, deletes, gets or lists an? .{1,200} resource\.?$/;

/** What a resource is for, as an index tells it: its summary, unless that tells nothing; then what its first method does. */
export function purposeOf({ summary, methods }: Pick<Resource, 'summary' | 'methods'>): string {
  if (!FILLER.test(summary.trim())) return summary;
  const described = methods.filter(({ description }) => description.trim() !== '');
  const first = described.find(({ sqlVerb }) => sqlVerb === 'select') ?? described[0];
  return first?.description ?? summary;
}
