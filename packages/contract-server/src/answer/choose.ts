import type { Content, Operation, Response } from '../document/operation.ts';
import { isAccepted } from '../request/media-type.ts';

/** The status to answer with, and the response that declares it. */
export interface ChosenResponse {
  readonly status: number;
  /** Null: nothing declares it. */
  readonly response: Response | null;
}

/** The answer of a success: the lowest declared one; 200 for a range or a `default` that stands alone. */
export function successOf({ responses }: Operation): ChosenResponse {
  const successes = responses
    .flatMap((response) => {
      if (/^2\d\d$/.test(response.status)) return [{ status: Number(response.status), response }];
      return /^2XX$/i.test(response.status) ? [{ status: 200, response }] : [];
    })
    .sort((a, b) => a.status - b.status);
  const [first] = successes;
  if (first !== undefined) return first;
  const redirect = responses.find(({ status }) => /^3\d\d$/.test(status));
  if (redirect !== undefined) return { status: Number(redirect.status), response: redirect };
  const fallback = responses.find(({ status }) => status === 'default');
  return { status: 200, response: fallback ?? null };
}

/**
 * What declares a status: itself, its range, or `default` (OpenAPI 3.1 section 4.8.16). What may come from what stands
 * before the server, 429 and 5xx, is answered though nothing declares it, in the form of the nearest error.
 */
export function responseFor({ responses }: Operation, status: number): ChosenResponse | null {
  const range = `${Math.floor(status / 100)}XX`;
  const declared =
    responses.find((response) => response.status === String(status)) ??
    responses.find((response) => response.status.toUpperCase() === range) ??
    responses.find((response) => response.status === 'default');
  if (declared !== undefined) return { status, response: declared };
  if (status !== 429 && status < 500) return null;
  const nearest = responses.find((response) => /^[45]/.test(response.status)) ?? null;
  return { status, response: nearest };
}

/** The media type to answer in: JSON before others, as `Accept` allows; null: none of them. */
export function contentFor(contents: readonly Content[], accept: string | undefined): Content | null {
  const allowed = contents.filter(({ mediaType }) => isAccepted(accept, mediaType));
  return allowed.find(({ isJson }) => isJson) ?? allowed[0] ?? null;
}

/** Statuses whose answers have no body (RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5). */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
