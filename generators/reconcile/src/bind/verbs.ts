import type { HttpMethod, SqlVerb } from '@plumbline/model';

/** The HTTP methods that an SQL verb ordinarily stands for. */
const USUAL: { readonly [V in SqlVerb]: readonly HttpMethod[] } = {
  select: ['GET', 'HEAD', 'QUERY'],
  insert: ['POST', 'PUT'],
  update: ['PATCH', 'POST', 'PUT'],
  replace: ['PUT', 'POST', 'PATCH'],
  delete: ['DELETE'],
  exec: ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'QUERY'],
};

/** The HTTP methods that an SQL verb cannot stand for; what is neither usual nor here is odd, and may be meant. */
const CONTRARY: { readonly [V in SqlVerb]: readonly HttpMethod[] } = {
  select: ['DELETE', 'PUT', 'PATCH'],
  insert: ['GET', 'HEAD', 'DELETE'],
  update: ['GET', 'HEAD', 'DELETE'],
  replace: ['GET', 'HEAD', 'DELETE'],
  delete: ['GET', 'HEAD'],
  exec: [],
};

export function isUsual(verb: SqlVerb, method: HttpMethod): boolean {
  return USUAL[verb].includes(method);
}

export function isContrary(verb: SqlVerb, method: HttpMethod): boolean {
  return CONTRARY[verb].includes(method);
}

/** The words that say what is done with any thing, by what they mean, and the HTTP methods that do it. */
const DEEDS: readonly { readonly words: readonly string[]; readonly methods: readonly HttpMethod[] }[] = [
  {
    words: ['get', 'read', 'fetch', 'retrieve', 'show', 'describe', 'lookup'],
    methods: ['GET', 'HEAD', 'QUERY', 'POST'],
  },
  { words: ['list', 'find', 'query', 'search', 'all'], methods: ['GET', 'HEAD', 'QUERY', 'POST'] },
  { words: ['create', 'insert', 'add', 'new', 'post'], methods: ['POST', 'PUT'] },
  { words: ['update', 'modify', 'edit', 'patch'], methods: ['PATCH', 'PUT', 'POST'] },
  { words: ['replace', 'set', 'put', 'overwrite'], methods: ['PUT', 'PATCH', 'POST'] },
  { words: ['delete', 'remove', 'destroy', 'drop'], methods: ['DELETE', 'POST'] },
];
const ORDINARY = new Map(DEEDS.flatMap((deed) => deed.words.map((word) => [word, deed] as const)));
/** Of any other word: a special deed is a POST or a PUT. */
const SPECIAL: readonly HttpMethod[] = ['POST', 'PUT'];

/** Each further choice is a little less likely; another deed than the name says, more; what no verb is for, much. */
const STEP = 0.05;
const UNLIKELY = 0.8;
const UNUSUAL = 0.6;

/** How an HTTP method suits the SQL verb, and under EXEC the method's first word: from 1, the first choice, down. */
export function suitability(verb: SqlVerb | null, firstWord: string, method: HttpMethod): number {
  const isExec = verb === null || verb === 'exec';
  const choice = isExec ? (ORDINARY.get(firstWord)?.methods ?? SPECIAL) : USUAL[verb];
  const rank = choice.indexOf(method);
  if (rank >= 0) return 1 - rank * STEP;
  return isExec ? UNLIKELY : UNUSUAL;
}

/** The word says what is done with any thing (`get`, `create`), and needs not be in a path. */
export function isOrdinary(word: string): boolean {
  return ORDINARY.has(word);
}

/** One word for all that mean the same deed: `get` for `fetch`. */
export function plainDeed(word: string): string {
  return ORDINARY.get(word)?.words[0] ?? word;
}
