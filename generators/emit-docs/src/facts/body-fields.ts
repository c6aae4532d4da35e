import type { Field, Method } from '@plumbline/model';

/**
 * The body fields of a method by the names that statements pass them. The format has no prefix for them, but for a field
 * that shares its name with a parameter: that one is `data__name`, as in the editions before.
 */
export function bodyFields({ params, body }: Method): readonly Field[] {
  const taken = new Set(params.map(({ name }) => name));
  return (body?.fields ?? []).map((field) => {
    const name = taken.has(field.name) ? `data__${field.name}` : field.name;
    return name === field.name ? field : { ...field, name, wireName: name };
  });
}
