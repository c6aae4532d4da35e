import type { ApiDocument } from '../document/document.ts';
import type { Operation, Parameter } from '../document/operation.ts';
import type { JsonValue } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Check } from '../schema/checker.ts';
import type { Fault } from '../schema/problem.ts';
import { formDecoded, leniently, percentDecoded } from './decode.ts';
import { isJsonType } from './media-type.ts';
import { type FieldReading, type Pairs, readField } from './query.ts';
import { type Readings, readDelimited } from './styles.ts';

/** The parameters of a request by place and name, read by their schemas. */
export interface ParameterValues {
  readonly path: ReadonlyMap<string, JsonValue>;
  readonly query: ReadonlyMap<string, JsonValue>;
  readonly header: ReadonlyMap<string, JsonValue>;
  readonly cookie: ReadonlyMap<string, JsonValue>;
}

export interface RawParameters {
  /** Name → text as it came. */
  readonly path: ReadonlyMap<string, string>;
  readonly query: Pairs;
  /** Name in lower case → text. */
  readonly headers: ReadonlyMap<string, string>;
  readonly cookies: Pairs;
}

export interface ParameterContext {
  readonly document: ApiDocument;
  readonly check: (schema: JsonValue | undefined) => Check;
  /** Query parameters that are no operation's: keys of security schemes. */
  readonly foreignQuery: ReadonlySet<string>;
}

/** Reads the parameters of a request, and tells what is wrong about them. */
export function checkParameters(
  { parameters }: Operation,
  raw: RawParameters,
  context: ParameterContext,
): { readonly values: ParameterValues; readonly problems: readonly Problem[] } {
  const values = { path: new Map(), query: new Map(), header: new Map(), cookie: new Map() };
  const problems: Problem[] = [];
  const names = (place: string) =>
    new Set(parameters.filter((each) => each.in === place).map(({ name }) => name));
  const taken = new Set<number>();
  for (const parameter of parameters) {
    const read = readParameter(parameter, raw, names(parameter.in), context.document);
    if (parameter.in === 'query') for (const i of read?.taken ?? []) taken.add(i);
    const outcome = judge(parameter, read?.readings, context);
    if ('value' in outcome) values[parameter.in].set(parameter.name, outcome.value);
    else problems.push(...outcome.problems);
  }
  return { values, problems: [...problems, ...unknownQuery(raw.query, taken, names('query'), context)] };
}

function readParameter(
  { name, in: place, style, explode, schema, mediaType }: Parameter,
  raw: RawParameters,
  names: ReadonlySet<string>,
  document: ApiDocument,
): FieldReading | undefined {
  if (place === 'query' || place === 'cookie') {
    const pairs = place === 'query' ? raw.query : raw.cookies;
    if (mediaType !== null) {
      const taken = pairs.flatMap(([key], i) => (formDecoded(key) === name ? [i] : []));
      const [only, ...more] = taken;
      if (only === undefined) return undefined;
      const text = formDecoded(pairs[only]?.[1] ?? '');
      return { readings: more.length > 0 ? null : contentReadings(text, mediaType), taken };
    }
    return readField({ name, style, explode, schema }, pairs, names, document);
  }
  const text = place === 'path' ? raw.path.get(name) : raw.headers.get(name.toLowerCase());
  if (text === undefined || (place === 'header' && isOfFetch(name, text))) return undefined;
  const decode = place === 'path' ? leniently : (value: string) => value.trim();
  if (mediaType !== null) return { readings: contentReadings(decode(text), mediaType), taken: [] };
  if (place === 'path' && percentDecoded(text) === null) return { readings: null, taken: [] };
  return { readings: readDelimited(text, { name, style, explode, schema }, document, decode), taken: [] };
}

/** What `fetch` says where nobody says anything (Fetch Standard, section 4.6; of browsers the languages are their users'). */
const OF_FETCH: { readonly [name: string]: RegExp } = {
  'accept-encoding': /^(?:br, )?gzip, deflate(?:, br)?$/,
  'accept-language': /^\*$/,
  'user-agent': /^(?:node|undici)$/,
};

function isOfFetch(name: string, text: string): boolean {
  const header = name.toLowerCase();
  return Object.hasOwn(OF_FETCH, header) && OF_FETCH[header]?.test(text) === true;
}

function contentReadings(text: string, mediaType: string): Readings {
  if (!isJsonType(mediaType)) return [text];
  try {
    return [JSON.parse(text)];
  } catch {
    return null;
  }
}

/** Undefined readings: the parameter is not there. */
function judge(
  parameter: Parameter,
  readings: Readings | undefined,
  { check }: ParameterContext,
): { readonly value: JsonValue } | { readonly problems: readonly Problem[] } {
  const { name, in: place, required } = parameter;
  if (readings === undefined) {
    const message = `The ${place} parameter \`${name}\` is missing.`;
    const hint = `Send \`${name}\`: it is required.`;
    return { problems: required ? [{ place, name, pointer: '', keyword: 'required', message, hint }] : [] };
  }
  if (readings === null) {
    const how = `${parameter.explode ? 'exploded ' : ''}\`${parameter.mediaType ?? parameter.style}\``;
    const message = `The ${place} parameter \`${name}\` is not written as ${how}.`;
    const hint = 'Write it in that style, percent-encoded as UTF-8, and once.';
    return { problems: [{ place, name, pointer: '', keyword: 'style', message, hint }] };
  }
  const [first = null] = readings;
  if (first === '' && parameter.allowEmptyValue) return { value: '' };
  const checkValue = check(parameter.schema);
  const results = readings.map((value) => ({ value, faults: checkValue(value) }));
  const valid = results.find(({ faults }) => faults.length === 0);
  if (valid !== undefined) return { value: valid.value };
  return { problems: (results[0]?.faults ?? []).map((fault) => parameterProblem(parameter, fault)) };
}

function parameterProblem({ name, in: place }: Parameter, { pointer, keyword, message }: Fault): Problem {
  const at = pointer === '' ? '' : ` at \`${pointer}\``;
  return {
    place,
    name,
    pointer,
    keyword,
    message: `The ${place} parameter \`${name}\`${at} ${message}.`,
    hint: `Send a value that the schema of \`${name}\` allows (${keyword}).`,
  };
}

function unknownQuery(
  pairs: Pairs,
  taken: ReadonlySet<number>,
  known: ReadonlySet<string>,
  { foreignQuery }: ParameterContext,
): readonly Problem[] {
  const names = pairs.flatMap(([key], i) => (taken.has(i) ? [] : [formDecoded(key)]));
  return [...new Set(names)]
    .filter((name) => !foreignQuery.has(name))
    .map((name) => ({
      place: 'query',
      name,
      pointer: '',
      keyword: 'unknown',
      message: `The operation has no query parameter \`${name}\`.`,
      hint:
        known.size === 0 ? 'It has none at all: leave it out.' : `It has ${[...known].map(code).join(', ')}.`,
    }));
}

function code(name: string): string {
  return `\`${name}\``;
}
