import {
  type DraftDiagnostic,
  diagnose,
  type NoteFlag,
  parseCellNotes,
  type Source,
  type SpecOrigin,
  type Subject,
} from '@plumbline/model';

export interface DeprecationComparison {
  readonly what: 'method' | 'parameter' | 'field';
  readonly name: string;
  /** Null where the table has no such column. */
  readonly description: string | null;
  readonly flags: readonly NoteFlag[];
  readonly at: Source;
  /** One for each operation that the row stands for. */
  readonly sides: readonly {
    readonly isDeprecated: boolean;
    readonly description: string;
    readonly origin: SpecOrigin;
  }[];
  readonly subject: Subject;
}

/**
 * Compares the mark of a deprecation. Any word of it on the page counts as a mark, but only the note `(deprecated)`
 * counts as a claim that the spec must confirm: prose may speak of something else.
 */
export function compareDeprecation({
  what,
  name,
  description,
  flags,
  at,
  sides,
  subject,
}: DeprecationComparison): readonly DraftDiagnostic[] {
  if (sides.length === 0 || description === null) return [];
  const isClaimed = isMarkedDeprecated(description, flags);
  if (!isClaimed && sides.every(({ isDeprecated }) => isDeprecated) && !/deprecat/i.test(description)) {
    const related = sides.map(({ origin }) => ({
      message: 'the spec says `deprecated: true`',
      place: origin,
    }));
    return [diagnose({ code: 'deprecation-missing-from-page', args: { what, name }, at, subject, related })];
  }
  if (isClaimed && sides.every((side) => !side.isDeprecated && !/deprecat/i.test(side.description))) {
    const related = sides.map(({ origin }) => ({ message: 'the spec does not say so', place: origin }));
    return [diagnose({ code: 'deprecation-missing-from-spec', args: { what, name }, at, subject, related })];
  }
  return [];
}

/** The note `(deprecated)`, taken off by the reader or still in the text. */
export function isMarkedDeprecated(description: string, flags: readonly NoteFlag[]): boolean {
  return flags.includes('deprecated') || parseCellNotes(description).notes.flags.includes('deprecated');
}
