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
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, MAX_SEGMENT);
  return kept === '' || DEVICES.test(kept) ? `${kept}_` : kept;
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
  return names.map((name) => {
    let candidate = name;
    for (let n = 2; used.has(fold(candidate)) || (candidate !== name && own.has(fold(candidate))); n += 1) {
      candidate = `${name}${n}`;
    }
    used.add(fold(candidate));
    return candidate;
  });
}

function lowerFirst(word: string): string {
  return /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
