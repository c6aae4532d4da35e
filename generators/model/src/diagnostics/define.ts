import type { Severity } from './severity.ts';

/** What the catalogue knows of a code. `A` holds the names and values that its message speaks of. */
export interface CodeEntry<A> {
  readonly severity: Severity;
  /** A noun phrase, for lists. */
  readonly title: string;
  /** What it means, why it matters and how it comes about: two or three sentences of Markdown. */
  readonly explanation: string;
  /** `plumbline fix` can mend it. */
  readonly fixable: boolean;
  readonly message: (args: A) => string;
  readonly hint: (args: A) => string;
  /** A small document before and after, as `plumbline explain` shows it. */
  readonly example: {
    readonly language: 'md' | 'yaml' | 'ts' | 'sql' | 'sh';
    readonly before: string;
    readonly after: string;
  };
}

/** Declares a code: the type argument is the shape of its message's arguments. */
export function define<A>(entry: CodeEntry<A>): CodeEntry<A> {
  return entry;
}
