import type { Method, Resource } from '@plumbline/model';
import { compareFit, type Hint, type MethodFit, type Statement } from '@plumbline/sql';

/**
 * `/*+ METHOD(name) *\/`, where a statement with all that a method takes would have the SQL engine choose another method of
 * the resource, or none: one of the same verb which has all the names, and answers them as well, by the engine's own rule.
 */
function methodHint({ methods }: Resource, method: Method): readonly Hint[] {
  if (method.sqlVerb === 'exec' || !/^[\w.-]+$/.test(method.name)) return [];
  const own = fitOf(method, method);
  const isRivalled = methods.some(
    (other) =>
      other !== method &&
      other.sqlVerb === method.sqlVerb &&
      covers(other, method) &&
      compareFit(fitOf(other, method), own) <= 0,
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

/** How well a method answers the statement of another. */
function fitOf(method: Method, { params, body }: Method): MethodFit {
  const given = lower(body?.fields ?? []);
  const own = lower(method.params);
  return {
    required: requiredOf(method).length,
    isWhole: (method.body?.fields ?? []).every(
      ({ name, required }) => !required || given.has(name.toLowerCase()),
    ),
    bound: params.filter(({ name }) => own.has(name.toLowerCase())).length,
    isDeprecated: method.deprecated,
  };
}
