import type { Source } from '@plumbline/model';
import type { Colors } from '../terminal/colours.ts';
import { printable } from './printable.ts';

export interface FrameOptions {
  readonly colours: Colors;
  /** Columns of the terminal. */
  readonly width: number;
  /** Lines shown before and after. */
  readonly context: number;
}

/** Finds lines of documents by number; each document is split up once. */
export type Lines = (file: string) => ((line: number) => string | undefined) | null;

export function linesOf(textOf: (file: string) => string | undefined): Lines {
  const cache = new Map<string, ((line: number) => string | undefined) | null>();
  return (file) => {
    let lines = cache.get(file);
    if (lines === undefined) {
      const text = textOf(file);
      lines = text === undefined ? null : lineReader(text);
      cache.set(file, lines);
    }
    return lines;
  };
}

function lineReader(text: string): (line: number) => string | undefined {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (line) => {
    const start = starts[line - 1];
    return start === undefined
      ? undefined
      : text.slice(start, (starts[line] ?? text.length + 1) - 1).replace(/\r$/, '');
  };
}

/** The line of a place with a caret under its column, clipped to the terminal; empty where the line is not known. */
export function codeFrame(source: Source, lines: Lines, { colours, width, context }: FrameOptions): string[] {
  const lineOf = lines(source.file);
  const text = lineOf?.(source.line);
  if (lineOf === null || text === undefined) return [];
  const last = source.line + context;
  const gutter = String(last).length;
  const room = Math.max(20, width - gutter - 9);
  const from = clipStart(text, source.column - 1, room);
  const row = (line: number, content: string, mark: string) =>
    `  ${mark} ${colours.dim(`${String(line).padStart(gutter)} │`)} ${content}`;
  const frame: string[] = [];
  for (let line = Math.max(1, source.line - context); line <= last; line += 1) {
    const content = lineOf(line);
    if (content === undefined) continue;
    const isHere = line === source.line;
    frame.push(row(line, clipped(content, isHere ? from : 0, room), isHere ? colours.red('>') : ' '));
    if (isHere) {
      const before = clipped(content.slice(0, source.column - 1), from, Number.POSITIVE_INFINITY);
      frame.push(`    ${' '.repeat(gutter)} ${colours.dim('│')} ${blank(before)}${colours.red('^')}`);
    }
  }
  return frame.map((line) => line.trimEnd());
}

/** Where to begin a long line so that the column is seen, with something before it. */
function clipStart(text: string, column: number, room: number): number {
  return text.length <= room || column < room - 10 ? 0 : column - Math.floor(room / 3);
}

function clipped(text: string, from: number, room: number): string {
  const end = from + room;
  const shown = printable(text.slice(from, end));
  return `${from > 0 ? '…' : ''}${shown}${end < text.length ? '…' : ''}`;
}

/** As many columns as the text takes on a terminal. */
function blank(text: string): string {
  return text
    .replace(/\p{Mark}/gu, '')
    .replace(
      /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/gu,
      '  ',
    )
    .replace(/\P{Zs}/gu, ' ');
}
