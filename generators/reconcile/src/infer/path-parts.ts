import { pathSegments } from '../path-segments.ts';

/** A part of a path: a word, or the key of an item. */
export interface PathPart {
  /** Null: a parameter. */
  readonly word: string | null;
  /** It is marked as what is done, not what it is done to: `users:import`, `users.list`, `users/{id}#archive`, `#Action=ListUsers`. */
  readonly isDeed: boolean;
}

/** Segments that say nothing of what they lead to: `api`, and versions. */
const PREFIX = /^(?:api|rest|v?\d+(?:[.-]\d+)*(?:p\d+)?(?:[.-]?(?:alpha|beta|eap|preview|rc)\d*)?)$/i;
/** What says how an answer is written. */
const FORMAT = /\.(?:aspx?|csv|html?|ics|json|jsonp|php|rss|txt|xml|ya?ml)$/i;

/**
 * The parts of a path that say something. A segment may be several: a custom method (`{name}:cancel`), a call by dots
 * (`users.list`, at the end of a path), or a key in brackets (`Users('{id}')`); a format at its end is none of it (`users.json`).
 */
export function pathParts(path: string): readonly PathPart[] {
  const segments = pathSegments(path);
  const provider = segments.findLastIndex(
    (segment, i) => segment === 'providers' && NAMESPACE.test(segments[i + 1] ?? ''),
  );
  const own = segments.slice(provider < 0 || provider + 2 >= segments.length ? 0 : provider + 2);
  return own.flatMap((segment, i) => partsOf(segment, i === own.length - 1));
}

/** What stands behind `providers` in the paths of Azure's resources: what is before it says in which scope they are. */
const NAMESPACE = /^[A-Za-z]\w*(?:\.\w+)+$/;

/** The words of a path that are no parameters. */
export function wordsOfPath(path: string): readonly string[] {
  return pathParts(path).flatMap(({ word }) => word ?? []);
}

function partsOf(segment: string, isLast: boolean): readonly PathPart[] {
  const [, whole = '', mark = ''] = /^([^#:]*)(?:[#:]([^{}]+))?$/s.exec(segment) ?? [null, segment, ''];
  const deed = mark === '' ? [] : [{ word: mark.replace(/^.*=(?:.*\.)?(?=[A-Za-z])/s, ''), isDeed: true }];
  const brace = whole.indexOf('{');
  if (brace < 0) return [...plainParts(whole.replace(FORMAT, ''), isLast), ...deed];
  const [before = ''] = /^[\w-]+/.exec(whole.slice(0, brace)) ?? [];
  const item = { word: null, isDeed: false };
  if (brace === 0 || before === '') return [item, ...deed];
  // `Users('{id}')` has a key, `articles{format}` has not.
  return whole.includes('(')
    ? [...plainParts(before, false), item, ...deed]
    : [...plainParts(before, false), ...deed];
}

function plainParts(text: string, mayCall: boolean): readonly PathPart[] {
  if (text === '' || PREFIX.test(text)) return [];
  const words = text.split('.');
  const isCall = mayCall && words.length > 1 && words.every((word) => /^[A-Za-z][\w-]*$/.test(word));
  if (!isCall) return [{ word: text, isDeed: false }];
  return words.map((word, i) => ({ word, isDeed: i === words.length - 1 }));
}
