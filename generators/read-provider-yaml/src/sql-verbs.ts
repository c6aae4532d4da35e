import { decodePercents, type Placed, pointerTokens, SQL_VERBS, type SqlVerb } from '@plumbline/model';
import { listAt, memberOf, type ObjectNode, objectMember, type Report, textMember } from './node.ts';

/** The verbs of each method of a resource, from its `sqlVerbs`, whose lists refer to the methods. */
export function readSqlVerbs(
  node: ObjectNode,
  { key, resource, report }: { readonly key: string; readonly resource: string; readonly report: Report },
): ReadonlyMap<string, readonly Placed<SqlVerb>[]> {
  const methods = objectMember(node, 'methods', report)?.value ?? {};
  const lists = objectMember(node, 'sqlVerbs', report);
  const verbs = new Map<string, Placed<SqlVerb>[]>();
  for (const name of Object.keys(lists?.value ?? {})) {
    const verb = SQL_VERBS.find((known) => known === name);
    if (verb === undefined) {
      const at = memberOf(lists, name)?.origin ?? node.origin;
      report({ code: 'provider-yaml-verb-unknown', args: { verb: name }, at, subject: { resource } });
      continue;
    }
    for (const item of listAt(lists, name, report)) {
      const reference = textMember(item, '$ref', report);
      const method = methodOf(reference?.value ?? '', key);
      if (method === null || !Object.hasOwn(methods, method)) {
        const args = { verb, reference: reference?.value ?? '' };
        const at = reference?.origin ?? item.origin;
        report({ code: 'provider-yaml-verb-unresolved', args, at, subject: { resource } });
        continue;
      }
      const placed = { value: verb, origin: reference?.origin ?? item.origin };
      const earlier = verbs.get(method);
      if (earlier === undefined) verbs.set(method, [placed]);
      else earlier.push(placed);
    }
  }
  return verbs;
}

/** The method that `#/components/x-stackQL-resources/KEY/methods/METHOD` names, where KEY is the resource. */
function methodOf(reference: string, resource: string): string | null {
  const tokens = pointerTokens(reference.slice(reference.indexOf('#') + 1)).map(decodePercents);
  const [resources, key, methods, method] = tokens.slice(-4);
  const isOwn = resources === 'x-stackQL-resources' && key === resource && methods === 'methods';
  return isOwn ? (method ?? null) : null;
}
