import {
  childPointer,
  type Discriminator,
  dictionary,
  isObject,
  type JsonValue,
  member,
} from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import { memberOf, type ObjectNode, objectMember, reportMalformed, textMember } from '../document/node.ts';

/**
 * The discriminator of a schema (OpenAPI 3.1 section 4.8.25), null where it has none. A mapping's targets come out as
 * component names, whether they are references or bare names; alternatives that no mapping names stand under their own
 * names. A target that does not exist is reported and left out.
 */
export function readDiscriminator(context: Context, node: ObjectNode): Discriminator | null {
  if (memberOf(node, 'discriminator') === undefined) return null;
  const discriminator = objectMember(context, node, 'discriminator');
  if (discriminator === undefined) return null;
  const propertyName = textMember(context, discriminator, 'propertyName');
  if (propertyName === '') {
    const name = memberOf(discriminator, 'propertyName') ?? { value: null, pointer: discriminator.pointer };
    reportMalformed(context, name, 'propertyName', 'the name of a property');
    return null;
  }
  const others = alternatives(context, node);
  const fallback = readDefault(context, discriminator, others.length > 0);
  const mapping = objectMember(context, discriminator, 'mapping');
  const entries: [string, string][] = [];
  for (const [value, target] of Object.entries(mapping?.value ?? {})) {
    const name = targetName(context, target);
    if (name !== null && name === fallback) continue;
    if (name !== null) entries.push([value, name]);
    else if (mapping !== undefined) {
      context.report({
        code: 'discriminator-target-missing',
        args: { value, target: typeof target === 'string' ? target : JSON.stringify(target) },
        at: originOf(context, { pointer: childPointer(mapping.pointer, value) }),
      });
    }
  }
  const mapped = new Set(entries.map(([, name]) => name));
  const implied = others.filter(([, name]) => name !== fallback && !mapped.has(name));
  return { propertyName, mapping: dictionary([...entries, ...implied]) };
}

/**
 * The component that values stand for which nothing is mapped to (OpenAPI 3.2 section 4.25): among alternatives it is told by
 * no value. What has none of those is made by `allOf`, and its default is reported.
 */
function readDefault(context: Context, discriminator: ObjectNode, hasAlternatives: boolean): string | null {
  const fallback = context.newer ? memberOf(discriminator, 'defaultMapping') : undefined;
  if (fallback === undefined) return null;
  const name = targetName(context, fallback.value);
  const target = typeof fallback.value === 'string' ? fallback.value : JSON.stringify(fallback.value);
  const at = originOf(context, fallback);
  if (name === null) {
    context.report({ code: 'discriminator-target-missing', args: { value: 'defaultMapping', target }, at });
  } else if (!hasAlternatives) {
    context.report({ code: 'discriminator-default-ignored', args: { target }, at });
  }
  return hasAlternatives ? name : null;
}

/** The referenced alternatives: the name in the document, which is the implied value, and the name in the model. */
function alternatives(context: Context, node: ObjectNode): readonly (readonly [string, string])[] {
  return ['oneOf', 'anyOf']
    .flatMap((key) => {
      const parts = node.value[key];
      return Array.isArray(parts) ? parts : [];
    })
    .flatMap((part: JsonValue) => {
      const reference = isObject(part) ? part.$ref : undefined;
      if (typeof reference !== 'string') return [];
      const target = context.lookUp(reference);
      if (target.kind !== 'found') return [];
      return [[reference.slice(reference.lastIndexOf('/') + 1), context.schemaName(target.pointer)] as const];
    });
}

function targetName(context: Context, target: JsonValue): string | null {
  if (typeof target !== 'string') return null;
  const schemas = member(member(context.document, 'components'), 'schemas');
  if (member(schemas, target) !== undefined) {
    return context.schemaName(`/components/schemas${childPointer('', target)}`);
  }
  const found = context.lookUp(target);
  return found.kind === 'found' ? context.schemaName(found.pointer) : null;
}
