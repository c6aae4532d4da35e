import type { NameSet } from '../text/name-set.ts';

export interface ParamLists {
  /** One list a cell: none, one or two. */
  readonly lists: readonly (readonly string[])[];
  readonly rest: string;
  /** Names that nothing else on the page speaks of, so that their end had to be inferred. */
  readonly inferred: readonly string[];
}

/**
 * The lists at the start of a row whose cells are run together: `subdomainexpand, after, limitLists all` is `subdomain`,
 * then `expand`, `after` and `limit`, then a description. Names of one cell are parted by commas, cells by nothing.
 */
export function splitLists(text: string, params: NameSet, most: number): ParamLists {
  const lists: (readonly string[])[] = [];
  const inferred: string[] = [];
  let rest = text.trimStart();
  while (lists.length < most) {
    const list = listAt(rest, params);
    if (list === null) break;
    lists.push(list.names);
    inferred.push(...list.inferred);
    rest = list.rest.trimStart();
  }
  return { lists, rest, inferred };
}

function listAt(
  text: string,
  params: NameSet,
): { readonly names: readonly string[]; readonly inferred: readonly string[]; readonly rest: string } | null {
  const names: string[] = [];
  const inferred: string[] = [];
  let at = 0;
  for (;;) {
    const isFirst = names.length === 0;
    const known = nameAt(text, at, { params, isFirst });
    const name = known ?? (!isFirst || startsList(text) ? unknownNameAt(text, at, params) : null);
    if (name === null) break;
    names.push(name);
    at += name.length;
    if (!params.has(name) && !/^ ?,/.test(text.slice(at, at + 2))) inferred.push(name);
    const [comma] = /^ ?, ?/.exec(text.slice(at, at + 3)) ?? [];
    if (comma === undefined) return { names, inferred, rest: text.slice(at) };
    at += comma.length;
  }
  return names.length === 0 ? null : { names, inferred, rest: text.slice(at) };
}

/** The longest known name at a place; where no comma says so, no start of a word that nobody knows. */
function nameAt(
  text: string,
  at: number,
  { params, isFirst }: { readonly params: NameSet; readonly isFirst: boolean },
): string | null {
  for (const name of params.at(text, at)) {
    const after = text.slice(at + name.length, at + name.length + 240);
    const goesOn = /^[a-z0-9_]/.test(after) && params.at(after, 0).length === 0;
    if (!isFirst || !goesOn || startsList(after)) return name;
  }
  return null;
}

/** Several words without blanks, parted by commas, are names. */
export function startsList(text: string): boolean {
  return /^[\w$.:#@-]{1,80}, ?[\w$.:#@-]+/.test(text.slice(0, 240)) && !/^[A-Z][a-z]+, /.test(text);
}

/** A name whose end is the comma behind it, or else where a sentence or a known name begins. */
function unknownNameAt(text: string, at: number, params: NameSet): string | null {
  const [word] = /^[\w$.:#@-]+/.exec(text.slice(at, at + 200)) ?? [];
  if (word === undefined) return null;
  if (text.startsWith(',', at + word.length)) {
    const glued = params.endOf(word);
    return glued === null ? word : word.slice(0, -glued.length);
  }
  if (at + word.length === text.length) return word;
  // `userIdLists all`: the last capital in the word begins the sentence.
  const capital = word.search(/[A-Z][a-z]*$/);
  return capital > 0 ? word.slice(0, capital) : word;
}
