import { byCodeUnit, type DraftDiagnostic, diagnose } from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import type { MethodPair, ResourcePair } from '../pair/pair.ts';
import { bareName } from '../pair/params.ts';
import { methodSubject } from './subject.ts';

/** What the documented signatures cannot do: tell methods of one verb apart, name the row that is changed. */
export function compareSignatures({ methods }: ResourcePair): readonly DraftDiagnostic[] {
  return [...ambiguousGroups(methods).map(ambiguous), ...methods.flatMap(namesNoRow)];
}

/** Methods of one verb with one documented required set; an EXEC names its method, so it needs no set of its own. */
function ambiguousGroups(
  methods: readonly MethodPair[],
): readonly (readonly [MethodPair, ...MethodPair[]])[] {
  const told = methods.filter(({ method }) => method.verb !== null && method.verb.value !== 'exec');
  const groups = groupBy(told, (pair) =>
    JSON.stringify([pair.method.verb?.value, ...documentedSet(pair).toSorted(byCodeUnit)]),
  );
  return [...groups.values()].flatMap(([first, ...more]) =>
    first === undefined || more.length === 0 ? [] : [[first, ...more] as const],
  );
}

function ambiguous(group: readonly [MethodPair, ...MethodPair[]]): DraftDiagnostic {
  const [first, ...more] = group;
  const verb = first.method.verb?.value ?? 'exec';
  const trueSets = group.map((pair) => JSON.stringify(trueSet(pair).toSorted(byCodeUnit)));
  return diagnose({
    code: 'signature-ambiguous',
    args: {
      verb,
      methods: group.map(({ method }) => method.name.value),
      required: documentedSet(first),
      mendedBySpec: new Set(trueSets).size === group.length,
    },
    at: first.method.name.source,
    subject: methodSubject(first),
    related: more.map(({ method }) => ({
      message: `\`${method.name.value}\` has the same verb and required parameters`,
      place: method.name.source,
    })),
  });
}

function documentedSet({ method }: MethodPair): readonly string[] {
  return [...new Set(method.required.map(({ name }) => name.value))];
}

/** What the method would require with all that the spec knows. */
function trueSet({ params, body, method }: MethodPair): readonly string[] {
  const known = params.filter(({ spec, listing }) => spec?.required ?? listing?.required === true);
  const fields = (body?.fields ?? []).filter(
    ({ listing, spec }) => listing?.required === true || spec.required,
  );
  return params.length === 0 && body === null
    ? method.required.map(({ name }) => name.value)
    : [...known, ...fields].map(({ wireName }) => wireName);
}

/**
 * A delete, update or replace that lists none of its operation's path parameters. Where the operation has none
 * (`DELETE /sessions/me`), there is but one row.
 */
function namesNoRow(pair: MethodPair): readonly DraftDiagnostic[] {
  const { method, operation, params } = pair;
  const verb = method.verb?.value;
  if (operation === null || (verb !== 'delete' && verb !== 'update' && verb !== 'replace')) return [];
  // A name with the prefix of body fields is none of a row's, also where the body has no such field.
  const keys = params.filter(
    ({ isServer, listing, wireName }) =>
      !isServer && listing?.required === true && bareName(wireName) === wireName,
  );
  const path = params.flatMap(({ spec }) => (spec?.in === 'path' ? [spec] : []));
  if (keys.length > 0 || path.length === 0) return [];
  return [
    diagnose({
      code: 'signature-names-no-row',
      args: { method: method.name.value, verb, missing: path.map(({ name }) => name) },
      at: method.name.source,
      subject: methodSubject(pair),
      related: path.map(({ name, origin }) => ({ message: `the path parameter \`${name}\``, place: origin })),
    }),
  ];
}
