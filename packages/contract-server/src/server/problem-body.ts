import type { Problem } from '../problem.ts';

/** The body of a refusal (RFC 9457), with each fault of the request. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly operation: string | null;
  readonly problems: readonly Problem[];
}

const TITLES: { readonly [status: number]: string } = {
  400: 'The request is not what the spec declares.',
  401: 'The request bears no credentials that are accepted.',
  404: 'No operation has this path.',
  405: 'The path has no such method.',
  406: 'Nothing can be answered as the request accepts.',
  408: 'The request did not come in time.',
  413: 'The body is too long.',
  415: 'The operation takes no body of this media type.',
  431: 'The headers are too long.',
  500: 'This is a bug in the contract server.',
};

export const PROBLEM_TYPE = 'application/problem+json';

export function problemBody(
  status: number,
  operation: string | null,
  problems: readonly Problem[],
): ProblemBody {
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'The request is refused.',
    status,
    operation,
    problems,
  };
}
