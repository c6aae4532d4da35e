import {
  byCodeUnit,
  type Operation,
  type PageMethod,
  type PageParameterName,
  type ProviderSettings,
  type Server,
  type Spec,
} from '@plumbline/model';
import { groupBy } from './group-by.ts';
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
  const { listed, usual } = listings(resources);
  const unmapped = unmappedVariables({ listed, usual, mapped }, spec, reader);
  const names = new Set([...mapped, ...unmapped.map(({ name }) => name)]);
  const key = JSON.stringify([[...names].sort(byCodeUnit), [...usual.keys()].sort(byCodeUnit)]);
  return { has: (name) => names.has(name), mapped, isUsual: (name) => usual.has(name), key, unmapped };
}

/**
 * A name that nearly every method lists and no operation declares; or that of a variable of the URL, whose name some
 * operations may use for a parameter of their own.
 */
function unmappedVariables(
  { listed, usual, mapped }: Listings & { readonly mapped: ReadonlySet<string> },
  { servers, operations }: Spec,
  reader: SchemaReader,
): readonly UnmappedVariable[] {
  const server = [...servers, ...(operations[0]?.servers ?? [])].find(({ url }) => url.includes('{'));
  // Where the settings make up for each variable of the URL there is none left to look for.
  if (server === undefined || mapped.size >= server.url.split('{').length - 1) return [];
  const isOfUrl = (name: string): boolean => server.url.includes(`{${name}}`);
  const declared = groupBy(
    operations.flatMap(({ parameters }) => parameters.map(({ name }) => name)),
    (name) => name,
  );
  const suspects = [...listed].filter(([name, list]) => {
    const declaring = declared.get(name)?.length ?? 0;
    return (
      !mapped.has(name) && (isOfUrl(name) ? declaring * 2 <= list.length : declaring === 0 && usual.has(name))
    );
  });
  return suspects.flatMap(([name, list]) => {
    // A few bodies may have a field of that name, but not as many as there are methods that list it.
    const senders = operations.filter((operation) => hasBodyField(operation, name, reader)).length;
    return senders * 2 > list.length ? [] : [{ name, listed: list, server }];
  });
}

function hasBodyField({ requestBody }: Operation, name: string, reader: SchemaReader): boolean {
  const schemas = requestBody?.contents.flatMap(({ schema }) => (schema === null ? [] : [schema])) ?? [];
  return schemas.some((schema) => reader.fields(schema).some((field) => field.name === name));
}

type Listed = UnmappedVariable['listed'];

interface Listings {
  readonly listed: ReadonlyMap<string, Listed>;
  /** Those of nearly every method. */
  readonly usual: ReadonlyMap<string, Listed>;
}

function listings(resources: readonly DocumentedResource[]): Listings {
  const methods = resources.flatMap(({ page }) => page.methods);
  const listed = new Map<string, Listed[number][]>();
  for (const method of methods) {
    for (const as of [...method.required, ...(method.optional ?? [])]) {
      const list = listed.get(as.name.value);
      if (list === undefined) listed.set(as.name.value, [{ method, as }]);
      else if (list.at(-1)?.method !== method) list.push({ method, as });
    }
  }
  const usual = new Map([...listed].filter(([, list]) => list.length >= methods.length * NEARLY_EVERY));
  return { listed, usual };
}
