import type { Method, Resource } from '@plumbline/model';
import type { Hint, Statement } from '@plumbline/sql';

/**
 * `/*+ METHOD(name) *\/`, where a statement with all that a method takes would have the SQL engine choose another method of
 * the resource, or none: one of the same verb which has all the names, and answers them as well. The engine's rule.
 */
export function methodHint({ methods }: Resource, method: Method): readonly Hint[] {
  if (method.sqlVerb === 'exec' || !/^[\w.-]+$/.test(method.name)) return [];
  const own = rankOf(method, method);
  const isRivalled = methods.some(
    (other) =>
      other !== method &&
      other.sqlVerb === method.sqlVerb &&
      covers(other, method) &&
      compare(rankOf(other, method), own) >= 0,
  );
  return isRivalled ? [{ text: `METHOD(${method.name})`, place: 'before', start: -1, end: -1 }] : [];
}

/** The same statement, which says its method where it must. */
export function withMethodHint(statement: Statement, resource: Resource, method: Method): Statement {
  const hints = methodHint(resource, method);
  return hints.length === 0 ? statement : { ...statement, hints };
}

const lower = (names: readonly { readonly name: string }[]): ReadonlySet<string> =>
  new Set(names.map(({ name }) => name.toLowerCase()));

const requiredOf = ({ params }: Method) => params.filter((param) => param.required && param.in !== 'server');

/** Whether a method could run the statement of another: it needs nothing more, and knows all names. */
function covers(other: Method, { params, body, fields, sqlVerb }: Method): boolean {
  const [ownParams, otherParams] = [lower(params), lower(other.params)];
  const needsNoMore = requiredOf(other).every(({ name }) => ownParams.has(name.toLowerCase()));
  const otherFields = lower(sqlVerb === 'select' ? other.fields : (other.body?.fields ?? []));
  // The WHERE of a change is not looked at by who chooses.
  const read = sqlVerb === 'select' ? [...fields, ...params] : [];
  const written = sqlVerb === 'insert' ? [...params, ...(body?.fields ?? [])] : (body?.fields ?? []);
  const named = sqlVerb === 'select' ? read : sqlVerb === 'delete' ? [] : written;
  const isKnown = ({ name }: { readonly name: string }) =>
    otherParams.has(name.toLowerCase()) || otherFields.has(name.toLowerCase());
  return needsNoMore && named.filter((one) => !('in' in one && one.in === 'server')).every(isKnown);
}

/** How well a method answers the statement of another; the higher, the sooner it is chosen. */
function rankOf(method: Method, { params, body }: Method): readonly number[] {
  const given = lower(body?.fields ?? []);
  const isWhole = (method.body?.fields ?? []).every(
    ({ name, required }) => !required || given.has(name.toLowerCase()),
  );
  const own = lower(method.params);
  const bound = params.filter(({ name }) => own.has(name.toLowerCase())).length;
  return [requiredOf(method).length, isWhole ? 1 : 0, bound, method.deprecated ? 0 : 1];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
