import { tableAt } from './page/tables.ts';
import { endpointAt, markerOf } from './reference/markers.ts';
import type { Line } from './text/lines.ts';

export type ImportKind = 'page' | 'reference';

/** What a text is, by what only the one or the other has; null where it is neither. */
export function detectKind(lines: readonly Line[]): ImportKind | null {
  let page = 0;
  let reference = 0;
  for (const [i, line] of lines.entries()) {
    if (line.text === '' || line.text.length > 2000) continue;
    if (tableAt(lines, i) !== null) page += 1;
    if (/^Id[\s:|]*[\w-]+\.[\w-]+\.[\w-]+$|^The following (?:fields|methods) are\b/.test(line.text))
      page += 1;
    const cells = line.cells?.map(({ text }) => text) ?? [line.text];
    for (const text of cells) {
      const kind = markerOf(text)?.kind;
      if (kind !== undefined && kind !== 'label') reference += 1;
      if (endpointAt(text, lines[i + 1]?.text ?? '') !== null) reference += 2;
    }
  }
  if (page === 0 && reference < 2) return null;
  return page >= reference ? 'page' : 'reference';
}
