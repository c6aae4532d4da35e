import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { type DraftDiagnostic, diagnose, type InputFile } from '@plumbline/model';
import { displayPath } from '../display-path.ts';
import { systemErrorReason } from '../system-error.ts';

/** Reads documents as UTF-8, without their byte order mark. */
export function readInputs(
  files: readonly string[],
  { cwd, option }: { readonly cwd: string; readonly option: string },
): { readonly files: readonly InputFile[]; readonly problems: readonly DraftDiagnostic[] } {
  const read: InputFile[] = [];
  const problems: DraftDiagnostic[] = [];
  for (const file of files) {
    const path = displayPath(file, cwd);
    const bytes = bytesOf(file);
    if (typeof bytes === 'string') {
      const at = { file: path, line: 1, column: 1 };
      problems.push(diagnose({ code: 'input-not-readable', args: { path, option, reason: bytes }, at }));
    } else if (isUtf8(bytes)) {
      read.push({ path, text: withoutMark(bytes.toString('utf8')) });
    } else {
      const at = { file: path, ...firstInvalid(bytes) };
      problems.push(diagnose({ code: 'input-not-utf8', args: { path, ...guessEncoding(bytes) }, at }));
    }
  }
  return { files: read, problems };
}

/** The bytes, or why there are none. */
function bytesOf(file: string): Buffer | string {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = systemErrorReason(error);
    if (reason === null) throw error;
    return reason;
  }
}

/** Without the byte order mark. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfe_ff ? text.slice(1) : text;
}

/** Where the first byte that is not UTF-8 stands: 1-based, the column in UTF-16 units. */
function firstInvalid(bytes: Buffer): { readonly line: number; readonly column: number } {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const content = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (!isUtf8(content)) return { line, column: validLength(content) + 1 };
    // A line that ends within a character is not reached: the line before it was not valid.
    if (end === -1) return { line, column: 1 };
    start = end + 1;
  }
}

/** The UTF-16 length of the longest valid start. */
function validLength(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isStartOfUtf8(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return new TextDecoder().decode(bytes.subarray(0, low), { stream: true }).length;
}

/** Valid, but for a character that is cut off at the end. */
function isStartOfUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** What bytes that are no UTF-8 may be. */
export function guessEncoding(bytes: Buffer): { readonly guess: string | null; readonly isBinary?: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { guess: 'UTF-16LE' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { guess: 'UTF-16BE' };
  // No encoding of texts has a zero byte, but UTF-16 and UTF-32, which say so.
  return bytes.includes(0) ? { guess: null, isBinary: true } : { guess: null };
}
