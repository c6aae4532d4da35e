import type { ProseSpan } from '@plumbline/read-resource-pages';
import type { Edit } from '../text/edits.ts';

/** A cell's new content. Between two pipes, a cell that was blank gets a blank on each side, whatever it had. */
export function fillCell(text: string, cell: ProseSpan, content: string): Edit {
  const { start, end, inPipeTable = false } = cell;
  if (!inPipeTable || start < end || content === '') return { start, end, text: content };
  let from = start;
  let to = end;
  while (isBlank(text.charAt(from - 1))) from -= 1;
  while (isBlank(text.charAt(to))) to += 1;
  const isClosed = text.charAt(to) === '|';
  return { start: from, end: isClosed ? to : end, text: ` ${content}${isClosed ? ' ' : ''}` };
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t';
}
