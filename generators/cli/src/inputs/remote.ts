import { isUtf8 } from 'node:buffer';
import { type DraftDiagnostic, diagnose, type InputFile } from '@plumbline/model';
import { isUrl } from './is-url.ts';
import type { NamedInput } from './named-input.ts';
import { withoutMark } from './read.ts';

/** How much of the network one document may take. */
export interface FetchLimits {
  readonly bytes: number;
  readonly redirects: number;
  readonly seconds: number;
}

/** Ten times the largest published spec, and what a browser allows or a person waits. */
const LIMITS: FetchLimits = { bytes: 128 * 1024 * 1024, redirects: 5, seconds: 60 };

/** A text from the network; or it is the one whose entity tag was given; or why there is none. */
export type FetchedText =
  | { readonly text: string; readonly etag: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly reason: string };

/** Fetches a document as UTF-8, without its byte order mark; else tells why there is none. */
export async function fetchDocument(
  url: string,
  limits: FetchLimits = LIMITS,
): Promise<InputFile | { readonly reason: string }> {
  const fetched = await fetchText(url, { limits });
  if ('text' in fetched) return { path: url, text: withoutMark(fetched.text) };
  return 'reason' in fetched ? fetched : { reason: 'the server answers 304' };
}

/** Fetches a text in UTF-8; with an entity tag, only where it is another (RFC 9110, section 13.1.2). */
export async function fetchText(
  url: string,
  { etag = null, limits = LIMITS }: { readonly etag?: string | null; readonly limits?: FetchLimits } = {},
): Promise<FetchedText> {
  try {
    const response = await follow(url, limits, etag === null ? {} : { 'if-none-match': etag });
    if ('reason' in response) return response;
    if (response.status === 304 && etag !== null) return { kind: 'unchanged' };
    if (!response.ok) return { reason: `the server answers ${response.status}` };
    const bytes = await bytesOf(response, limits.bytes);
    if (bytes === null) return { reason: `it is larger than ${limits.bytes} bytes` };
    if (!isUtf8(bytes)) return { reason: 'it is not UTF-8' };
    return { text: bytes.toString('utf8'), etag: response.headers.get('etag') };
  } catch (error) {
    return { reason: reasonOf(error, limits) };
  }
}

/** The answer after redirects, which lead to the web alone, and from an encrypted address to such ones. */
async function follow(
  url: string,
  limits: FetchLimits,
  headers: { readonly [name: string]: string },
): Promise<Response | { readonly reason: string }> {
  const signal = AbortSignal.timeout(limits.seconds * 1000);
  let address = url;
  for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
    const response = await fetch(address, { signal, headers, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, address) ? new URL(location, address).href : location;
    if (!isUrl(next) || (address.startsWith('https:') && !next.startsWith('https:'))) {
      return { reason: `it redirects to \`${next}\`, which is not followed` };
    }
    address = next;
  }
  return { reason: `it redirects more than ${limits.redirects} times` };
}

/** Null: there are more than allowed, of which the rest is not waited for. */
async function bytesOf({ body, headers }: Response, most: number): Promise<Buffer | null> {
  if (Number(headers.get('content-length') ?? 0) > most) {
    await body?.cancel();
    return null;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `fetch` rejects for whatever keeps it from an answer, and hides the reason behind its own words. */
function reasonOf(error: unknown, { seconds }: FetchLimits): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return `the server takes longer than ${seconds} seconds`;
  }
  const { cause } = error instanceof Error ? error : { cause: error };
  return cause instanceof Error && cause.message !== '' ? cause.message : String(error);
}

export function notFetched(path: string, option: string, reason: string): DraftDiagnostic {
  const at = { file: path, line: 1, column: 1 };
  return diagnose({ code: 'input-not-fetched', args: { path, option, reason }, at });
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
