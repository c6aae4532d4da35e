import type { CellNotes, Field, Param, Schemas } from '@plumbline/model';
import { valueNotes } from './value-notes.ts';

/** What a page says of a field, a parameter or a body field. */
export interface RowFacts {
  readonly name: string;
  readonly type: string;
  readonly format: string | undefined;
  readonly description: string;
  readonly notes: CellNotes;
}

export function rowFacts(value: Param | Field, schemas: Schemas): RowFacts {
  const { name, type, format, description } = value;
  return { name, type, format, description: description.trim(), notes: valueNotes(value, schemas) };
}
