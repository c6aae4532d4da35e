import type { CellNotes, Field, Param, Schema, Schemas } from '@plumbline/model';
import { presenceText } from './presence.ts';
import { itemsType } from './schema-shape.ts';
import { valueNotes } from './value-notes.ts';

/** What a page says of a field, a parameter or a body field. */
export interface RowFacts {
  readonly name: string;
  readonly type: string;
  readonly format: string | undefined;
  readonly description: string;
  readonly notes: CellNotes;
  /** What is opened in place. */
  readonly schema: Schema | null;
  /** What the items of a list are: `string, one of read, write`. */
  readonly items: string | undefined;
  /** Which variants of a schema have the field, and which require it. */
  readonly presence: string | undefined;
}

export function rowFacts(value: Param | Field, schemas: Schemas): RowFacts {
  const { name, type, format, description, schema } = value;
  const notes = valueNotes(value, schemas);
  const presence = 'origins' in value && !('in' in value) ? presenceText(value) : undefined;
  const items = type === 'array' ? itemsType(schema, schemas) : undefined;
  return { name, type, format, description: description.trim(), notes, schema, items, presence };
}
