import type { Code, Dialect } from '@plumbline/model';
import { type BookPage, hasDescriptions, hasExamples, isCurrent } from './book-page.ts';

/** What is wrong with a page, and what it becomes: the agreeing page, unless `want` tells more. */
export interface BrokenPage {
  readonly code: Code;
  readonly name?: string;
  readonly given: (page: BookPage, dialect: Dialect) => BookPage;
  readonly want?: (page: BookPage, dialect: Dialect) => BookPage;
  readonly isFor?: (dialect: Dialect) => boolean;
  /** What is otherwise in the spec. */
  readonly spec?: readonly (readonly [string, string])[];
}

/** The dialects that a case is for. */
export const HAS_DESCRIPTIONS = { isFor: hasDescriptions };
export const CURRENT = { isFor: isCurrent };
export const HAS_EXAMPLES = { isFor: hasExamples };
