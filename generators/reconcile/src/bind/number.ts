import type { Operation } from '@plumbline/model';
import { isJson } from '../pair/response.ts';
import { pathSegments } from '../path-segments.ts';

/** Whether one thing is meant or many; null: neither is sure. */
export type GrammaticalNumber = 'one' | 'many' | null;

/** `list_users` and `deleteAll` mean many, `get_user` and `delete` mean one. */
export function methodNumber(name: string): GrammaticalNumber {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const [verb] = words;
  if (verb === 'list' || words.includes('all')) return 'many';
  if (verb === undefined || !SINGLE.has(verb) || words.slice(1).some(isPlural)) return null;
  return 'one';
}

/** Verbs that with a noun in the singular, or without one, mean one thing. */
const SINGLE: ReadonlySet<string> = new Set(['get', 'delete', 'remove', 'update', 'replace', 'patch']);

/** A path that ends in an item means one; a plural at its end, or an answer that is a list, many. */
export function operationNumber({ path, method, responses }: Operation): GrammaticalNumber {
  const last = pathSegments(path).at(-1) ?? '';
  if (last.endsWith('}')) return method === 'POST' ? null : 'one';
  const success = responses.find(({ status }) => status.startsWith('2'));
  const answer = success?.contents.find(({ mediaType }) => isJson(mediaType))?.schema ?? null;
  if (answer?.kind === 'array') return 'many';
  if (!isPlural(last)) return 'one';
  return method === 'POST' ? null : 'many';
}

function isPlural(word: string): boolean {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss');
}
