import { templateEnds } from './template.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';

/** The tokens of a text, whatever they come to together: what an editor needs while a statement is being typed. */
export function tokensOf(text: string): readonly Token[] {
  return tokenize(text, templateEnds(text));
}
