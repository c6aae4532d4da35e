import type { Random } from '@plumbline/contract-server';

/** Verbs by which different teams call one deed. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['get', 'fetch', 'read', 'retrieve', 'show', 'describe'],
  ['list', 'find', 'query', 'search', 'all'],
  ['create', 'insert', 'add', 'new', 'post'],
  ['delete', 'remove', 'destroy', 'drop'],
  ['update', 'modify', 'edit', 'patch'],
  ['replace', 'set', 'put', 'overwrite'],
];

/** Calls a method otherwise, in one of the ways in which two teams name one thing. */
export function otherName(name: string, random: Random): string {
  const words = name.split('_').filter((word) => word !== '');
  const way = pick([inCamelCase, together, inUpperCase, inPlural, byAnotherVerb, byAnotherVerb], random);
  return way(words, random);
}

function inCamelCase(words: readonly string[]): string {
  return words
    .map((word, i) => (i === 0 ? word : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`))
    .join('');
}

function together(words: readonly string[]): string {
  return words.join('');
}

function inUpperCase(words: readonly string[]): string {
  return words.join('-').toUpperCase();
}

function inPlural(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return [...words.slice(0, -1), last.endsWith('s') ? last.slice(0, -1) : `${last}s`].join('_');
}

function byAnotherVerb([verb = '', ...rest]: readonly string[], random: Random): string {
  const synonyms = SYNONYMS.find((group) => group.includes(verb));
  const others = synonyms?.filter((word) => word !== verb) ?? ['do'];
  return [pick(others, random), ...(synonyms === undefined ? [verb] : []), ...rest].join('_');
}

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from.');
  return item;
}
