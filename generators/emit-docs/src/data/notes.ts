import { type CellNotes, printCellNotes } from '@plumbline/model';
import { replaceUnwritable } from '@plumbline/render';

/** Facts behind a description, as the page's data has them. */
export function notesData(notes: CellNotes): { readonly notes?: string } {
  const printed = replaceUnwritable(printCellNotes(notes)).trimStart();
  return printed === '' ? {} : { notes: printed };
}
