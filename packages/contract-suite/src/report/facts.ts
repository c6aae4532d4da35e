import {
  type Contract,
  isObject,
  type JsonValue,
  member,
  members,
  type Provider,
  type ProviderMethod,
  referencePointer,
} from '@plumbline/contract-server';
import type { ContractMeta } from '../meta.ts';
import { slotName, slotsOf } from '../plan.ts';

/** A test that ran, as reports see it. */
export interface RanTest {
  /** `okta.users.users > list_users > sends what is required`. */
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** The first line of what failed. */
  readonly message: string | null;
  /** Undefined: it is no test of a suite. */
  readonly meta: ContractMeta | undefined;
}

export type Covered = 'operations' | 'parameters' | 'body fields' | 'statuses' | 'schemas' | 'pages';

/** One thing that could be covered. */
export interface Fact {
  readonly kind: Covered;
  readonly service: string | null;
  readonly operation: string | null;
  readonly subject: string;
}

/** Everything of a document that tests could be about; of its pages what they are about. */
export function factsOf(contract: Contract, tests: readonly RanTest[]): readonly Fact[] {
  const { provider, operationKeys } = contract;
  const methods = new Map<string, ProviderMethod[]>();
  for (const method of provider.methods) {
    if (method.operation === null) continue;
    const known = methods.get(method.operation);
    if (known === undefined) methods.set(method.operation, [method]);
    else known.push(method);
  }
  const facts = operationKeys.flatMap((key) => operationFacts(contract, key, methods.get(key) ?? []));
  const pages = new Map<string, Fact>();
  for (const { meta } of tests) {
    if (meta === undefined || !isOfPage(meta)) continue;
    const service = meta.resource === null ? null : serviceOf(meta.resource, provider);
    const fact: Fact = { kind: 'pages', service, operation: meta.operation, subject: methodName(meta) };
    pages.set(keyOf(fact), fact);
  }
  const schemas = [...reachableSchemas(contract)].sort();
  return [
    ...facts,
    ...pages.values(),
    ...schemas.map((subject): Fact => ({ kind: 'schemas', service: null, operation: null, subject })),
  ];
}

function operationFacts(
  contract: Contract,
  key: string,
  methods: readonly ProviderMethod[],
): readonly Fact[] {
  const operation = contract.operation(key);
  const [method] = methods;
  if (operation === undefined) return [];
  const service = method === undefined ? null : serviceOf(method.resource, contract.provider);
  const fact = (kind: Covered, subject: string): Fact => ({ kind, service, operation: key, subject });
  const slots = method === undefined ? [] : slotsOf(operation, method, contract).map(slotName);
  const fields = (method?.body?.fields ?? []).map(({ name }) => `body /${name}`);
  return [
    fact('operations', key),
    ...slots.map((slot) => fact('parameters', slot)),
    ...fields.map((field) => fact('body fields', field)),
    ...operation.responses.map(({ status }) => fact('statuses', status)),
  ];
}

/** The components that operations reach by references. */
function reachableSchemas({ document, operationKeys, operation }: Contract): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<JsonValue>();
  const visit = (value: JsonValue | undefined): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    const { $ref: reference } = value;
    if (typeof reference === 'string') {
      const pointer = referencePointer(reference);
      if (pointer?.startsWith('/components/schemas/') === true && !found.has(pointer)) {
        found.add(pointer);
        visit(document.follow({ $ref: reference }));
      }
      return;
    }
    for (const [name, part] of members(value)) if (!NO_SCHEMAS.has(name)) visit(part);
  };
  for (const key of operationKeys) {
    const { parameters = [], requestBody, responses = [] } = operation(key) ?? {};
    for (const { schema } of parameters) visit(schema);
    for (const { object } of [requestBody?.contents ?? [], responses.map(({ contents }) => contents)].flat(2))
      visit(member(object, 'schema'));
  }
  return found;
}

/** Plain data. */
const NO_SCHEMAS = new Set(['example', 'examples', 'default', 'enum', 'const', 'discriminator']);

export function isOfPage({ kind }: ContractMeta): boolean {
  return kind === 'page' || kind === 'sql';
}

export function methodName({ resource, method }: ContractMeta): string {
  return `${resource}#${method}`;
}

/** `okta.users.users` is of `users`. */
function serviceOf(resource: string, { provider }: Provider): string {
  const within = resource.startsWith(`${provider}.`) ? resource.slice(provider.length + 1) : resource;
  return within.replace(/\..*$/s, '');
}

export function keyOf({ kind, operation, subject }: Pick<Fact, 'kind' | 'operation' | 'subject'>): string {
  return JSON.stringify([kind, kind === 'schemas' ? null : operation, subject]);
}
