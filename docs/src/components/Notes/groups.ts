import { parseCellNotes } from '@plumbline/model';

/** A fact behind a description: values, a value by its name, or a word. */
export type Note =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'pair'; readonly name: string; readonly value: string }
  | { readonly kind: 'word'; readonly text: string };

/** The facts of `(ACTIVE, REVOKED) (default: ACTIVE) (read-only)`, which is how pages write them. */
export function notesIn(text: string): readonly Note[] {
  const { listed, pairs, flags } = parseCellNotes(text).notes;
  return [
    ...(listed === null ? [] : [{ kind: 'values', values: listed.map(visible) } as const]),
    ...Object.entries(pairs).map(([name, value]) => ({ kind: 'pair', name, value: visible(value) }) as const),
    ...flags.map((flag) => ({ kind: 'word', text: flag }) as const),
  ];
}

function visible(value: string): string {
  return value === '' ? '""' : value;
}
