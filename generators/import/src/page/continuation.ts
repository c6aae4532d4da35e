import type { Line, Prose } from '../text/lines.ts';

interface Described {
  readonly description: Prose;
}

/**
 * The rows that begin in a list of lines. Other lines belong to the row before them: they are of its description, which
 * had line breaks, or was wrapped.
 */
export function withContinuations<Row extends Described>(
  lines: readonly Line[],
  begin: (lines: readonly Line[], i: number) => { readonly taken: number; readonly row: Row } | null,
): readonly Row[] {
  const rows: { row: Row; more: Line[] }[] = [];
  for (let i = 0; i < lines.length; ) {
    const begun = begin(lines, i);
    if (begun === null) {
      const line = lines[i];
      if (line !== undefined) rows.at(-1)?.more.push(line);
      i += 1;
    } else {
      rows.push({ row: begun.row, more: [] });
      i += begun.taken;
    }
  }
  return rows.map(({ row, more }) => {
    const description = continued(row.description, more);
    return description === row.description ? row : { ...row, description };
  });
}

/** Prose and the lines after it: a wrapped line goes on, a blank one parts paragraphs. */
export function continued(prose: Prose, lines: readonly Line[]): Prose {
  const parts = [...prose];
  let isParted = false;
  for (const line of lines) {
    if (line.text === '') isParted = parts.length > 0;
    else {
      if (parts.length > 0) parts.push({ kind: 'text', text: isParted ? '\n\n' : ' ' });
      parts.push(...line.prose);
      isParted = false;
    }
  }
  return parts.length === prose.length ? prose : parts;
}
