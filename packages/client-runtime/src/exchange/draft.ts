/**
 * What is about to be sent: the members that `fetch` and `Request` take. No `Request` is made of it where nobody looks at
 * one, since fetch makes its own, and a second one costs as much as all else that a call does.
 */
export interface Draft extends RequestInit {
  url: string;
  /** By names in lower case. */
  readonly headers: { [name: string]: string };
  readonly signal?: AbortSignal;
  /** Where the draft is of a request already. */
  readonly request?: () => Request;
}

/** A draft of a request, whose body it sends: what is changed of its URL and headers stands in place of the request's. */
export function draftOf(request: Request): Draft {
  const { headers, signal, url } = request;
  const draft: Draft = {
    url,
    headers: Object.fromEntries(headers),
    signal,
    request: () => new Request(draft.url === url ? request : new Request(draft.url, request), draft),
  };
  return draft;
}

/** Throws a TypeError for what no request can hold. */
export const requestOf = (draft: Draft): Request => draft.request?.() ?? new Request(draft.url, draft);
