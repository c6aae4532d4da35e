import { dictionary, type Param, type ProviderSettings, paramKeys } from '@plumbline/model';
import { isMarkedDeprecated } from '../compare/deprecation.ts';
import type { MethodPair, ParamPair } from '../pair/pair.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { valueFacts } from './facts.ts';
import { cellProse, chooseProse } from './prose.ts';

/**
 * The parameters of a method: what the operation declares, by the names that the page uses; the mapped server
 * variables; and, of an unbound method, what the page lists. Required ones first, then in the page's order.
 */
export function decideParams(
  pair: MethodPair,
  reader: SchemaReader,
  { serverVariables }: ProviderSettings,
): readonly Param[] {
  const known = pair.params.filter(
    ({ spec, isServer, wireName }) =>
      spec !== null || pair.operation === null || (isServer && Object.hasOwn(serverVariables, wireName)),
  );
  const decided = known.map((param) => {
    if (param.spec !== null) return declaredParam(param, param.spec, reader);
    return param.isServer && Object.hasOwn(serverVariables, param.wireName)
      ? serverParam(param, serverVariables)
      : documentedParam(param);
  });
  const keys = paramKeys(decided);
  const keyed = decided.map((param, i) => ({ ...param, key: keys[i] ?? param.wireName }));
  return [...keyed.filter(({ required }) => required), ...keyed.filter(({ required }) => !required)];
}

type Unkeyed = Omit<Param, 'key'>;

function declaredParam(
  { listing, row }: ParamPair,
  spec: NonNullable<ParamPair['spec']>,
  reader: SchemaReader,
): Unkeyed {
  const facts = reader.facts(spec.schema);
  const examples = spec.examples.length > 0 ? { examples: spec.examples } : {};
  const prose = row === null ? '' : cellProse(row.description, row.notes, facts.enum !== undefined);
  return {
    name: listing?.as.name.value ?? spec.name,
    wireName: spec.name,
    in: spec.in,
    required: spec.required,
    ...valueFacts(facts, row?.type?.value.type ?? null),
    ...examples,
    description: chooseProse(prose, spec.description === '' ? (facts.description ?? '') : spec.description),
    deprecated: spec.deprecated || facts.deprecated === true,
    schema: spec.schema,
    origins: { page: row?.source ?? listing?.as.name.source ?? null, spec: spec.origin },
  };
}

function serverParam(
  { wireName, listing, row }: ParamPair,
  serverVariables: ProviderSettings['serverVariables'],
): Unkeyed {
  const setting = serverVariables[wireName];
  const described = row === null ? '' : cellProse(row.description, row.notes, false);
  return {
    name: listing?.as.name.value ?? wireName,
    wireName,
    in: 'server',
    // A page says whether queries must name it; a client has the setting's default.
    required: listing?.required ?? setting?.default === undefined,
    type: 'string',
    ...(setting?.default === undefined ? {} : { default: setting.default }),
    description: setting?.description ?? described,
    deprecated: false,
    schema: null,
    origins: { page: row?.source ?? listing?.as.name.source ?? null, spec: null },
  };
}

function documentedParam({ wireName, listing, row }: ParamPair): Unkeyed {
  const { format = null, type = 'string' } = row?.type?.value ?? {};
  const { pairs, listed, flags } = row?.notes ?? { pairs: dictionary<string>(), listed: null, flags: [] };
  return {
    name: listing?.as.name.value ?? wireName,
    wireName,
    in: null,
    required: listing?.required ?? false,
    type,
    ...(format === null ? {} : { format }),
    ...(pairs.default === undefined ? {} : { default: pairs.default }),
    description: cellProse(row?.description ?? null, { listed, pairs, flags }, false),
    deprecated: isMarkedDeprecated(row?.description?.value ?? '', flags),
    schema: null,
    origins: { page: row?.source ?? listing?.as.name.source ?? null, spec: null },
  };
}
