import type { Line } from './lines.ts';

/** What the frame of a page says around its text. */
const FURNITURE = new Set([
  ...[
    'skip to main content',
    'skip to content',
    'copy',
    'copied',
    'copied!',
    'copy to clipboard',
    'copy code',
  ],
  ...[
    'on this page',
    'edit this page',
    'expand all',
    'collapse all',
    'expand all collapse all',
    'toggle word wrap',
  ],
  ...['back to top', 'copy expand all collapse all', 'copy page', 'try it', 'print', 'share'],
]);

/** Lines of the frame become blank ones: line numbers stay, and paragraphs keep apart. */
export function withoutFurniture(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) =>
    FURNITURE.has(line.text.toLowerCase()) && line.cells === null
      ? { ...line, text: '', raw: '', prose: [] }
      : line,
  );
}
