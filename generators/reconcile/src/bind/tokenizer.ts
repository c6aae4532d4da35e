import { nameTokens } from '../words.ts';
import { createWordSplitter } from './split-words.ts';

/** The tokens of a name, words that are written together taken apart. */
export type Tokenize = (name: string) => readonly string[];

/** Makes tokens by the vocabulary of all names: of what is one word here and two words there, both have two. */
export function createTokenizer(names: Iterable<string>): Tokenize {
  const vocabulary = new Set<string>();
  for (const name of names) for (const token of nameTokens(name)) vocabulary.add(token);
  const split = createWordSplitter(vocabulary);
  return (name) => nameTokens(name).flatMap(split);
}
