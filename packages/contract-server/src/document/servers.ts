import { type JsonValue, list, member, textAt } from '../json.ts';

/**
 * The paths of the servers that a document names (OpenAPI 3.1 section 4.8.5), their variables at their defaults,
 * without a final slash: `https://api.example.com/v2/`, or `//api.example.com/v2/` → `/v2`.
 */
export function serverPaths(document: JsonValue): readonly string[] {
  return [...new Set(list(member(document, 'servers')).map(serverPath))];
}

function serverPath(server: JsonValue): string {
  const variables = member(server, 'variables');
  const url = (textAt(server, 'url') ?? '').replace(
    /\{([^{}]*)\}/g,
    (_whole, name: string) => textAt(member(variables, name), 'default') ?? 'x',
  );
  const path =
    /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? (url.startsWith('/') ? url : '');
  // As clients write it: dots followed, and encoded.
  return new URL(`http://localhost${path}`).pathname.replace(/(?<!\/)\/+$/, '');
}
