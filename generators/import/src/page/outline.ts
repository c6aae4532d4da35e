import type { Source } from '@plumbline/model';
import type { Line } from '../text/lines.ts';
import { type CodeBlock, codeBlocks } from './code-blocks.ts';
import { isIntroduction, type SectionTitle, sectionTitle } from './sections.ts';
import { restOfHeader, type TextTable, tableAt } from './tables.ts';

/** Where the parts of a page's text begin and end. */
export interface Outline {
  readonly tables: readonly OutlinedTable[];
  readonly blocks: readonly OutlinedBlock[];
  readonly titles: readonly { readonly at: number; readonly title: SectionTitle }[];
}

/** What stands above a table or a code block, since its section began or what is before it ended. */
interface Above {
  readonly source: Source;
  readonly above: readonly Line[];
  /** The last title before it. */
  readonly title: { readonly at: number; readonly title: SectionTitle } | null;
}

export type OutlinedTable = TextTable &
  Above & {
    readonly lines: readonly Line[];
    /** Its rows are run together with its header, and nothing tells where one ends. */
    readonly hasRowsInHeader: boolean;
  };
export type OutlinedBlock = CodeBlock & Above;

/** Headings are boundaries and no more: tables are known by their headers, and examples by their statements. */
export function outlineOf(lines: readonly Line[]): Outline {
  const blocks = codeBlocks(lines);
  const inBlock = new Uint8Array(lines.length);
  for (const { start, end } of blocks) inBlock.fill(1, start, end);
  const found: TextTable[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const table = inBlock[i] === 1 ? null : tableAt(lines, i);
    if (table === null) continue;
    found.push(table);
    i = table.body - 1;
  }
  const titles = lines.flatMap((line, at) => {
    const title = inBlock[at] === 1 ? null : sectionTitle(line);
    return title === null ? [] : [{ at, title }];
  });
  const boundaries = [
    ...titles.map(({ at }) => ({ at, kind: 'title' as const })),
    ...lines.flatMap((line, at) =>
      inBlock[at] === 0 && isIntroduction(line) ? [{ at, kind: 'title' as const }] : [],
    ),
    ...found.map(({ start }) => ({ at: start, kind: 'content' as const })),
    ...blocks.map(({ start }) => ({ at: start, kind: 'content' as const })),
    { at: lines.length, kind: 'end' as const },
  ].sort((a, b) => a.at - b.at);

  const tables: OutlinedTable[] = [];
  const outlined: OutlinedBlock[] = [];
  let done = 0;
  let next = 0;
  for (const part of [...found, ...blocks].sort((a, b) => a.start - b.start)) {
    const title = titles.findLast(({ at }) => at < part.start) ?? null;
    const from = Math.max(done, title === null ? 0 : title.at + 1);
    const above = lines.slice(from, part.start).filter((line) => !isIntroduction(line));
    const source = lines[part.start]?.source ?? { file: '', line: 1, column: 1 };
    if ('code' in part) {
      outlined.push({ ...part, above, title, source });
      done = part.end;
      continue;
    }
    while (next < boundaries.length && (boundaries[next]?.at ?? 0) < part.body) next += 1;
    const boundary = boundaries[next] ?? { at: lines.length, kind: 'end' as const };
    const end = bodyEnd(lines, part, boundary);
    const header = lines[part.start];
    const rest = header === undefined ? '' : restOfHeader(header, part);
    const body = lines.slice(part.body, end);
    tables.push({ ...part, above, title, source, lines: body, hasRowsInHeader: rest !== '' });
    done = end;
  }
  return { tables, blocks: outlined, titles };
}

/**
 * Where a table ends: before a title all is the table's; before another table or an example stands a caption; at the end
 * of the page, a blank line is followed by what the frame says.
 */
function bodyEnd(
  lines: readonly Line[],
  { body }: TextTable,
  { at, kind }: { readonly at: number; readonly kind: 'title' | 'content' | 'end' },
): number {
  if (kind === 'title') return at;
  if (kind === 'end') {
    // The last row may be followed by blank lines and rows again, never by the frame.
    const last = lines.findLastIndex((line, i) => i >= body && line.cells !== null && line.cells.length > 1);
    const from = Math.max(
      last,
      lines.findIndex((line, i) => i >= body && line.text !== ''),
    );
    const blank = from === -1 ? -1 : lines.findIndex((line, i) => i > from && line.text === '');
    return blank === -1 ? at : blank;
  }
  let end = at;
  const skipBlank = () => {
    while (end > body && lines[end - 1]?.text === '') end -= 1;
  };
  skipBlank();
  const isCaption = (line: Line | undefined) => line !== undefined && line.text !== '' && line.cells === null;
  let start = end;
  while (start > body && end - start < 8 && isCaption(lines[start - 1])) start -= 1;
  if (start === body) return body;
  // A caption that no blank line parts from the rows is one line.
  const isParted = lines[start - 1]?.text === '' || lines[start - 1]?.cells !== null;
  end = isParted ? start : Math.max(body, end - 1);
  skipBlank();
  // The tabs of what comes next.
  while (end > body && isLabel(lines[end - 1])) {
    end -= 1;
    skipBlank();
  }
  return end;
}

function isLabel(line: Line | undefined): boolean {
  if (line === undefined || line.cells !== null) return false;
  return line.role === 'tab' || line.text === 'Manifest' || /^\w{1,120}_\w{1,120}$/.test(line.text);
}
