import type { Operation, PageMethod } from '@plumbline/model';
import { columnsOf, isJson } from '../pair/response.ts';
import { type DocumentedResource, tableOf, wireNameOf } from '../resources.ts';
import type { SchemaReader } from '../schema-reader.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import { wireKey, wordsOf } from '../words.ts';
import type { Documented } from './documented.ts';
import { type GrammaticalNumber, methodNumber, operationNumber } from './number.ts';
import { literalSegments } from './operation-index.ts';
import type { Tokenize } from './tokenizer.ts';

/** What a documented method shows of itself, in sets that can be compared. Parameters and fields are `wireKey`s. */
export interface MethodSignature {
  /** Of the method's own name. */
  readonly name: ReadonlySet<string>;
  readonly number: GrammaticalNumber;
  /** Of the names of method and resource. */
  readonly tokens: ReadonlySet<string>;
  /** Of those and the service. */
  readonly context: ReadonlySet<string>;
  /** Neither server variables nor `data__` fields. Where the dialect marks no body fields, some may be among them. */
  readonly required: ReadonlySet<string>;
  /** Null where the dialect has no place for them. */
  readonly optional: ReadonlySet<string> | null;
  /** The columns that a SELECT gives. */
  readonly columns: ReadonlySet<string>;
  /** `data__` fields. */
  readonly body: ReadonlySet<string>;
  /** Of the description. */
  readonly words: ReadonlySet<string>;
}

export interface OperationSignature {
  /** The path's literal segments with their tokens. */
  readonly segments: ReadonlyMap<string, readonly string[]>;
  /** Of the path's literal segments. */
  readonly literals: ReadonlySet<string>;
  /** Of operationId, tags, literals and path parameters. */
  readonly tokens: ReadonlySet<string>;
  readonly number: GrammaticalNumber;
  /** Of the operationId. */
  readonly name: ReadonlySet<string>;
  readonly params: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

export function operationSignature(operation: Operation, tokenize: Tokenize): OperationSignature {
  const { operationId, path, tags, parameters, description, summary } = operation;
  const segments = new Map(literalSegments(path).map((segment) => [segment, tokenize(segment)]));
  const literals = [...segments.values()].flat();
  const name = tokenize(operationId ?? '');
  const keys = parameters.filter((parameter) => parameter.in === 'path').flatMap((one) => tokenize(one.name));
  return {
    segments,
    literals: new Set(literals),
    tokens: new Set([...literals, ...name, ...tags.flatMap(tokenize), ...keys]),
    number: operationNumber(operation),
    name: new Set(name),
    params: new Set(parameters.filter((one) => one.in !== 'cookie').map((one) => wireKey(one.name))),
    words: wordSet(description === '' ? summary : description),
  };
}

export function methodSignature(
  { resource, method }: Documented,
  { servers, tokenize }: { readonly servers: ServerVariableNames; readonly tokenize: Tokenize },
): MethodSignature {
  const { required, optional } = method;
  const name = tokenize(method.name.value);
  const tokens = new Set([...name, ...tokenize(resource.name)]);
  const listed = [...required, ...(optional ?? [])].map((one) => one.name.value);
  const table = method.verb?.value === 'select' ? tableOf(resource, method) : null;
  return {
    name: new Set(name),
    number: methodNumber(method.name.value),
    tokens,
    context: new Set([...tokens, ...tokenize(resource.service)]),
    required: paramKeys(resource, required, servers),
    optional: optional === null ? null : paramKeys(resource, optional, servers),
    columns: new Set(table?.fields.map((field) => wireKey(field.wireName ?? field.name.value))),
    body: new Set(
      listed
        .filter((one) => one.startsWith(BODY_PREFIX))
        .map((one) => wireKey(one.slice(BODY_PREFIX.length))),
    ),
    words: wordSet(method.description?.value ?? ''),
  };
}

const BODY_PREFIX = 'data__';

/** Neither server variables nor `data__` fields. */
function paramKeys(
  resource: DocumentedResource,
  listed: PageMethod['required'],
  servers: ServerVariableNames,
): ReadonlySet<string> {
  const names = listed.map(({ name }) => wireNameOf(resource, name.value));
  return new Set(names.filter((name) => !servers.has(name) && !name.startsWith(BODY_PREFIX)).map(wireKey));
}

/** The names of a JSON request body's fields. */
export function bodyKeys({ requestBody }: Operation, reader: SchemaReader): ReadonlySet<string> {
  const media = requestBody?.contents.find(({ mediaType, schema }) => schema !== null && isJson(mediaType));
  const schema = (media ?? requestBody?.contents[0])?.schema ?? null;
  if (schema === null) return new Set();
  return new Set(reader.fields(schema).map(({ name }) => wireKey(name)));
}

/** The names of all columns that the response could have; pages seldom know those that a discriminator adds. */
export function columnKeys(operation: Operation, reader: SchemaReader): ReadonlySet<string> {
  const columns = columnsOf(operation, reader).filter(({ ofHeirs }) => !ofHeirs);
  return new Set(columns.map(({ name }) => wireKey(name)));
}

/** Shorter descriptions (`Success`, `Gets it.`) are not telling. */
export const LEAST_WORDS = 3;

function wordSet(text: string): ReadonlySet<string> {
  const words = wordsOf(text).split(' ');
  return new Set(words.length < LEAST_WORDS ? [] : words);
}
