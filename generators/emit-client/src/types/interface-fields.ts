import type { ObjectSchema, Schema } from '@plumbline/model';
import type { TypePlan } from './type-plan.ts';

/** The fields of a component's type where it can be an interface; null where it must be an alias. */
export type InterfaceFields = (component: string, heir: string | null) => ReadonlySet<string> | null;

/**
 * Which components can be interfaces: objects, and an `allOf` of such that no field comes to twice, since an interface
 * cannot extend two that differ. Interfaces are cheaper to check than intersections, and read better in messages.
 */
export function findInterfaces(plan: TypePlan): InterfaceFields {
  const known = new Map<string, ReadonlySet<string> | null>();
  const { schemas, circles, polymorphism } = plan;
  const fieldsOf: InterfaceFields = (component, heir) => {
    const schema = schemas[component];
    const isUnion =
      polymorphism.bases.has(component) && (heir === null || !polymorphism.isHeir(heir, component));
    if (schema === undefined || isUnion || circles.has(component)) return null;
    const found = known.get(component);
    if (found !== undefined) return found;
    const fields = schemaFields(schema, component, fieldsOf);
    known.set(component, fields);
    return fields;
  };
  return fieldsOf;
}

/** The fields of a schema that an interface can have, those it inherits among them. */
export function schemaFields(
  schema: Schema,
  component: string,
  interfaceFields: InterfaceFields,
): ReadonlySet<string> | null {
  if (schema.nullable === true || schema.enum !== undefined || schema.const !== undefined) return null;
  switch (schema.kind) {
    case 'any':
      return new Set();
    case 'ref':
      return interfaceFields(schema.name, component);
    case 'object':
      return hasTypedIndex(schema) || schema.requiredElsewhere?.length
        ? null
        : new Set(schema.properties.map(({ name }) => name));
    case 'allOf': {
      const all = new Set<string>();
      for (const part of schema.parts) {
        const fields = schemaFields(part, component, interfaceFields);
        if (fields === null) return null;
        for (const name of fields) {
          if (all.has(name)) return null;
          all.add(name);
        }
      }
      return all;
    }
    default:
      return null;
  }
}

/** Fields of other types cannot join an index signature, save that of anything. */
function hasTypedIndex({ additionalProperties, patternProperties = [] }: ObjectSchema): boolean {
  return (
    typeof additionalProperties === 'object' || additionalProperties === false || patternProperties.length > 0
  );
}
