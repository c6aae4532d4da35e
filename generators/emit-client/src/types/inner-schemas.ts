import type { Schema } from '@plumbline/model';

/** The schemas inside a schema, other than those of its properties. What `not` excludes has no part in a type. */
export function innerSchemas(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [...(schema.prefixItems ?? []), ...(schema.items === null ? [] : [schema.items])];
    case 'object': {
      const { additionalProperties: others, patternProperties = [] } = schema;
      return [
        ...(typeof others === 'object' ? [others] : []),
        ...patternProperties.map(({ schema: value }) => value),
      ];
    }
    case 'allOf':
    case 'oneOf':
    case 'anyOf':
      return schema.parts;
    case 'union':
      return schema.types;
    default:
      return [];
  }
}
