import {
  type DraftDiagnostic,
  diagnose,
  type Operation,
  type PageMethod,
  type SqlVerb,
  type YamlMethod,
  type YamlResource,
} from '@plumbline/model';
import type { Binding } from '../bind/bind.ts';
import type { MethodPair, ResourcePair } from '../pair/pair.ts';
import { bareName, bodyName } from '../pair/params.ts';
import { methodId } from '../resources.ts';
import type { YamlSide } from '../yaml/yaml-side.ts';
import { methodSubject } from './subject.ts';

export interface YamlPagesInput {
  readonly pairs: readonly ResourcePair[];
  readonly yaml: YamlSide;
  /** How the methods would be bound without the YAML. */
  readonly otherwise: ReadonlyMap<PageMethod, Binding>;
}

/** Where the pages and the provider's own YAML disagree: resources, methods, verbs, operations, names of body fields. */
export function compareYamlPages({ pairs, yaml, otherwise }: YamlPagesInput): readonly DraftDiagnostic[] {
  return [
    ...pairs.flatMap((pair) => {
      const { id, page } = pair.resource;
      const resource = yaml.byId.get(id);
      if (resource !== undefined) return compareResource(pair, resource, otherwise, yaml);
      const at = page.id.source;
      return [diagnose({ code: 'resource-missing-from-yaml', args: { id }, at, subject: { resource: id } })];
    }),
    ...findUndocumentedResources(pairs, yaml),
  ];
}

/** The operations of methods that are reported as missing from the pages: to report them as such too would say it twice. */
export function operationsOfMissingMethods(
  pairs: readonly ResourcePair[],
  yaml: YamlSide,
): ReadonlySet<Operation> {
  const documented = new Set(
    pairs.flatMap(({ methods }) => methods.map(({ resource, method }) => methodId(resource, method))),
  );
  return new Set([...yaml.operations].flatMap(([id, operation]) => (documented.has(id) ? [] : [operation])));
}

function findUndocumentedResources(
  pairs: readonly ResourcePair[],
  { resources }: YamlSide,
): readonly DraftDiagnostic[] {
  const documented = new Set(
    pairs.flatMap(({ resource: { id, service, views } }) => [
      id,
      // A view may share the page of the resource that it is made of.
      ...[...views].map((view) => `${service}.${view}`),
    ]),
  );
  return resources.flatMap(({ id, service, name, isView, origin }) =>
    documented.has(id) || (isView && documented.has(`${service}.${name}`))
      ? []
      : [
          diagnose({
            code: 'resource-missing-from-pages',
            args: { id, isView },
            at: origin,
            subject: { resource: id },
          }),
        ],
  );
}

function compareResource(
  { resource, methods }: ResourcePair,
  entry: YamlResource,
  otherwise: ReadonlyMap<PageMethod, Binding>,
  yaml: YamlSide,
): readonly DraftDiagnostic[] {
  const { id } = entry;
  const byName = new Map(entry.methods.map((method) => [method.name, method]));
  const missing = entry.methods.flatMap((method) => {
    const { name, origin } = method;
    if (resource.methods.has(name)) return [];
    const operation = yaml.operations.get(`${id}.${name}`)?.key;
    const subject = { resource: id, method: name, ...(operation === undefined ? {} : { operation }) };
    return [diagnose({ code: 'method-missing-from-pages', args: { method: name, id }, at: origin, subject })];
  });
  return [
    ...methods.flatMap((pair) => {
      const method = pair.method.name.value;
      const own = byName.get(method);
      if (own !== undefined) {
        return [
          ...compareVerb(pair, own),
          ...compareOperation(pair, own, yaml.operations.get(`${id}.${method}`), otherwise.get(pair.method)),
          ...compareBodyNames(pair, own),
        ];
      }
      const at = pair.method.name.source;
      const subject = methodSubject(pair);
      return [diagnose({ code: 'method-missing-from-yaml', args: { method, id }, at, subject })];
    }),
    ...missing,
  ];
}

function compareVerb(pair: MethodPair, { verbs, origin }: YamlMethod): readonly DraftDiagnostic[] {
  const { verb, name } = pair.method;
  const known: readonly SqlVerb[] = verbs.length === 0 ? ['exec'] : verbs.map(({ value }) => value);
  if (verb === null || known.includes(verb.value)) return [];
  return [
    diagnose({
      code: 'yaml-verb-differs',
      args: { method: name.value, page: verb.value, yaml: known },
      at: verb.source,
      subject: methodSubject(pair),
      related: [{ message: "the provider's YAML", place: verbs[0]?.origin ?? origin }],
    }),
  ];
}

/** `operation`: what the YAML names; `otherwise`: what would be bound without it. */
function compareOperation(
  pair: MethodPair,
  { operation: reference }: YamlMethod,
  operation: Operation | undefined,
  otherwise: Binding | undefined,
): readonly DraftDiagnostic[] {
  if (reference === null || operation === undefined || otherwise === undefined) return [];
  const { operation: other, boundBy } = otherwise;
  if (other === null || other === operation || boundBy === 'none' || boundBy === 'x-stackql') return [];
  const args = { method: pair.method.name.value, yaml: operation.key, other: other.key, by: boundBy };
  return [
    diagnose({
      code: 'yaml-operation-differs',
      args,
      at: reference.origin,
      subject: methodSubject(pair),
      related: [
        { message: 'the method on the page', place: pair.method.name.source },
        { message: `\`${other.key}\` in the spec`, place: other.origin },
      ],
    }),
  ];
}

/** The first of the body fields that the page lists in the other way, and how many there are more. */
function compareBodyNames(pair: MethodPair, { bodyNames, origin }: YamlMethod): readonly DraftDiagnostic[] {
  const { body, operation, method } = pair;
  // EXEC takes the body as JSON, whose members have their own names.
  const isByColumns = method.verb !== null && method.verb.value !== 'exec';
  if (bodyNames === null || body === null || !isByColumns) return [];
  const params = new Set(operation?.parameters.map(({ name }) => name));
  const wrong = body.fields.flatMap(({ wireName, listing }) => {
    if (listing === null || params.has(wireName)) return [];
    const { name } = listing.as;
    const isPlain = bareName(name.value) === name.value;
    return isPlain === (bodyNames === 'plain') ? [] : [name];
  });
  const [first, ...others] = wrong;
  if (first === undefined) return [];
  const page = first.value;
  const yaml = bodyNames === 'plain' ? bareName(page) : bodyName(page);
  return [
    diagnose({
      code: 'yaml-body-names-differ',
      args: { method: method.name.value, page, yaml, others: others.length },
      at: first.source,
      subject: { ...methodSubject(pair), name: page, in: 'body' },
      related: [{ message: "the method in the provider's YAML", place: origin }],
    }),
  ];
}
