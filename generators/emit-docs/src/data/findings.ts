import type { Diagnostic, Source } from '@plumbline/model';
import { replaceUnwritable } from '@plumbline/render';
import { bySeverity } from '../facts/findings.ts';
import type { Prose } from '../views/prose.ts';
import type { FindingData, FindingsData, PlaceData } from './page-data.ts';

export interface FindingsOptions {
  readonly prose: Prose;
  readonly sourceOf: (file: string) => string;
}

/** The findings of each table, most severe first. */
export function findingsData(
  tables: readonly (readonly Diagnostic[])[],
  { prose, sourceOf }: FindingsOptions,
): FindingsData {
  const files = new Map<string, number>();
  const place = ({ file, line, column }: Source, note: string): PlaceData => {
    const name = replaceUnwritable(sourceOf(file));
    const index = files.get(name) ?? files.size;
    files.set(name, index);
    return note === '' ? [index, line, column] : [index, line, column, prose.rich(note)];
  };
  const row = ({ severity, code, message, source, related }: Diagnostic): FindingData => ({
    severity,
    code,
    text: prose.rich(message),
    places: [place(source, ''), ...related.map((note) => place(note.source, note.message))],
  });
  const rows = tables.map((findings) => bySeverity(findings).map(row));
  return { files: [...files.keys()], tables: rows };
}
