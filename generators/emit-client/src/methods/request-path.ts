import type { Operation } from '@plumbline/model';

/**
 * A path without what no request bears of it, which follows a `#`, and without those pairs of its query that parameters send:
 * `limit={limit}`, or `kind=cup` where each call is given a `kind`. OpenAPI knows neither in a path.
 */
export function requestPath({ path, parameters }: Pick<Operation, 'path' | 'parameters'>): string {
  const [requested = ''] = path.split('#', 1);
  const at = requested.indexOf('?');
  if (at === -1) return requested;
  const isParameter = (pair: string) =>
    parameters.some(
      ({ in: place, name, required }) =>
        place === 'query' && (pair === `${name}={${name}}` || (required && pair.startsWith(`${name}=`))),
    );
  const pairs = requested
    .slice(at + 1)
    .split('&')
    .filter((pair) => !isParameter(pair));
  return requested.slice(0, at) + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
}
