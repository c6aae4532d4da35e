import type { BuiltPage } from '../html.ts';

/** The site of documents that are not ours, once it is built. */
export interface StrangersSite {
  readonly folder: () => string;
  readonly pages: () => readonly BuiltPage[];
  /** The path that it was built for. */
  readonly base: string;
  /** Where it was told that the repository's files are. */
  readonly sources: string;
}
