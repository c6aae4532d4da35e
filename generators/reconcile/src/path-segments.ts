/** The segments of a path that are not empty, without the query that some keys of `paths` have. */
export function pathSegments(path: string): readonly string[] {
  return path
    .replace(/\?.*$/s, '')
    .split('/')
    .filter((segment) => segment !== '');
}
