/** What a request may ask of its answer in the header `Prefer` (RFC 7240), or a test of the server. */
export interface Preferences {
  /** The status to answer with. */
  readonly code?: number;
  /** The name of an example of the spec. */
  readonly example?: string;
  /** Generated, though there is an example. */
  readonly dynamic?: boolean;
  /** Generated of what is required alone; lists keep their items. */
  readonly minimal?: boolean;
  readonly seed?: number;
  /** Milliseconds to wait before the answer. */
  readonly delay?: number;
  /** Close the connection without an answer. */
  readonly drop?: boolean;
  /** Close the connection in the midst of the body. */
  readonly truncate?: boolean;
  /** The number of items of a list, over all its pages. */
  readonly items?: number;
  /** Items on a page, where the request does not say. */
  readonly pageSize?: number;
  /** Seconds that `Retry-After` and the rate limit's reset tell. */
  readonly retryAfter?: number;
  /** So often, then as if nothing had been asked. */
  readonly times?: number;
}

const NUMBERS: { readonly [key: string]: keyof Preferences } = {
  code: 'code',
  status: 'code',
  seed: 'seed',
  delay: 'delay',
  items: 'items',
  'page-size': 'pageSize',
  'retry-after': 'retryAfter',
  times: 'times',
};
const FLAGS = ['dynamic', 'drop', 'truncate'] as const;

/** The keys that are understood. */
export const PREFERENCES: readonly string[] = [
  ...Object.keys(NUMBERS),
  'example',
  ...FLAGS,
  'return=minimal',
];

/** The longest delay that a request may ask for. */
const LONGEST_DELAY = 60_000;

/**
 * Reads `Prefer: code=429, times=2`. Preferences that it does not know are left alone, as RFC 7240 section 2 wants;
 * of those that it knows, what is wrong is told.
 */
export function readPreferences(header: string | undefined): {
  readonly preferences: Preferences;
  readonly wrong: readonly string[];
} {
  const preferences: Record<string, number | string | boolean> = {};
  const wrong: string[] = [];
  for (const part of (header ?? '').split(/[,;]/)) {
    const at = part.indexOf('=');
    const key = (at === -1 ? part : part.slice(0, at)).trim().toLowerCase();
    const value =
      at === -1
        ? ''
        : part
            .slice(at + 1)
            .trim()
            .replace(/^"(.*)"$/, '$1');
    const number = Object.hasOwn(NUMBERS, key) ? NUMBERS[key] : undefined;
    const flag = FLAGS.find((each) => each === key);
    if (number !== undefined) {
      if (isWithin(number, value)) preferences[number] = Number(value);
      else wrong.push(part.trim());
    } else if (flag !== undefined) {
      if (/^(?:|true|1)$/i.test(value)) preferences[flag] = true;
      else if (!/^(?:false|0)$/i.test(value)) wrong.push(part.trim());
    } else if (key === 'example' && value !== '') preferences.example = value;
    // RFC 7240 section 4.2.
    else if (key === 'return' && value === 'minimal') preferences.minimal = true;
  }
  return { preferences, wrong };
}

function isWithin(key: keyof Preferences, value: string): boolean {
  if (!/^\d{1,9}$/.test(value)) return false;
  const number = Number(value);
  if (key === 'code') return number >= 200 && number <= 599;
  if (key === 'delay') return number <= LONGEST_DELAY;
  return key === 'items' || key === 'pageSize' ? number <= 100_000 : true;
}
