import type { BoundParam, ExampleBody, MethodExample } from '@plumbline/emit-client/examples';
import {
  isObject,
  type JsonValue,
  type Param,
  type ProviderModel,
  resolveSchema,
  type Schema,
  type Schemas,
} from '@plumbline/model';
import { type Encoded, shellWord } from '@plumbline/render';
import type { CredentialOf } from './credentials.ts';
import { encode, option } from './curl-option.ts';

type Shell = Encoded<'shell'>;

/** The request of a method as a command of a POSIX shell: what it needs, with credentials from the environment. */
export function curlCommand(
  { bound, call, server }: MethodExample,
  { schemas }: Pick<ProviderModel, 'schemas'>,
  credentialOf: CredentialOf,
): Shell {
  const { operation } = bound;
  const at = (place: Param['in']) => call.params.filter(({ param }) => param.in === place);
  const path = at('path').reduce(
    (text, one) => text.replaceAll(`{${one.name}}`, () => pathText(one, one.value)),
    bound.path,
  );
  const query = at('query').flatMap((one) => queryPairs(one, one.value));
  const credential = credentialOf(operation);
  const pairs = [...query, ...(credential?.query ?? [])];
  const url = `${server}${path}${pairs.length === 0 ? '' : `${path.includes('?') ? '&' : '?'}${pairs.join('&')}`}`;
  const headers = at('header').map(({ name, value }) => shellWord(`${name}: ${plainText(value)}`));
  const cookies = at('cookie').map(({ name, value }) => `${name}=${encode(plainText(value))}`);
  const sent = call.body === null ? null : wholeBody(call.body, bound.body?.schema, schemas);
  const body = sent === null ? [] : bodyOptions(sent, bound.body?.mediaType ?? 'application/json');
  const options = [
    ...(operation.method === 'GET' && body.length === 0
      ? []
      : [option('request', shellWord(operation.method))]),
    option(
      'url',
      credential?.query.length ? (`"${url.replace(/["\\`]/g, '\\$&')}"` as Shell) : shellWord(url),
    ),
    ...(credential === null ? [] : credential.options),
    ...headers.map((header) => option('header', header)),
    ...(cookies.length === 0 ? [] : [option('cookie', shellWord(cookies.join('; ')))]),
    ...body,
  ];
  return `curl ${options.join(' \\\n  ')}` as Shell;
}

/** A value in a path (OpenAPI 3.1 section 4.8.12.3): `simple`, unless the parameter says otherwise. */
function pathText({ name, parameter }: BoundParam, value: JsonValue): string {
  const style = parameter?.style ?? 'simple';
  const explode = parameter?.explode === true;
  const start = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
  const between = explode && start !== '' ? start : ',';
  if (style === 'matrix') {
    if (!explode || typeof value !== 'object' || value === null)
      return `;${name}=${partsOf(value, false).join(',')}`;
    return Array.isArray(value)
      ? value.map((item: JsonValue) => `;${name}=${encode(plainText(item))}`).join('')
      : `;${partsOf(value, true).join(';')}`;
  }
  return `${start}${partsOf(value, explode).join(between)}`;
}

/** The `name=value` pairs of a parameter in the query. */
function queryPairs({ name, parameter }: BoundParam, value: JsonValue): readonly string[] {
  const style = parameter?.style ?? 'form';
  const explode = parameter?.explode ?? true;
  const key = encode(name);
  if (parameter?.mediaType != null) return [`${key}=${encode(JSON.stringify(value))}`];
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => encode(plainText(item)));
    if (explode) return items.map((item) => `${key}=${item}`);
    const separator = style === 'spaceDelimited' ? '%20' : style === 'pipeDelimited' ? '%7C' : ',';
    return [`${key}=${items.join(separator)}`];
  }
  if (!isObject(value)) return [`${key}=${encode(plainText(value))}`];
  if (style === 'deepObject')
    return Object.entries(value).map(
      ([inner, item]) => `${key}%5B${encode(inner)}%5D=${encode(plainText(item))}`,
    );
  return explode ? partsOf(value, true) : [`${key}=${partsOf(value, false).join(',')}`];
}

function partsOf(value: JsonValue, explode: boolean): readonly string[] {
  if (Array.isArray(value)) return value.map((item: JsonValue) => encode(plainText(item)));
  if (!isObject(value)) return [encode(plainText(value))];
  return Object.entries(value).flatMap(([key, item]) =>
    explode ? [`${encode(key)}=${encode(plainText(item))}`] : [encode(key), encode(plainText(item))],
  );
}

/** With the members that a schema requires and nowhere declares: types do not hold them, and the API asks for them. */
function wholeBody(body: ExampleBody, schema: Schema | null | undefined, schemas: Schemas): ExampleBody {
  if (body.kind !== 'json' || !isObject(body.value) || schema == null) return body;
  const resolved = resolveSchema(schema, schemas);
  const elsewhere = resolved.kind === 'object' ? (resolved.requiredElsewhere ?? []) : [];
  const { value } = body;
  const missing = elsewhere.filter((name) => !Object.hasOwn(value, name));
  const more = missing.map((name) => [name, name.toUpperCase()] as const);
  return { ...body, value: Object.fromEntries([...Object.entries(value), ...more]) };
}

function bodyOptions(body: ExampleBody, mediaType: string): readonly Shell[] {
  const type = option('header', shellWord(`Content-Type: ${mediaType}`));
  switch (body.kind) {
    case 'json':
      return [type, option('data', shellWord(JSON.stringify(body.value, null, 2)))];
    case 'form':
      return Object.entries(isObject(body.value) ? body.value : {}).map(([name, value]) =>
        option('data-urlencode', shellWord(`${encode(name)}=${plainText(value)}`)),
      );
    case 'multipart':
      return body.parts.map((part) =>
        option(
          'form',
          shellWord('value' in part ? `${part.name}=${plainText(part.value)}` : `${part.name}=@file`),
        ),
      );
    case 'text':
    case 'binary':
      return [type, option('data-binary', shellWord('@file'))];
  }
}

function plainText(value: JsonValue): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
