import { type Config, inherit, readConfig } from './config.ts';
import { type ObjectNode, objectMember, objectsAt, type Report, textMember } from './node.ts';

/** What the provider document says of a file. */
export interface ServiceEntry {
  readonly service: string;
  readonly config: Config;
}

/**
 * The services of a provider document, by the files that they are in. References start from the registry's root
 * (`okta/v00.00.00000/services/users.yaml`), which is above the files: the file whose path ends alike is meant.
 */
export function readServices(
  document: ObjectNode,
  files: readonly string[],
  report: Report,
): ReadonlyMap<string, ServiceEntry> {
  const provider = readConfig(document, report);
  const fileOf = fileFinder(files);
  const entries = new Map<string, ServiceEntry>();
  for (const [key, node] of objectsAt(document, 'providerServices', report)) {
    const service = textMember(node, 'name', report)?.value || key;
    const config = inherit(readConfig(node, report), provider);
    for (const part of ['service', 'resources']) {
      const reference = textMember(objectMember(node, part, report), '$ref', report);
      if (reference === undefined) continue;
      const file = fileOf(reference.value);
      if (file !== null) entries.set(file, { service, config });
      else {
        const args = { service, reference: reference.value };
        report({
          code: 'provider-yaml-service-unread',
          args,
          at: reference.origin,
          subject: { name: service },
        });
      }
    }
  }
  return entries;
}

/** Finds the file whose path ends with most segments of a reference; null where not even the name is that of a file. */
function fileFinder(files: readonly string[]): (reference: string) => string | null {
  const byName = new Map<string, (readonly string[])[]>();
  for (const segments of files.map(segmentsOf)) {
    const name = segments.at(-1) ?? '';
    byName.set(name, [...(byName.get(name) ?? []), segments]);
  }
  return (reference) => {
    const wanted = segmentsOf(reference.split('#')[0] ?? '');
    const candidates = byName.get(wanted.at(-1) ?? '') ?? [];
    const [first, ...others] = candidates.map((segments) => ({
      segments,
      common: commonEnd(wanted, segments),
    }));
    if (first === undefined) return null;
    const best = others.reduce((a, b) => (b.common > a.common ? b : a), first);
    return best.segments.join('/');
  };
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/');
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let common = 0;
  while (common < a.length && common < b.length && a.at(-1 - common) === b.at(-1 - common)) common += 1;
  return common;
}
