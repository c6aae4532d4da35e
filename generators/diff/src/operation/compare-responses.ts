import type { Response } from '@plumbline/model';
import { quoted } from '../found.ts';
import { pairContents, schemasOf } from './compare-bodies.ts';
import type { OperationComparison } from './comparison.ts';

/** Compares responses by status (OpenAPI 3.1 section 4.8.16). */
export function compareResponses(comparison: OperationComparison): void {
  const { before, after, tell } = comparison;
  const olds = new Map(before.responses.map((one) => [one.status, one]));
  const news = new Map(after.responses.map((one) => [one.status, one]));
  for (const [status, old] of olds) {
    const one = news.get(status);
    if (one !== undefined) {
      compareResponse(comparison, [old, one]);
      continue;
    }
    const rule = isSuccess(status) ? 'response-success-removed' : 'response-error-removed';
    tell(rule, { ...aboutOf(status), args: { from: quoted(status) }, before: old.origin });
  }
  for (const [status, one] of news) {
    if (olds.has(status)) continue;
    const rule = isSuccess(status) ? 'response-success-added' : 'response-error-added';
    tell(rule, { ...aboutOf(status), args: { to: quoted(status) }, after: one.origin });
  }
}

function isSuccess(status: string): boolean {
  return status.startsWith('2');
}

function aboutOf(status: string) {
  return { subject: { in: 'response', name: status }, where: `response ${status}` } as const;
}

function compareResponse(
  { tell, schemas }: OperationComparison,
  [before, after]: readonly [Response, Response],
): void {
  const { status } = after;
  const about = aboutOf(status);
  const label = about.where;
  const at = { ...about, before: before.origin, after: after.origin };
  if (before.description !== after.description)
    tell('response-description-changed', { ...at, args: { name: quoted(label) } });
  const { pairs, removed, added } = pairContents(before.contents, after.contents);
  for (const one of removed)
    tell('response-media-type-removed', {
      ...at,
      args: { name: quoted(label), from: quoted(one.mediaType) },
      before: one.origin,
    });
  for (const one of added)
    tell('response-media-type-added', {
      ...at,
      args: { name: quoted(label), to: quoted(one.mediaType) },
      after: one.origin,
    });
  for (const [old, one] of pairs) schemas({ ...schemasOf(old, one), direction: 'response', label }, label);
  compareHeaders({ tell, schemas }, [before, after]);
}

/** Names of headers are equal whatever their case (RFC 9110 section 5.1). */
function compareHeaders(
  { tell, schemas }: Pick<OperationComparison, 'tell' | 'schemas'>,
  [before, after]: readonly [Response, Response],
): void {
  const olds = new Map(before.headers.map((one) => [one.name.toLowerCase(), one]));
  const news = new Map(after.headers.map((one) => [one.name.toLowerCase(), one]));
  const about = aboutOf(after.status);
  for (const [name, old] of olds) {
    const one = news.get(name);
    const label = `header ${old.name}`;
    const subject = { in: 'response', name: old.name } as const;
    if (one === undefined)
      tell('response-header-removed', {
        ...about,
        subject,
        args: { name: quoted(old.name) },
        before: old.origin,
        after: after.origin,
      });
    else {
      const at = {
        ...about,
        subject,
        args: { name: quoted(old.name) },
        before: old.origin,
        after: one.origin,
      };
      if (old.required && !one.required) tell('response-header-became-optional', at);
      if (!old.required && one.required) tell('response-header-became-required', at);
      schemas(
        { before: old.schema, after: one.schema, direction: 'response', label },
        `${about.where}, ${label}`,
      );
    }
  }
  for (const [name, one] of news) {
    if (olds.has(name)) continue;
    const subject = { in: 'response', name: one.name } as const;
    const args = { name: quoted(one.name) };
    tell('response-header-added', { ...about, subject, args, before: before.origin, after: one.origin });
  }
}
