import { byCodeUnit, type Diagnostic, isCode } from '@plumbline/model';
import { SILENCEABLE } from '../config/silenceable.ts';

/** A finding that was there when the baseline was written, whatever its line. */
export interface BaselineEntry {
  readonly code: string;
  /** As findings name it from the folder of the baseline. */
  readonly file: string;
  readonly subject: Diagnostic['subject'];
  readonly message: string;
  /** How many findings are alike in all of that. */
  readonly count: number;
}

/** Names files from the folder of the baseline: it is the same from wherever the command is run. */
export type NameFile = (file: string) => string;

/** What the findings of today come to as entries, sorted. What is wrong with the run itself is never among them. */
export function entriesOf(diagnostics: readonly Diagnostic[], nameFile: NameFile): readonly BaselineEntry[] {
  const recorded = diagnostics.filter(({ code }) => SILENCEABLE.includes(code));
  const groups = Map.groupBy(recorded, (diagnostic) => keyOf(diagnostic, nameFile));
  return [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([, [first, ...others]]) => {
      if (first === undefined) return [];
      const { code, source, subject, message } = first;
      return [{ code, file: nameFile(source.file), subject, message, count: 1 + others.length }];
    });
}

export interface Compared {
  /** All, those of the baseline marked. */
  readonly diagnostics: readonly Diagnostic[];
  /** Entries by their index, and how many of each do not occur any more. */
  readonly removable: readonly { readonly index: number; readonly count: number }[];
}

/** Marks the findings that the entries cover: of several alike, as many as are counted. */
export function compareWithBaseline(
  diagnostics: readonly Diagnostic[],
  entries: readonly BaselineEntry[],
  nameFile: NameFile,
): Compared {
  const left = new Map<string, number>();
  for (const entry of entries) left.set(entryKey(entry), (left.get(entryKey(entry)) ?? 0) + entry.count);
  const marked = diagnostics.map((diagnostic) => {
    const key = keyOf(diagnostic, nameFile);
    const count = left.get(key) ?? 0;
    if (count === 0) return diagnostic;
    left.set(key, count - 1);
    return { ...diagnostic, baselined: true as const };
  });
  const removable = entries.flatMap((entry, index) => {
    const count = left.get(entryKey(entry)) ?? 0;
    left.delete(entryKey(entry));
    // A code that is no more cannot occur.
    return count === 0 ? [] : [{ index, count: isCode(entry.code) ? count : entry.count }];
  });
  return { diagnostics: marked, removable };
}

function keyOf({ code, source, subject, message }: Diagnostic, nameFile: NameFile): string {
  return entryKey({ code, file: nameFile(source.file), subject, message });
}

function entryKey({ code, file, subject, message }: Omit<BaselineEntry, 'count'>): string {
  const { resource, method, operation, name, in: place, required } = subject;
  return JSON.stringify([code, file, resource, method, operation, name, place, required, message]);
}
