import type { CellNotes } from '@plumbline/model';

/** What a page says of a field, a parameter or a body field. */
export interface RowFacts {
  readonly name: string;
  readonly type: string;
  readonly format: string | undefined;
  readonly description: string;
  readonly notes: CellNotes;
}
