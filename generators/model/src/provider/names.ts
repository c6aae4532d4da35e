import type { Param } from './provider.ts';

/** Device names that Windows keeps for itself, with any extension. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;
const MAX_SEGMENT = 80;

/** A name in camel case: `oauth_tokens` → `oauthTokens`. Always a JavaScript identifier, reserved words included. */
export function camelName(name: string): string {
  const words = name
    .normalize('NFKC')
    .split(/[^\p{ID_Continue}]+|_+/u)
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const joined = lowerFirst(first) + rest.map((word) => upperFirst(word)).join('');
  return /^\p{ID_Start}/u.test(joined) ? joined : `_${joined}`;
}

/** `createOktaClient`'s middle: the camel name with a capital. */
export function pascalName(name: string): string {
  return upperFirst(camelName(name));
}

/**
 * One path segment made of a name: letters, digits, `.`, `_` and `-` stay, everything else becomes `-`. It is never
 * empty, never starts with a dot, never is a device name, and has at most 80 characters.
 */
export function slugName(name: string): string {
  const kept = name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, MAX_SEGMENT)
    .replace(/[.-]+$/, '');
  // In front, since a device stays one whatever its extension is.
  return kept === '' || DEVICES.test(kept) ? `_${kept}` : kept;
}

/**
 * Makes names unique: the first to come keeps a name, later ones get `2`, `3` and so on; `taken` are reserved.
 * `fold` says which names count as one (lower case, for file names).
 */
export function uniqueNames(
  names: readonly string[],
  {
    taken = [],
    fold = (name) => name,
  }: { readonly taken?: readonly string[]; readonly fold?: (name: string) => string } = {},
): readonly string[] {
  const used = new Set(taken.map(fold));
  // A name that somebody has by itself is not given away to a numbered one that comes first.
  const own = new Set(names.map(fold));
  const next = new Map<string, number>();
  return names.map((name) => {
    let candidate = name;
    let n = next.get(fold(name)) ?? 2;
    for (; used.has(fold(candidate)) || (candidate !== name && own.has(fold(candidate))); n += 1) {
      candidate = `${name}${n}`;
    }
    next.set(fold(name), n);
    used.add(fold(candidate));
    return candidate;
  });
}

/** Where a parameter goes, in the order in which places may keep a name that several parameters have. */
const KEY_ORDER: readonly Param['in'][] = ['path', 'query', 'header', 'cookie', 'server', null];
/**
 * `body` carries the body; a property `__proto__` would be lost in an object literal; and to TypeScript an object without
 * a property such as `constructor` has one of another type.
 */
const RESERVED_KEYS = ['body', ...Object.getOwnPropertyNames(Object.prototype)];

/**
 * The keys of parameters in a client's flat parameter object: the wire name; where it is taken, the wire name with
 * the place as a suffix (`idQuery`), then numbered. The path keeps a name before the query, header and cookie do.
 */
export function paramKeys(
  params: readonly { readonly wireName: string; readonly in: Param['in'] }[],
): readonly string[] {
  const used = new Set(RESERVED_KEYS);
  const own = new Set(params.map(({ wireName }) => wireName));
  const order = params
    .map((param, i) => ({ ...param, i, rank: KEY_ORDER.indexOf(param.in) }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i);
  const keys: string[] = params.map(({ wireName }) => wireName);
  for (const { wireName, in: place, i } of order) {
    const suffixed = `${wireName}${upperFirst(place ?? 'other')}`;
    let candidate = wireName;
    for (let n = 1; used.has(candidate) || (candidate !== wireName && own.has(candidate)); n += 1) {
      candidate = n === 1 ? suffixed : `${suffixed}${n}`;
    }
    used.add(candidate);
    keys[i] = candidate;
  }
  return keys;
}

function lowerFirst(word: string): string {
  return /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
