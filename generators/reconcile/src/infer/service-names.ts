import { methodName } from '../bind/method-name.ts';
import { groupBy } from '../group-by.ts';
import { commonWords } from './common-words.ts';
import type { Place } from './place.ts';

/** Of specs that have a tag for each resource tags would be too many services. */
const MOST_TAGS_A_SEGMENT = 2;

/**
 * The service of each operation: its tag, or the first word of its path after those that all paths begin with. A tag that
 * has but one collection, within what another service is called by, is no service of its own.
 */
export function serviceNames(places: readonly Place[]): (place: Place) => string {
  const firstOf = firstWords(places);
  const tagOf = ({ operation }: Place): string | undefined => operation.tags[0];
  const tags = new Set(places.map((place) => tagOf(place) ?? firstOf(place)));
  const segments = groupBy(places, firstOf);
  // A segment that most paths begin with is a prefix.
  const isPrefixed = [...segments.values()].some((own) => own.length * 2 > places.length);
  const areTagsTooMany = !isPrefixed && tags.size > segments.size * MOST_TAGS_A_SEGMENT;
  const nameOf = (place: Place): string => {
    const tag = areTagsTooMany ? undefined : tagOf(place);
    return tag === undefined ? pathName(firstOf(place)) : toName(methodName(tag));
  };
  if (areTagsTooMany) return nameOf;
  const services = groupBy(places, nameOf);
  const merged = new Map<string, string>();
  for (const [name, own] of services) {
    const collections = new Set(own.map(({ collection }) => collection.join('/')));
    const [outer, ...others] = [...new Set(own.map(firstOf))].map(pathName);
    if (collections.size > 1 || outer === undefined || others.length > 0 || outer === name) continue;
    if (own.every(({ collection }) => collection.length > 1) && services.has(outer)) merged.set(name, outer);
  }
  return (place) => merged.get(nameOf(place)) ?? nameOf(place);
}

/** The first word of a collection, without those that all have in common. */
function firstWords(places: readonly Place[]): (place: Place) => string {
  const common = places.length > 1 ? commonWords(places.map(({ collection }) => collection)) : 0;
  return ({ collection }) => collection[common] ?? 'root';
}

/** Pages call services as the paths do, whose words they do not part: `logStreams` is `logstreams`. */
function pathName(word: string): string {
  return toName(word.toLowerCase().replace(/[^\p{L}\p{N}$]+/gu, '_'));
}

function toName(name: string): string {
  return name.replace(/^_|_$/g, '') || 'root';
}
