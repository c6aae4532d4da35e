import type { HttpMethod, SqlVerb } from '@plumbline/model';

/** The HTTP methods that an SQL verb ordinarily stands for. */
const USUAL: { readonly [V in SqlVerb]: readonly HttpMethod[] } = {
  select: ['GET', 'HEAD', 'QUERY'],
  insert: ['POST', 'PUT'],
  update: ['PATCH', 'POST', 'PUT'],
  replace: ['PUT', 'POST', 'PATCH'],
  delete: ['DELETE'],
  exec: ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'QUERY'],
};

/** The HTTP methods that an SQL verb cannot stand for; what is neither usual nor here is odd, and may be meant. */
const CONTRARY: { readonly [V in SqlVerb]: readonly HttpMethod[] } = {
  select: ['DELETE', 'PUT', 'PATCH'],
  insert: ['GET', 'HEAD', 'DELETE'],
  update: ['GET', 'HEAD', 'DELETE'],
  replace: ['GET', 'HEAD', 'DELETE'],
  delete: ['GET', 'HEAD'],
  exec: [],
};

export function isUsual(verb: SqlVerb, method: HttpMethod): boolean {
  return USUAL[verb].includes(method);
}

export function isContrary(verb: SqlVerb, method: HttpMethod): boolean {
  return CONTRARY[verb].includes(method);
}
