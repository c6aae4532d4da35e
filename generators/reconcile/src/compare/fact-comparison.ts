import type { CellNotes, Located, PageType, Source, SpecOrigin, Subject } from '@plumbline/model';
import type { SchemaFactSheet } from '../schema-reader.ts';

/** A row of the Parameters or of a Fields table. */
export interface FactRow {
  readonly type: Located<PageType> | null;
  readonly description: Located<string> | null;
  readonly notes: CellNotes;
  readonly source: Source;
}

/** What the spec says of the thing that a row describes: of a parameter, once for each method that lists it. */
export interface SpecSide {
  readonly facts: SchemaFactSheet;
  readonly origin: SpecOrigin;
}

export type Thing = 'param' | 'field';

export interface FactComparison {
  readonly thing: Thing;
  readonly name: string;
  readonly row: FactRow;
  readonly sides: readonly SpecSide[];
  /** The dialect has a Datatype cell for each row, formats included. */
  readonly hasFormats: boolean;
  readonly subject: Subject;
}
