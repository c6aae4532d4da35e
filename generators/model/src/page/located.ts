import type { Source } from '../origin.ts';

/** A value and the place of its first character in the file on disk. */
export interface Located<T> {
  readonly value: T;
  readonly source: Source;
}
