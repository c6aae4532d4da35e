import type { Source } from '@plumbline/model';

/** How an operand is named in words. */
export const OPERAND = 'the command line';

/** A file or glob as the config or the command line names it. */
export interface NamedInput {
  readonly pattern: string;
  /** The folder that a relative one starts from, absolute. */
  readonly base: string;
  /** Where it is named, in words: `spec[0]` of the config, or `--spec`. */
  readonly option: string;
  /** Where it is named; null on the command line. Looked up only when there is something to say. */
  readonly position: (() => Promise<Source>) | null;
}
