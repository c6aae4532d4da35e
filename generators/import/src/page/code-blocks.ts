import type { Line } from '../text/lines.ts';
import { sectionTitle } from './sections.ts';

/** Lines of the page that are one statement or one manifest; the end is excluded. */
export interface CodeBlock {
  readonly language: 'sql' | 'yaml';
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

const ID = String.raw`["\`]?[\w-]+["\`]?\.["\`]?[\w-]+["\`]?\.["\`]?[\w-]+`;
const START = new RegExp(
  String.raw`^(?:/\*\+? ?\w+ ?\*/\s*)?(?:INSERT INTO\s*${ID}|(?:UPDATE|REPLACE|DELETE FROM|EXEC)(?: /\*.{0,40}\*/)?\s*${ID}|SELECT(?![a-z]* (?:not|examples?)\b))`,
);
const FROM = /FROM\s+[\w"`-]+\.[\w"`-]+\.[\w"`-]+/;
const MANIFEST = /^(?:# Description fields are for documentation|- name: \S+$)/;
/** How far a statement may go on: the longest column lists have some hundred. */
const MOST_LINES = 3000;

/** The SQL statements and manifests of a page, in their order. */
export function codeBlocks(lines: readonly Line[]): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const block = blockAt(lines, i);
    if (block === null) continue;
    blocks.push(block);
    i = block.end - 1;
  }
  return blocks;
}

function blockAt(lines: readonly Line[], start: number): CodeBlock | null {
  const text = lines[start]?.text ?? '';
  if (MANIFEST.test(text.slice(0, 200))) return manifestAt(lines, start);
  if (!START.test(text.slice(0, 400))) return null;
  const end = statementEnd(lines, start);
  const code = lines
    .slice(start, end)
    .filter(({ text: one }) => one !== '')
    .map(({ raw }) => straight(raw).trimEnd())
    .join('\n')
    .replace(/;[ \t]*Copy$/, ';')
    .trim();
  return /^(?:\/\*.*\*\/\s*)?SELECT/.test(code) && !FROM.test(code)
    ? null
    : { language: 'sql', start, end, code };
}

/** Behind the line with the semicolon; without one, before the first blank line, heading or statement. */
function statementEnd(lines: readonly Line[], start: number): number {
  let blank = -1;
  // The values of an INSERT are a SELECT.
  let inner = /INSERT INTO/.test(lines[start]?.text.slice(0, 80) ?? '') ? 1 : 0;
  for (let i = start; i < lines.length && i < start + MOST_LINES; i += 1) {
    const line = lines[i];
    if (line === undefined) break;
    if (i > start && START.test(line.text.slice(0, 400))) {
      if (inner === 0) return blank === -1 ? i : blank;
      inner -= 1;
    }
    if (i > start && (sectionTitle(line) !== null || MANIFEST.test(line.text.slice(0, 200))))
      return blank === -1 ? i : blank;
    if (/;\s*(?:Copy)?$/.test(line.text.slice(-40))) return i + 1;
    if (line.text === '' && blank === -1) blank = i;
  }
  return blank === -1 ? Math.min(lines.length, start + MOST_LINES) : blank;
}

function manifestAt(lines: readonly Line[], start: number): CodeBlock | null {
  let end = start;
  for (let i = start; i < lines.length && i < start + MOST_LINES; i += 1) {
    const { raw = '', text = '', role = 'text' } = lines[i] ?? {};
    if (text === '') continue;
    if (i > start && role !== 'code' && !/^(?:\s|- |#)/.test(raw)) break;
    end = i + 1;
  }
  const code = lines
    .slice(start, end)
    .map(({ raw }) => raw.trimEnd())
    .join('\n');
  return /^ *props:/m.test(code) ? { language: 'yaml', start, end, code } : null;
}

/** Quotes as SQL has them, where an editor has made them curly. */
function straight(text: string): string {
  return text.replace(/[\u2018\u2019\u201b]/g, "'").replace(/[\u201c\u201d]/g, '"');
}
