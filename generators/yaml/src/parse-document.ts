import type { InputFile, JsonValue, Locate, Source } from '@plumbline/model';
import { lazy } from './lazy.ts';
import { linesOf } from './lines.ts';
import { parseText, type UnparsedText } from './parse-text.ts';

/** A YAML or JSON file as data, every value of it at its place. */
export interface ParsedDocument {
  readonly file: string;
  /** Without its byte order mark. */
  readonly text: string;
  readonly value: JsonValue;
  /** Keys that a mapping holds more than once; the later value is the one in `value`. */
  readonly duplicateKeys: readonly { readonly key: string; readonly first: Source; readonly again: Source }[];
  /** Line and column of a place of this file: looked up on the first call. */
  readonly locate: Locate;
}

/** Why a file is no data. */
export interface UnparsedDocument extends Pick<UnparsedText, 'problem' | 'reason'> {
  readonly file: string;
  readonly at: Source;
}

/** Parses a file as JSON (RFC 8259), or as YAML 1.2 where it is no JSON; else tells where it goes wrong. */
export function parseDocument({ path: file, text: raw }: InputFile): ParsedDocument | UnparsedDocument {
  // Editors do not show a byte order mark, and count columns without it.
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const lines = lazy(() => linesOf(text));
  const sourceAt = (offset: number): Source => ({ file, ...lines().at(offset) });
  const parsed = parseText(text);
  if ('problem' in parsed) {
    const { problem, reason, offset } = parsed;
    return { file, problem, reason, at: sourceAt(offset) };
  }
  const positions = lazy(parsed.positions);
  return {
    file,
    text,
    value: parsed.value,
    duplicateKeys: parsed.duplicateKeys.map(({ key, first, again }) => ({
      key,
      first: sourceAt(first),
      again: sourceAt(again),
    })),
    locate: ({ pointer }) => sourceAt(positions().offsetOf(pointer)),
  };
}
