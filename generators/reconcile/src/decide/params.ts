import {
  dictionary,
  type PageParameter,
  type Param,
  type Parameter,
  type ProviderSettings,
  paramKeys,
} from '@plumbline/model';
import { isMarkedDeprecated } from '../compare/deprecation.ts';
import type { MethodPair, ParamPair } from '../pair/pair.ts';
import { cellProse, chooseProse, says } from '../prose.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { valueFacts } from './facts.ts';

/**
 * The parameters of a method: what the operation declares, by the names that the page uses; the mapped server
 * variables; and, of an unbound method, what the page lists. Required ones first, then in the page's order.
 */
export function decideParams(
  pair: MethodPair,
  reader: SchemaReader,
  { serverVariables }: ProviderSettings,
  texts: RowTexts,
): readonly Param[] {
  const known = pair.params.filter(
    ({ spec, isServer, wireName }) =>
      spec !== null || pair.operation === null || (isServer && Object.hasOwn(serverVariables, wireName)),
  );
  const decided = known.map((param) => {
    if (param.spec !== null) return declaredParam(param, param.spec, reader, texts);
    return param.isServer && Object.hasOwn(serverVariables, param.wireName)
      ? serverParam(param, serverVariables)
      : documentedParam(param);
  });
  const keys = paramKeys(decided);
  const keyed = decided.map((param, i) => ({ ...param, key: keys[i] ?? param.wireName }));
  return [...keyed.filter(({ required }) => required), ...keyed.filter(({ required }) => !required)];
}

/** The texts that the spec has for the parameters that a row describes, of all methods that list it. */
export type RowTexts = ReadonlyMap<PageParameter, ReadonlySet<string>>;

export function rowTexts(pairs: readonly MethodPair[], reader: SchemaReader): RowTexts {
  const texts = new Map<PageParameter, Set<string>>();
  for (const { row, listing, spec } of pairs.flatMap(({ params }) => params)) {
    if (row === null || listing === null || spec === null) continue;
    const known = texts.get(row) ?? new Set();
    texts.set(row, known.add(specText(spec, reader.facts(spec.schema).description)));
  }
  return texts;
}

function isTextOfAll(text: string, row: PageParameter, texts: RowTexts): boolean {
  const known = texts.get(row);
  return known?.size === 1 && known.has(text);
}

function isSpecText(row: PageParameter, texts: RowTexts): boolean {
  return [...(texts.get(row) ?? [])].some((text) => says(text, row.description?.value ?? ''));
}

function specText({ description }: Parameter, schemaText = ''): string {
  return (description === '' ? schemaText : description).trim();
}

type Unkeyed = Omit<Param, 'key'>;

function declaredParam(
  { listing, row }: ParamPair,
  spec: Parameter,
  reader: SchemaReader,
  texts: RowTexts,
): Unkeyed {
  const facts = reader.facts(spec.schema);
  const examples = spec.examples.length > 0 ? { examples: spec.examples } : {};
  const prose = row === null ? '' : cellProse(row.description, row.notes, facts.enum !== undefined);
  const own = specText(spec, facts.description);
  // What the spec says of another method's parameter of this name is not the page's word on this one.
  const isOthers = own !== '' && row !== null && !isTextOfAll(own, row, texts) && isSpecText(row, texts);
  return {
    name: listing?.as.name.value ?? spec.name,
    wireName: spec.name,
    in: spec.in,
    required: spec.required,
    ...valueFacts(facts, row?.type?.value.type ?? null),
    ...examples,
    description: isOthers ? own : chooseProse(prose, own),
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
