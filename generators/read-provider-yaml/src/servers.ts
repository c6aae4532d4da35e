import type { YamlServer, YamlServerVariable } from '@plumbline/model';
import { listAt, type ObjectNode, objectsAt, type Report, textMember } from './node.ts';

/** The servers of a service document. A server without a URL says nothing. */
export function readServers(document: ObjectNode, report: Report): readonly YamlServer[] {
  return listAt(document, 'servers', report).flatMap((server) => {
    const url = textMember(server, 'url', report);
    if (url === undefined) return [];
    const variables = objectsAt(server, 'variables', report).map(
      ([name, node]): YamlServerVariable => ({
        name,
        default: textMember(node, 'default', report)?.value ?? null,
        description: textMember(node, 'description', report)?.value ?? '',
        env: textMember(node, 'x-stackQL-envVar', report)?.value ?? null,
        origin: node.origin,
      }),
    );
    return [{ url: plainUrl(url.value), variables, origin: url.origin }];
  });
}

/** `https://api.{site:.+}/` → `https://api.{site}`. */
function plainUrl(url: string): string {
  return url.replace(/\{([^{}:]*):[^{}]*\}/g, '{$1}').replace(/(?<!\/)\/+$/, '');
}
