import type { CatalogueMethod } from '@plumbline/client-runtime';
import type { Span } from '@plumbline/sql';
import { Refusal, statusOf } from '../refusal.ts';

/** The call that failed, and what of the statement it was made for. */
export interface FailedCall {
  readonly method: CatalogueMethod;
  readonly params: { readonly [key: string]: unknown };
  readonly at: Span;
  /** What may have ended it. */
  readonly signal: AbortSignal;
}

/**
 * An error of the client as one of the statement: where it stands, what was asked for, and with which values in its path.
 * What the caller's signal ended, and everything else, stays what it is.
 */
export function failureOf(error: unknown, call: FailedCall): unknown {
  const { at, method, signal } = call;
  if (!(error instanceof Error) || error instanceof Refusal || signal.aborted) return error;
  // A value that cannot stand where it is to.
  if (error instanceof TypeError && /^The (?:parameter )?`/.test(error.message)) {
    const hint = 'Give it another value.';
    return new Refusal('wrong-type', { message: error.message, hint, at, cause: error });
  }
  // The client may have its own copy of the classes.
  if (!('method' in error && 'path' in error)) return error;
  const status = statusOf(error);
  const asked = askedWith(call);
  return new Refusal('request', {
    message: `${error.message}${asked === '' ? '' : ` (${asked})`}`,
    hint: hintOf(status, method),
    at,
    cause: error,
  });
}

function askedWith({ method, params }: FailedCall): string {
  const named = method.params.flatMap((param) => {
    const value = params[param.key ?? param.name];
    if (param.in !== 'path' || value === undefined) return [];
    const text = typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
    return `${param.name} = ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
  });
  return named.join(', ');
}

function hintOf(status: number | undefined, { operation }: CatalogueMethod): string {
  if (status === undefined)
    return 'The statement may be right: the server could not be reached, or broke off.';
  if (status < 300) return `The server does not answer ${operation} as its spec says.`;
  if (status === 401) return 'The client needs credentials that the server takes.';
  if (status === 403) return 'The credentials of the client do not allow it.';
  if (status === 429) return 'Ask for less at once: lower `concurrency`, bind fewer values, set a LIMIT.';
  return status < 500
    ? 'The server refuses what it was asked; its answer says more.'
    : 'The server failed: try again.';
}
