import {
  childPointer,
  isObject,
  type JsonObject,
  type JsonValue,
  member,
  pointerTokens,
} from '@plumbline/model';
import type { ComponentNames } from './component-names.ts';

/**
 * A copy of a value whose `$ref`s and discriminator mappings mean the renamed components; the value itself where
 * its file has none. A `$ref` that is plain data is taken along, which harms nobody.
 */
export function renameReferences(value: JsonValue, names: ComponentNames): JsonValue {
  if (names.renamed.length === 0) return value;
  if (Array.isArray(value)) return value.map((item) => renameReferences(item, names));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (key === '$ref' && typeof part === 'string') return [key, renameReference(part, names)];
      if (key === 'discriminator' && isObject(part)) return [key, renameMapping(part, names)];
      return [key, renameReferences(part, names)];
    }),
  );
}

/** Security requirements (OpenAPI 3.1 section 4.8.30) by the final names of the schemes. */
export function renameSecurity(requirements: JsonValue, names: ComponentNames): JsonValue {
  if (!Array.isArray(requirements)) return requirements;
  return requirements.map((requirement) =>
    isObject(requirement)
      ? Object.fromEntries(
          Object.entries(requirement).map(([name, scopes]) => [
            names.finalName('securitySchemes', name),
            scopes,
          ]),
        )
      : requirement,
  );
}

function renameReference(reference: string, names: ComponentNames): string {
  if (!reference.startsWith('#/components/')) return reference;
  const [components, section, name, ...rest] = pointerTokens(reference.slice(1));
  if (components === undefined || section === undefined || name === undefined) return reference;
  return `#${[components, section, names.finalName(section, name), ...rest].reduce(childPointer, '')}`;
}

/** Values of a mapping are references, or bare names of component schemas (OpenAPI 3.1 section 4.8.25). */
function renameMapping(discriminator: JsonObject, names: ComponentNames): JsonValue {
  const mapping = member(discriminator, 'mapping');
  if (!isObject(mapping)) return discriminator;
  const renamed = Object.entries(mapping).map(([value, target]) => {
    if (typeof target !== 'string') return [value, target] as const;
    const name = target.startsWith('#') ? renameReference(target, names) : names.finalName('schemas', target);
    return [value, name] as const;
  });
  return { ...discriminator, mapping: Object.fromEntries(renamed) };
}
