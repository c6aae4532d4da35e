import { isUtf8 } from 'node:buffer';
import { type DraftDiagnostic, diagnose, type InputFile } from '@plumbline/model';
import type { NamedInput } from './named-input.ts';
import { withoutMark } from './read.ts';

/** How long a server may take for a document. */
const TIMEOUT = 60_000;

const URL_START = /^https?:\/\//i;

export function isUrl(path: string): boolean {
  return URL_START.test(path);
}

/** Fetches a document as UTF-8, without its byte order mark; else tells why there is none. */
export async function fetchDocument(url: string): Promise<InputFile | { readonly reason: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) return { reason: `the server answers ${response.status}` };
    const bytes = await response.bytes();
    if (!isUtf8(bytes)) return { reason: 'it is not UTF-8' };
    return { path: url, text: withoutMark(new TextDecoder().decode(bytes)) };
  } catch (error) {
    // `fetch` rejects for whatever keeps it from an answer, and hides the reason behind its own words.
    const { cause } = error instanceof Error ? error : { cause: error };
    return { reason: cause instanceof Error && cause.message !== '' ? cause.message : String(error) };
  }
}

export function notFetched(path: string, option: string, reason: string): DraftDiagnostic {
  const at = { file: path, line: 1, column: 1 };
  return diagnose({ code: 'input-not-readable', args: { path, option, reason }, at });
}

/** Fetches the inputs that are URLs, where that is allowed; `others` are the rest. */
export async function fetchInputs(
  inputs: readonly NamedInput[],
  isAllowed: boolean,
): Promise<{
  readonly files: readonly InputFile[];
  readonly problems: readonly DraftDiagnostic[];
  readonly others: readonly NamedInput[];
}> {
  const files: InputFile[] = [];
  const problems: DraftDiagnostic[] = [];
  for (const { pattern, option } of inputs.filter(({ pattern }) => isAllowed && isUrl(pattern))) {
    const fetched = await fetchDocument(pattern);
    if ('text' in fetched) files.push(fetched);
    else problems.push(notFetched(pattern, option, fetched.reason));
  }
  return { files, problems, others: inputs.filter(({ pattern }) => !isAllowed || !isUrl(pattern)) };
}
