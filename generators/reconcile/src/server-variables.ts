import type { PageMethod, PageParameterName, ProviderSettings, Server, Spec } from '@plumbline/model';
import type { DocumentedResource } from './resources.ts';

/** The names by which pages address a server. */
export interface ServerVariableNames {
  readonly has: (name: string) => boolean;
  readonly mapped: ReadonlySet<string>;
  /** A mapped variable that nearly every method lists, so that a method which does not is wrong. */
  readonly isUsual: (name: string) => boolean;
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
): ServerVariableNames {
  const mapped = new Set(Object.keys(settings.serverVariables));
  const usual = listedNearlyEverywhere(resources);
  const server = firstServerWithVariable(spec);
  const declared = new Set(spec.operations.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  const unmapped: UnmappedVariable[] = [];
  for (const [name, listed] of usual) {
    if (server === undefined || mapped.has(name) || declared.has(name)) continue;
    unmapped.push({ name, listed, server });
  }
  const names = new Set([...mapped, ...unmapped.map(({ name }) => name)]);
  return { has: (name) => names.has(name), mapped, isUsual: (name) => usual.has(name), unmapped };
}

function firstServerWithVariable(spec: Spec): Server | undefined {
  return [...spec.servers, ...(spec.operations[0]?.servers ?? [])].find(({ url }) => url.includes('{'));
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
