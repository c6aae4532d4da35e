import { randomFrom } from '@plumbline/contract-server';
import type { JsonObject } from '@plumbline/model';
import { type Draft, requestsOf, type WrongDraft, wireOf } from './requests.ts';
import { readAgain } from './second-reading.ts';

export interface Corpus {
  readonly operations: number;
  /** Operations that have a valid request. */
  readonly covered: number;
  readonly valid: readonly Draft[];
  readonly wrong: readonly WrongDraft[];
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/**
 * So many requests of each sort, drawn by seed: valid ones of every operation before any has two, and of each kind of
 * fault one before any has two.
 */
export function drawCorpus(document: JsonObject, count: number, seed: number): Corpus {
  const reading = readAgain(document);
  const random = randomFrom(seed);
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => Object.hasOwn(item as JsonObject, method)).map((method) => ({ path, method })),
  );
  const drawn = operations.flatMap((operation) => requestsOf(document, operation, reading) ?? []);
  const byKind = new Map<string, WrongDraft[]>();
  for (const wrong of drawn.flatMap((each) => each.wrong)) {
    const known = byKind.get(wrong.kind);
    if (known === undefined) byKind.set(wrong.kind, [wrong]);
    else known.push(wrong);
  }
  return {
    operations: operations.length,
    covered: drawn.length,
    valid: inTurn(
      drawn.map(({ valid }) => shuffled(valid, random)),
      count,
    ),
    wrong: inTurn(
      [...byKind.values()].map((each) => shuffled(each, random)),
      count,
    ),
  };
}

export interface Verdict {
  /** Valid requests that were refused, with what was said. */
  readonly refused: readonly { readonly draft: Draft; readonly said: string }[];
  readonly accepted: readonly WrongDraft[];
  /** Refused, and the place is another. */
  readonly misplaced: readonly { readonly wrong: WrongDraft; readonly said: string }[];
  readonly milliseconds: number;
}

interface Said {
  readonly problems?: readonly {
    readonly place: string;
    readonly name: string | null;
    readonly pointer: string;
  }[];
}

/** Sends them all, one after the other. */
export async function judge(
  { valid, wrong }: Pick<Corpus, 'valid' | 'wrong'>,
  url: string,
): Promise<Verdict> {
  const started = performance.now();
  const refused: { draft: Draft; said: string }[] = [];
  for (const draft of valid) {
    const { target, init } = wireOf(draft);
    const answer = await fetch(url + target, init);
    const said = await answer.text();
    if (answer.status >= 400) refused.push({ draft, said });
  }
  const accepted: WrongDraft[] = [];
  const misplaced: { wrong: WrongDraft; said: string }[] = [];
  for (const one of wrong) {
    const { target, init } = wireOf(one.draft, one.text);
    const answer = await fetch(url + target, init);
    const said = await answer.text();
    if (answer.status < 400) accepted.push(one);
    else if (!isPlaced(JSON.parse(said), one)) misplaced.push({ wrong: one, said });
  }
  return { refused, accepted, misplaced, milliseconds: performance.now() - started };
}

function isPlaced({ problems = [] }: Said, { expected }: WrongDraft): boolean {
  return problems.some(
    ({ place, name, pointer }) =>
      place === expected.place && name === expected.name && pointer === expected.pointer,
  );
}

function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function inTurn<T>(lists: readonly (readonly T[])[], count: number): readonly T[] {
  const taken: T[] = [];
  for (let i = 0; taken.length < count && lists.some((list) => i < list.length); i += 1)
    taken.push(...lists.flatMap((list) => list.slice(i, i + 1)));
  return taken.slice(0, count);
}
