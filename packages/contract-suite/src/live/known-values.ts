import {
  type Contract,
  isObject,
  type JsonValue,
  list,
  member,
  members,
  type Operation,
  type Provider,
  type ProviderMethod,
  valueAt,
} from '@plumbline/contract-server';
import { slotsOf } from '../plan.ts';
import type { LiveAnswer } from './findings.ts';

/** What lists have answered, so that others can be asked for what is in them. */
export interface KnownValues {
  /** Notes an answer of a path as it was asked for: `/api/v1/users`. */
  readonly learn: (path: string, answer: LiveAnswer, items: string | null) => void;
  /** What a method can be called with, or the sentence that says what is missing. */
  readonly inputFor: (method: ProviderMethod, operation: Operation) => Filled | { readonly missing: string };
}

export interface Filled {
  /** By the client's keys. */
  readonly input: { readonly [key: string]: JsonValue };
  readonly path: string;
}

/**
 * Remembers lists by their paths: `/users/{userId}` is asked for one that `/users` has answered, else one of another list
 * of `users`, else the value that was given for `userId`.
 */
export function knownValues(
  contract: Contract,
  given: { readonly [parameter: string]: string } = {},
): KnownValues {
  const lists = new Map<string, readonly JsonValue[] | number>();
  return {
    learn(path, { status, value }, items) {
      lists.set(path, status < 300 ? itemsOf(value, items) : status);
    },
    inputFor(method, operation) {
      const input = new Map<string, JsonValue>();
      let path = '';
      for (const part of operation.path.split(/(?=\/)/)) {
        const name = /^\/\{([^{}]+)\}$/.exec(part)?.[1];
        if (name === undefined) {
          if (part.includes('{')) return { missing: `\`${part}\` is no single parameter` };
          path += part;
          continue;
        }
        const found =
          valueFrom(lists.get(path), name) ??
          valueFrom(sameList(lists, path), name) ??
          (Object.hasOwn(given, name) ? given[name] : undefined);
        if (found === undefined)
          return { missing: whyNone(name, lists.get(path), operation, contract.provider) };
        input.set(keyOf(method, 'path', name), found);
        path += `/${encodeURIComponent(String(found))}`;
      }
      for (const slot of slotsOf(operation, method, contract)) {
        if (slot.place === 'path' || !slot.required) continue;
        const value = declaredValue(slot.schema, contract);
        if (value === undefined)
          return { missing: `nothing says a value of the required ${slot.place} parameter \`${slot.name}\`` };
        input.set(slot.key, value);
      }
      return { input: Object.fromEntries(input), path };
    },
  };
}

/** Another list of the same name: `/oauth2/v1/clients` for `/api/v1/users/u1/clients`. */
function sameList(
  lists: ReadonlyMap<string, readonly JsonValue[] | number>,
  path: string,
): readonly JsonValue[] | undefined {
  const name = path.slice(path.lastIndexOf('/'));
  for (const [other, known] of lists)
    if (other.endsWith(name) && typeof known !== 'number' && known.length > 0) return known;
  return undefined;
}

function keyOf(method: ProviderMethod, place: string, name: string): string {
  return method.params.find((param) => param.in === place && param.wireName === name)?.key ?? name;
}

/** The array that a list answers; where nobody says which it is, the only one. */
function itemsOf(body: JsonValue | undefined, items: string | null): readonly JsonValue[] {
  if (body === undefined) return [];
  if (items !== null) return list(valueAt(body, items));
  if (Array.isArray(body)) return body;
  const arrays = members(body).filter(([, value]) => Array.isArray(value));
  return arrays.length === 1 ? list(arrays[0]?.[1]) : [];
}

/** A member of the parameter's name (`client_id` for `clientId`), else the `id`; an item that is one itself. */
function valueFrom(known: readonly JsonValue[] | number | undefined, name: string): JsonValue | undefined {
  if (typeof known === 'number') return undefined;
  for (const item of known ?? []) {
    if (typeof item === 'string') return item;
    if (!isObject(item)) continue;
    const named = members(item).find(([key]) => spelling(key) === spelling(name))?.[1];
    for (const value of [named, member(item, 'id')])
      if ((typeof value === 'string' && value !== '') || typeof value === 'number') return value;
  }
  return undefined;
}

function spelling(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function whyNone(
  name: string,
  known: readonly JsonValue[] | number | undefined,
  operation: Operation,
  provider: Provider,
): string {
  const template = operation.path.slice(0, operation.path.indexOf(`/{${name}}`));
  if (typeof known === 'number')
    return `\`GET ${template}\` answers ${known}, so that no \`${name}\` is known`;
  if (known === undefined) {
    const isDeclared = provider.methods.some((method) => method.operation === `GET ${template}`);
    return isDeclared
      ? `\`GET ${template}\` was not answered, so that no \`${name}\` is known`
      : `no method lists \`${template}\`, so that no \`${name}\` is known`;
  }
  return known.length === 0
    ? `\`GET ${template}\` is empty, so that no \`${name}\` is known`
    : `no item of \`GET ${template}\` has a \`${name}\` or an \`id\``;
}

/** What the document itself gives: a default, a constant, the first of an enumeration. */
function declaredValue(schema: JsonValue | undefined, { document }: Contract): JsonValue | undefined {
  const own = document.follow(schema);
  return member(own, 'default') ?? member(own, 'const') ?? list(member(own, 'enum'))[0];
}
