import { type MarkdownToken, markdownTokens } from './markdown-tokens.ts';

/** The pieces of one block of CommonMark, and which of its marks are live. */
export interface MarkdownLine {
  readonly tokens: readonly MarkdownToken[];
  /** @see liveEmphasis */
  readonly live: ReadonlyMap<number, number>;
}

/** Whoever prints one text in several ways reads it once. */
export type ReadLine = (text: string) => MarkdownLine;

export const markdownLine: ReadLine = (text) => {
  const tokens = markdownTokens(text);
  return { tokens, live: liveEmphasis(tokens) };
};

type Mark = Extract<MarkdownToken, { readonly kind: 'mark' }>;

/** Runs that may wait for their other half: more than anyone nests, and few enough to be searched. */
const MAX_OPEN = 8;

interface Opener {
  readonly index: number;
  readonly text: string;
}

const NONE: ReadonlyMap<number, number> = new Map();

/**
 * The places of the marks that begin or end emphasis, each with the place of its other half: pairs of equal runs that
 * flank a text (CommonMark 0.31.2 section 6.2), properly nested, within a link or outside of any. Stricter than
 * CommonMark, so that a parser which sees only these marks pairs them in the same way.
 */
function liveEmphasis(tokens: readonly MarkdownToken[]): ReadonlyMap<number, number> {
  if (!tokens.some(({ kind }) => kind === 'mark')) return NONE;
  const live = new Map<number, number>();
  let openers: Opener[] = [];
  let outside: Opener[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'link-start') {
      outside = openers;
      openers = [];
    } else if (token.kind === 'link-end') openers = outside;
    else if (token.kind === 'mark' && token.source.length <= 3 && token.source !== '!') {
      const opener = canClose(token) ? openers.findLast(({ text }) => text === token.source) : undefined;
      if (opener !== undefined) {
        live.set(opener.index, index).set(index, opener.index);
        openers = openers.slice(0, openers.indexOf(opener));
      } else if (
        canOpen(token) &&
        !(canClose(token) && openers.some(({ text }) => text[0] === token.source[0]))
      ) {
        openers = [...openers.slice(-MAX_OPEN), { index, text: token.source }];
      }
    }
  }
  return live;
}

function canOpen({ source, before, after }: Mark): boolean {
  if (after === 'blank' || after === 'break' || isUnsure(before, after)) return false;
  return before !== 'letter' || (after === 'letter' && source.startsWith('*'));
}

function canClose({ source, before, after }: Mark): boolean {
  if (before === 'blank' || before === 'break' || isUnsure(before, after)) return false;
  return after !== 'letter' || (before === 'letter' && source.startsWith('*'));
}

function isUnsure(...sides: readonly string[]): boolean {
  return sides.includes('unsure');
}
