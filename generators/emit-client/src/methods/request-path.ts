import type { Operation } from '@plumbline/model';

/**
 * A path without what no request bears of it, which follows a `#`, and without those pairs of its query that are parameters,
 * `limit={limit}`: they are sent as parameters are. OpenAPI knows neither in a path.
 */
export function requestPath({ path, parameters }: Pick<Operation, 'path' | 'parameters'>): string {
  const [requested = ''] = path.split('#', 1);
  const at = requested.indexOf('?');
  if (at === -1) return requested;
  const isParameter = (pair: string) =>
    parameters.some(({ in: place, name }) => place === 'query' && pair === `${name}={${name}}`);
  const pairs = requested
    .slice(at + 1)
    .split('&')
    .filter((pair) => !isParameter(pair));
  return requested.slice(0, at) + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
}
