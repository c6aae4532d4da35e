import {
  byCodeUnit,
  type DraftDiagnostic,
  dictionary,
  type MappedServerVariable,
  type Pages,
  type Place,
  type ProviderModel,
  type ProviderSettings,
  type Resource,
  type Service,
  type Spec,
} from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import { kept } from '../kept.ts';
import type { ResourcePair } from '../pair/pair.ts';
import { chooseProse } from '../prose.ts';
import { compactName } from '../words.ts';
import { type DecideContext, decideMethods, placeOf } from './methods.ts';
import { emittedNames } from './names.ts';

export interface DecideInput extends DecideContext {
  readonly spec: Spec;
  readonly pages: Pages;
  readonly pairs: readonly ResourcePair[];
}

interface Decided<T> {
  readonly value: T;
  readonly diagnostics: readonly DraftDiagnostic[];
}

/** The one model, in which every fact has one value, by the precedence of the design. */
export function decide(input: DecideInput): {
  readonly model: ProviderModel;
  readonly diagnostics: readonly DraftDiagnostic[];
} {
  const { spec, pages, settings } = input;
  const { value: services, diagnostics } = decideServices(input);
  const index = pages.indexes.find(({ level }) => level === 'provider');
  const operations = spec.operations.toSorted((a, b) => byCodeUnit(a.key, b.key));
  const model: ProviderModel = {
    provider: settings.provider,
    title: spec.title,
    description: chooseProse(index?.description?.value ?? '', spec.description),
    specVersion: spec.version,
    openapi: spec.openapi,
    servers: spec.servers,
    serverVariables: mappedVariables(settings),
    ...unmappedVariables(input),
    ...(input.linkBase !== undefined && { linkBase: input.linkBase }),
    securitySchemes: spec.securitySchemes,
    settings: settings.client,
    services,
    operations: dictionary(operations.map((operation) => [operation.key, operation])),
    schemas: spec.schemas,
    document: spec.document,
  };
  return { model, diagnostics };
}

function decideServices(input: DecideInput): Decided<readonly Service[]> {
  const { pairs, settings } = input;
  const groups = [...groupBy(pairs, ({ resource }) => resource.service)].flatMap(
    ([service, [first, ...more]]) => {
      if (first === undefined) return [];
      const name = settings.rename[`${settings.provider}.${service}`] ?? service;
      return [{ service, name, pairs: [first, ...more], at: resourcePlace(first, input), subject: {} }];
    },
  );
  groups.sort((a, b) => byCodeUnit(a.name, b.name));
  const { names, diagnostics } = emittedNames('service', groups);
  const describe = describeServices(input);
  const decided = groups.map(({ service, name, pairs: own }, i) => {
    const resources = decideResources(name, own, input);
    const { clientName = '', slug = '' } = names[i] ?? {};
    const description = describe(service);
    return { service: { name, clientName, slug, description, resources: resources.value }, resources };
  });
  return {
    value: decided.map(({ service }) => service),
    diagnostics: [...diagnostics, ...decided.flatMap(({ resources }) => resources.diagnostics)],
  };
}

/** What generators of pages write of every service. */
const FILLER = /^\S+ service documentation\.?$/i;

/** What the service's index page says, else its tag. */
function describeServices({ pages, spec }: DecideInput): (service: string) => string {
  const byName = new Map(
    pages.indexes.flatMap(({ level, name, description }) =>
      level === 'service' ? [[name, description]] : [],
    ),
  );
  const byTag = new Map(spec.tags.map(({ name, description }) => [compactName(name), description]));
  return (service) => {
    const own = byName.get(service)?.value ?? '';
    const tag = byTag.get(compactName(service)) ?? '';
    return tag !== '' && FILLER.test(own.trim()) ? tag : chooseProse(own, tag);
  };
}

function decideResources(
  service: string,
  pairs: readonly ResourcePair[],
  context: DecideContext,
): Decided<readonly Resource[]> {
  const { settings, known = new WeakMap() } = context;
  const named = pairs
    .map((pair) => {
      const { id, name } = pair.resource;
      return {
        pair,
        name: settings.rename[id] ?? name,
        at: resourcePlace(pair, context),
        subject: { resource: id },
      };
    })
    .sort((a, b) => byCodeUnit(a.name, b.name));
  const { names, diagnostics } = emittedNames('resource', named);
  const decided = named.map(({ pair, name }, i) => {
    const { clientName = '', slug = '' } = names[i] ?? {};
    const decide = () => decideMethods(pair.methods, context);
    const { methods, diagnostics: found } = kept(known, pair, decide);
    const { page } = pair.resource;
    const resource: Resource = {
      id: `${settings.provider}.${service}.${name}`,
      name,
      clientName,
      slug,
      service,
      kind: page.kind,
      summary: page.summary?.value ?? '',
      methods,
      dialect: context.isInferred ? null : page.dialect,
      lifecycle: page.overview.find(({ label }) => label.toLowerCase() === 'lifecycle')?.text.value ?? null,
      origins: { page: context.isInferred ? null : page.id.source, spec: null },
    };
    return { resource, found };
  });
  return {
    value: decided.map(({ resource }) => resource),
    diagnostics: [...diagnostics, ...decided.flatMap(({ found }) => found)],
  };
}

function resourcePlace({ resource, methods }: ResourcePair, context: DecideContext): Place {
  const [first] = methods;
  return context.isInferred && first !== undefined ? placeOf(first, context) : resource.page.id.source;
}

function unmappedVariables({ pairs, settings }: DecideInput): Pick<ProviderModel, 'unmappedServerVariables'> {
  const params = pairs.flatMap(({ methods }) => methods.flatMap((method) => method.params));
  const names = params.flatMap(({ isServer, wireName }) =>
    isServer && !Object.hasOwn(settings.serverVariables, wireName) ? [wireName] : [],
  );
  return names.length === 0 ? {} : { unmappedServerVariables: [...new Set(names)].sort(byCodeUnit) };
}

function mappedVariables({ serverVariables }: ProviderSettings): readonly MappedServerVariable[] {
  return Object.entries(serverVariables)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([name, { url, default: value, env, description }]) => ({
      name,
      url,
      default: value ?? null,
      env: env ?? null,
      description: description ?? '',
    }));
}
