import {
  byCodeUnit,
  type Operation,
  type PageMethod,
  type PageParameterName,
  type ProviderSettings,
  type Server,
  type Spec,
} from '@plumbline/model';
import type { DocumentedResource } from './resources.ts';
import type { SchemaReader } from './schema-reader.ts';

/** The names by which pages address a server. */
export interface ServerVariableNames {
  readonly has: (name: string) => boolean;
  readonly mapped: ReadonlySet<string>;
  /** A mapped variable that nearly every method lists, so that a method which does not is wrong. */
  readonly isUsual: (name: string) => boolean;
  /** Equal for those that say the same of every name. */
  readonly key: string;
  /** Documented by nearly every method, declared by no operation, in no setting. */
  readonly unmapped: readonly UnmappedVariable[];
}

export interface UnmappedVariable {
  readonly name: string;
  readonly listed: readonly { readonly method: PageMethod; readonly as: PageParameterName }[];
  readonly server: Server;
}

/** A name that so many of a provider's methods list is no parameter of one operation. */
const NEARLY_EVERY = 0.8;

/** Tells the server variables among the documented parameters: those of the settings, and those that look like one. */
export function findServerVariables(
  resources: readonly DocumentedResource[],
  spec: Spec,
  settings: ProviderSettings,
  reader: SchemaReader,
): ServerVariableNames {
  const mapped = new Set(Object.keys(settings.serverVariables));
  const usual = listedNearlyEverywhere(resources);
  const unmapped = unmappedVariables(usual, mapped, spec, reader);
  const names = new Set([...mapped, ...unmapped.map(({ name }) => name)]);
  const key = JSON.stringify([[...names].sort(byCodeUnit), [...usual.keys()].sort(byCodeUnit)]);
  return { has: (name) => names.has(name), mapped, isUsual: (name) => usual.has(name), key, unmapped };
}

function unmappedVariables(
  usual: ReadonlyMap<string, Listed>,
  mapped: ReadonlySet<string>,
  { servers, operations }: Spec,
  reader: SchemaReader,
): readonly UnmappedVariable[] {
  const server = [...servers, ...(operations[0]?.servers ?? [])].find(({ url }) => url.includes('{'));
  // Where the settings make up for each variable of the URL there is none left to look for.
  if (server === undefined || mapped.size >= server.url.split('{').length - 1) return [];
  const declared = new Set(operations.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  const suspects = [...usual].filter(([name]) => !mapped.has(name) && !declared.has(name));
  return suspects.flatMap(([name, listed]) => {
    // A few bodies may have a field of that name, but not as many as there are methods that list it.
    const senders = operations.filter((operation) => hasBodyField(operation, name, reader)).length;
    return senders * 2 > listed.length ? [] : [{ name, listed, server }];
  });
}

function hasBodyField({ requestBody }: Operation, name: string, reader: SchemaReader): boolean {
  const schemas = requestBody?.contents.flatMap(({ schema }) => (schema === null ? [] : [schema])) ?? [];
  return schemas.some((schema) => reader.fields(schema).some((field) => field.name === name));
}

type Listed = UnmappedVariable['listed'];

function listedNearlyEverywhere(resources: readonly DocumentedResource[]): ReadonlyMap<string, Listed> {
  const methods = resources.flatMap(({ page }) => page.methods);
  const listed = new Map<string, Listed[number][]>();
  for (const method of methods) {
    for (const as of [...method.required, ...(method.optional ?? [])]) {
      const list = listed.get(as.name.value);
      if (list === undefined) listed.set(as.name.value, [{ method, as }]);
      else if (list.at(-1)?.method !== method) list.push({ method, as });
    }
  }
  return new Map([...listed].filter(([, list]) => list.length >= methods.length * NEARLY_EVERY));
}
