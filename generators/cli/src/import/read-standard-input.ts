import { isUtf8 } from 'node:buffer';
import { type DraftDiagnostic, diagnose, type InputFile } from '@plumbline/model';
import type { Host } from '../host.ts';
import { guessEncoding, withoutMark } from '../inputs/read.ts';

/** How standard input is named in findings. */
const STANDARD_INPUT = 'standard input';

/** Standard input as UTF-8; null where somebody sits at it, and has nothing to give. */
export async function readStandardInput({
  stdin,
}: Host): Promise<InputFile | { readonly problem: DraftDiagnostic } | null> {
  if (stdin === undefined || stdin.isTTY === true) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  const bytes = Buffer.concat(chunks);
  const at = { file: STANDARD_INPUT, line: 1, column: 1 };
  if (isUtf8(bytes)) return { path: STANDARD_INPUT, text: withoutMark(bytes.toString('utf8')) };
  return {
    problem: diagnose({
      code: 'input-not-utf8',
      args: { path: STANDARD_INPUT, ...guessEncoding(bytes) },
      at,
    }),
  };
}
