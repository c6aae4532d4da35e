import type { Source } from '../origin.ts';
import type { Located } from './located.ts';

/**
 * What a comment of a page silences: `<!-- plumbline-ignore code: reason -->`, or the same between the marks that MDX
 * has for comments. A comment that names two codes makes two of these.
 */
export interface PageIgnore {
  /** A diagnostic code; `*` stands for any run of characters. Nobody checked that there is such a code. */
  readonly code: Located<string>;
  readonly reason: string;
  /** The findings that it covers are those that stand in here, the end excluded; `page`: all of its file's. */
  readonly scope: 'page' | { readonly start: Source; readonly end: Source };
}
