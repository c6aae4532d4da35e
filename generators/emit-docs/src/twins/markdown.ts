import { type CellNotes, printCellNotes } from '@plumbline/model';
import type { Prose } from '../views/prose.ts';

/** Most names. */
const WORD = /^[\w.-]+$/;

/** Code between as many backticks as it needs (CommonMark 0.31.2 section 6.1). */
export function code(text: string): string {
  if (WORD.test(text)) return `\`${text}\``;
  const line = text.replace(/\s+/g, ' ');
  let longest = 0;
  for (const [run] of line.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const ticks = '`'.repeat(longest + 1);
  return longest > 0 ? `${ticks} ${line} ${ticks}` : ticks + line + ticks;
}

/** A fenced block. */
export function fence(text: string, language: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** `- **name**: text`, the lines of the text below it indented. */
export function item(head: string, text: string): string {
  return indented(`- ${text === '' ? head : `${head}: ${text}`}`, '', '  ');
}

/** A text at an indentation, its further lines at another one. */
export function indented(text: string, indent: string, further = indent): string {
  return indent + (text.includes('\n') ? text.replace(/\n(?=.)/g, `\n${further}`) : text);
}

/** A description and its notes. */
export type TwinProse = (text: string, notes?: CellNotes) => string;

/** With what `prose` remembers. */
export function twinProse({ plain: plainText }: Pick<Prose, 'plain'>): TwinProse {
  return (text, notes) => {
    const printed = notes === undefined ? '' : printCellNotes(notes).replace(/[`<[\]]/g, '\\$&');
    return `${plainText(text)}${printed}`.trim();
  };
}

/** A description, and which variants have what it describes. */
export function withPresence(text: string, presence: string | undefined): string {
  if (presence === undefined) return text;
  const told = `(${plain(presence)})`;
  // Text of several blocks may end in code.
  return text === '' ? told : `${text}${text.includes('\n') ? '\n\n' : ' '}${told}`;
}

/** A name and its type. */
export function typed(name: string, type: string, format: string | undefined): string {
  return `${code(name)} (${plain(format === undefined ? type : `${type}, ${format}`)})`;
}

/** Plain words on one line: titles, and what stands in a link. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_<>[\]]/g, '\\$&');
}

/** Blocks with a blank line between them; empty ones are left out. */
export function blocks(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
