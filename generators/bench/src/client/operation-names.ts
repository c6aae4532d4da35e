/** What the functions of hey-api's SDK are called, by operation: each names its method and its path. */
export function heyApiNames(sdk: string): ReadonlyMap<string, string> {
  const names = sdk.split(/^export const /m).flatMap((chunk) => {
    const [, name] = /^(\w+) = /.exec(chunk) ?? [];
    const [, verb] = /\)\.(?:sse\.)?([a-z]+)</.exec(chunk) ?? [];
    const [, url] = /(?:^\s+|\{ )url: '([^']+)'/m.exec(chunk) ?? [];
    return name && verb && url ? [[`${verb.toUpperCase()} ${url}`, name] as const] : [];
  });
  return new Map(names);
}

/** What the functions of Redocly's client are called, by operation: a table has them. */
export function redoclyNames(client: string): ReadonlyMap<string, string> {
  const rows = client.matchAll(/^\s+"?([\w$]+)"?: \{ id: "[^"]*", method: "([A-Z]+)", path: "([^"]+)"/gm);
  return new Map([...rows].map(([, name = '', verb, path]) => [`${verb} ${path}`, name]));
}
