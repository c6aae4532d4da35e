import { pathSegments } from '../path-segments.ts';

/** A part of a path: a word, or the key of an item. */
export interface PathPart {
  /** Null: a parameter. */
  readonly word: string | null;
  /** It is marked as what is done, not what it is done to: `users:import`, `users.list`, `users/{id}#archive`. */
  readonly isDeed: boolean;
}

/** Segments that say nothing of what they lead to: `api`, and versions. */
const PREFIX = /^(?:api|rest|v?\d+(?:[.-]\d+)*)$/i;
/** What says how an answer is written. */
const FORMAT = /\.(?:aspx?|csv|html?|ics|json|jsonp|php|rss|txt|xml|ya?ml)$/i;

/**
 * The parts of a path that say something. A segment may be several: a custom method (`{name}:cancel`), a call by dots
 * (`users.list`), or a key in brackets (`Users('{id}')`); a format at its end is none of it (`users.json`).
 */
export function pathParts(path: string): readonly PathPart[] {
  return pathSegments(path).flatMap(partsOf);
}

/** The words of a path that are no parameters. */
export function wordsOfPath(path: string): readonly string[] {
  return pathParts(path).flatMap(({ word }) => word ?? []);
}

function partsOf(segment: string): readonly PathPart[] {
  const [, whole = '', mark = ''] = /^([^#:]*)(?:[#:]([^{}]+))?$/s.exec(segment) ?? [null, segment, ''];
  const deed = mark === '' ? [] : [{ word: mark, isDeed: true }];
  const brace = whole.indexOf('{');
  if (brace < 0) return [...plainParts(whole.replace(FORMAT, '')), ...deed];
  const [before = ''] = /^[\w-]+/.exec(whole.slice(0, brace)) ?? [];
  const item = { word: null, isDeed: false };
  if (brace === 0 || before === '') return [item, ...deed];
  // `Users('{id}')` has a key, `articles{format}` has not.
  return whole.includes('(') ? [...plainParts(before), item, ...deed] : [...plainParts(before), ...deed];
}

function plainParts(text: string): readonly PathPart[] {
  if (text === '' || PREFIX.test(text)) return [];
  const words = text.split('.');
  const isCall = words.length > 1 && words.every((word) => /^[A-Za-z][\w-]*$/.test(word));
  if (!isCall) return [{ word: text, isDeed: false }];
  return words.map((word, i) => ({ word, isDeed: i === words.length - 1 }));
}
