import type { MediaType, Schema } from '@plumbline/model';
import { quoted } from '../found.ts';
import type { OperationComparison } from './comparison.ts';

/** Compares request bodies. */
export function compareBodies(comparison: OperationComparison): void {
  const { tell, schemas } = comparison;
  const [before, after] = [comparison.before.requestBody, comparison.after.requestBody];
  const where = 'body';
  const subject = { in: 'body' } as const;
  if (before === null && after === null) return;
  if (before === null || after === null) {
    if (before !== null) tell('request-body-removed', { subject, before: before.origin, where });
    if (after !== null) {
      const rule = after.required ? 'request-body-added-required' : 'request-body-added-optional';
      tell(rule, { subject, after: after.origin, where });
    }
    return;
  }
  const at = { subject, before: before.origin, after: after.origin, where };
  if (!before.required && after.required) tell('request-body-became-required', at);
  if (before.required && !after.required) tell('request-body-became-optional', at);
  const { pairs, removed, added } = pairContents(before.contents, after.contents);
  for (const one of removed)
    tell('request-media-type-removed', { ...at, args: { from: quoted(one.mediaType) }, before: one.origin });
  for (const one of added)
    tell('request-media-type-added', { ...at, args: { to: quoted(one.mediaType) }, after: one.origin });
  for (const [old, one] of pairs)
    schemas({ ...schemasOf(old, one), direction: 'request', label: 'body' }, where);
}

/** A media type without a schema has any body. */
export function schemasOf(before: MediaType, after: MediaType) {
  return { before: schemaOf(before), after: schemaOf(after) };
}

function schemaOf({ schema, origin }: MediaType): Schema {
  return schema ?? { kind: 'any', origin };
}

/** Media types are equal whatever their case and blanks (RFC 9110 section 8.3.1). */
export function pairContents(before: readonly MediaType[], after: readonly MediaType[]) {
  const key = ({ mediaType }: MediaType) => mediaType.toLowerCase().replaceAll(' ', '');
  const olds = new Map(before.map((one) => [key(one), one]));
  const news = new Map(after.map((one) => [key(one), one]));
  const pairs = [...olds].flatMap(([name, old]) => {
    const one = news.get(name);
    return one === undefined ? [] : [[old, one] as const];
  });
  return {
    pairs,
    removed: [...olds].flatMap(([name, old]) => (news.has(name) ? [] : old)),
    added: [...news].flatMap(([name, one]) => (olds.has(name) ? [] : one)),
  };
}
