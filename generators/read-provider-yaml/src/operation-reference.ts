import { decodePercents, type HttpMethod, NEWER_METHODS, pointerTokens } from '@plumbline/model';

/**
 * The HTTP method and path that a reference names: `#/paths/~1users~1{id}/get`, in this file or in another. Null where it
 * names none.
 */
export function readOperationReference(
  reference: string,
): { readonly method: HttpMethod; readonly path: string } | null {
  const hash = reference.indexOf('#/');
  if (hash === -1) return null;
  // Some authors encode a whole path (`%2Fusers`), which a pointer that is decoded first would take apart.
  const tokens = pointerTokens(reference.slice(hash + 1)).map(decodePercents);
  const [root, path = '', verb = '', ...more] = tokens;
  const method = NEWER_METHODS.get(verb.toLowerCase());
  const isOperation = root === 'paths' && path.startsWith('/') && more.length === 0;
  return isOperation && method !== undefined ? { method, path } : null;
}
