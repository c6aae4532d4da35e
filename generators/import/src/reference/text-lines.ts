import type { Source } from '@plumbline/model';
import type { Line } from '../text/lines.ts';

/** A line of a reference: tables of it are flattened, a cell a line. */
export interface ReferenceLine {
  readonly text: string;
  readonly isHeading: boolean;
  readonly source: Source;
}

export function referenceLines(lines: readonly Line[]): readonly ReferenceLine[] {
  return lines.flatMap(({ text, cells, role, source }): ReferenceLine[] => {
    const isHeading = role === 'heading';
    if (cells === null) return [{ text: straight(text), isHeading, source }];
    const shown = cells.flatMap((cell) => cell.text.split('\n')).filter((one) => one.trim() !== '');
    return shown.map((one) => ({ text: straight(one.trim()), isHeading, source }));
  });
}

/** Quotes as JSON has them: in prose they say the same. */
function straight(text: string): string {
  return /[\u201c\u201d\u2018\u2019]/.test(text)
    ? text.replace(/[\u201c\u201d]/g, '"').replace(/[\u2018\u2019]/g, "'")
    : text;
}

/** Lines as paragraphs: a wrapped line goes on, a blank one parts. */
export function paragraphs(lines: readonly ReferenceLine[]): string {
  const parts: string[] = [];
  let isParted = false;
  for (const { text } of lines) {
    if (text === '') isParted = parts.length > 0;
    else {
      if (parts.length > 0) parts.push(isParted ? '\n\n' : '\n');
      parts.push(text);
      isParted = false;
    }
  }
  return parts.join('');
}
