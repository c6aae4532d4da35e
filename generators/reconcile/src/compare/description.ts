import { type DraftDiagnostic, diagnose, type Located } from '@plumbline/model';
import { wordsOf } from '../words.ts';
import type { FactComparison } from './fact-comparison.ts';

/**
 * An empty Description cell where the spec has something to say: the same of all methods that share the row, since what
 * it says of one alone would be wrong for the others. A table without such a column has no place for it.
 */
export function compareDescription({
  thing,
  name,
  row,
  sides,
  subject,
}: Pick<FactComparison, 'thing' | 'row' | 'sides' | 'subject'> & {
  readonly name: Located<string>;
}): readonly DraftDiagnostic[] {
  if (row.description?.value !== '' || row.notes.listed !== null) return [];
  const [text, ...others] = new Set(sides.map(({ facts }) => wordsOf(facts.description ?? '')));
  if (text === undefined || text === '' || others.length > 0) return [];
  const related = sides.map(({ origin }) => ({ message: 'the spec describes it', place: origin }));
  return [
    diagnose({
      code: `${thing}-description-missing-from-page`,
      args: { name: name.value },
      at: name.source,
      subject,
      related,
    }),
  ];
}
