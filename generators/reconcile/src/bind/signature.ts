import type { Operation, PageMethod } from '@plumbline/model';
import { type DocumentedResource, tableOf, wireNameOf } from '../resources.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import { nameTokens, wordsOf } from '../words.ts';
import { literalSegments } from './operation-index.ts';

/** What a method or an operation shows of itself, in sets that can be compared. */
export interface Signature {
  /** Of its names and of the path. */
  readonly tokens: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  readonly params: ReadonlySet<string>;
  /** Of an operation they are looked up only when they are needed. */
  readonly fields: ReadonlySet<string>;
  /** Of the description. */
  readonly words: ReadonlySet<string>;
}

/** What each kind of likeness counts; a kind that one side has nothing of counts for nothing. */
const WEIGHTS = { tokens: 0.35, params: 0.25, fields: 0.2, words: 0.2 } as const;

/** How alike two signatures are, from 0 to 1: what both have, rare tokens counting more. */
export function likeness(
  own: Signature,
  other: Signature,
  otherFields: ReadonlySet<string>,
  rarity: (token: string) => number,
): number {
  const plain = (): number => 1;
  const parts = [
    { weight: WEIGHTS.tokens, likeness: overlap(own.tokens, other.tokens, rarity) },
    { weight: WEIGHTS.params, likeness: overlap(own.params, other.params, plain) ?? 1 },
    {
      weight: WEIGHTS.fields,
      likeness: own.fields.size === 0 ? null : overlap(own.fields, otherFields, plain),
    },
    {
      weight: WEIGHTS.words,
      likeness:
        own.words.size === 0 || other.words.size === 0 ? null : overlap(own.words, other.words, plain),
    },
  ];
  let sum = 0;
  let weights = 0;
  for (const { weight, likeness } of parts) {
    if (likeness === null) continue;
    sum += weight * likeness;
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** Twice what both have over what each has (Dice), weighted; null where neither has anything. */
function overlap(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  weigh: (item: string) => number,
): number | null {
  let both = 0;
  let all = 0;
  for (const item of one) {
    const weight = weigh(item);
    all += weight;
    if (other.has(item)) both += weight;
  }
  for (const item of other) all += weigh(item);
  return all === 0 ? null : (2 * both) / all;
}

export function operationSignature(operation: Operation): Signature {
  const { operationId, path, tags, parameters, description, summary } = operation;
  const literals = literalSegments(path);
  const own = parameters.filter((parameter) => parameter.in !== 'cookie');
  return {
    tokens: new Set([operationId ?? '', ...literals, ...tags].flatMap(nameTokens)),
    required: new Set(own.filter(({ required }) => required).map(({ name }) => name)),
    params: new Set(own.map(({ name }) => name)),
    fields: new Set(),
    words: wordSet(description === '' ? summary : description),
  };
}

export function methodSignature(
  resource: DocumentedResource,
  method: PageMethod,
  servers: ServerVariableNames,
): Signature {
  const required = documentedKeys(resource, method, servers);
  const optional = (method.optional ?? []).map((listed) => wireNameOf(resource, listed.name.value));
  const fields = tableOf(resource, method);
  const isSelect = method.verb?.value === 'select';
  return {
    tokens: new Set([resource.name, method.name.value].flatMap(nameTokens)),
    required,
    params: new Set([...required, ...optional]),
    fields: new Set(isSelect ? fields?.fields.map((field) => field.wireName ?? field.name.value) : []),
    words: wordSet(method.description?.value ?? ''),
  };
}

/** The documented required parameters that no server variable and no `data__` field is. */
export function documentedKeys(
  resource: DocumentedResource,
  method: PageMethod,
  servers: ServerVariableNames,
): ReadonlySet<string> {
  const names = method.required.map(({ name }) => wireNameOf(resource, name.value));
  return new Set(names.filter((name) => !servers.has(name) && !name.startsWith('data__')));
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .split(' ')
      .filter((word) => word !== ''),
  );
}
