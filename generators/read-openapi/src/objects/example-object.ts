import type { NamedExample } from '@plumbline/model';
import { reportReferencesInData } from '../checks/data-references.ts';
import type { Context } from '../document/context.ts';
import { memberOf, membersAt, type ObjectNode, textMember } from '../document/node.ts';
import { dereference } from '../document/reference.ts';

/**
 * `example` and `examples` of a parameter, header or media type (OpenAPI 3.1 sections 4.8.12 and 4.8.14), the unnamed
 * one first. Examples that only give a URL (`externalValue`) are left out.
 */
export function readExamples(context: Context, holder: ObjectNode): readonly NamedExample[] {
  const single = memberOf(holder, 'example');
  if (single !== undefined) reportReferencesInData(context, single);
  const unnamed = single === undefined ? [] : [{ name: '', summary: '', value: single.value }];
  // A list, which only schemas have, is common here too.
  const listed = memberOf(holder, 'examples');
  if (Array.isArray(listed?.value)) {
    reportReferencesInData(context, listed);
    return [...unnamed, ...listed.value.map((value) => ({ name: '', summary: '', value }))];
  }
  const named = membersAt(context, holder, 'examples').flatMap(([name, node]): readonly NamedExample[] => {
    const target = dereference(context, node, 'example');
    const example = target && context.once(readExample, target);
    return example ? [{ ...example, name }] : [];
  });
  return [...unnamed, ...named];
}

/** An Example Object (section 4.8.19), still without the name under which it is used. */
export function readExample(context: Context, node: ObjectNode): NamedExample | null {
  const value = memberOf(node, 'value');
  if (value === undefined) return null;
  reportReferencesInData(context, value);
  return { name: '', summary: textMember(context, node, 'summary'), value: value.value };
}
