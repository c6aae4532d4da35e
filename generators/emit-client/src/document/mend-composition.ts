import { isObject, type JsonObject, type JsonValue } from '@plumbline/model';

/**
 * Writes a composition otherwise whose printed type TypeScript refuses. A member of `allOf` that may be null has no keys to
 * require: as the only member of an `anyOf` it is printed as it is. Beside `type: null` alternatives are none, and one
 * that holds the schema itself makes a circle: null is one alternative more, as its author must have meant it.
 */
export function mendComposition(
  schema: JsonObject,
  targetOf: (reference: string) => JsonValue | undefined,
): void {
  const { allOf, required, type } = schema;
  if (Array.isArray(allOf) && Array.isArray(required)) {
    allOf.forEach((item, i) => {
      if (isObject(item) && typeof item.$ref === 'string' && isNullable(targetOf(item.$ref))) {
        allOf[i] = { anyOf: [item] };
      }
    });
  }
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (type === 'null' && Array.isArray(alternatives)) {
    Reflect.deleteProperty(schema, 'type');
    alternatives.push({ type: 'null' });
  }
}

function isNullable(schema: JsonValue | undefined): boolean {
  if (!isObject(schema)) return false;
  const { nullable, type } = schema;
  return nullable === true || (Array.isArray(type) && type.includes('null'));
}
