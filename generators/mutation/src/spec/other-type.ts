import { isObject, type JsonObject, type JsonValue, member } from '@plumbline/model';

const OTHER: { readonly [type: string]: string } = {
  string: 'integer',
  integer: 'string',
  number: 'string',
  boolean: 'string',
  array: 'string',
  object: 'string',
};

/** A plain schema of another type than this one, with what people read of it alone; null: it says no type that is known. */
export function otherType(schema: JsonValue | undefined): (JsonObject & { readonly type: string }) | null {
  const own = member(schema, 'type');
  const type = Array.isArray(own) ? own.find((each) => each !== 'null') : own;
  if (typeof type !== 'string' || !Object.hasOwn(OTHER, type) || !isObject(schema)) return null;
  const { description, title, readOnly, writeOnly } = schema;
  const kept = Object.entries({ description, title, readOnly, writeOnly }).filter(
    ([, value]) => value !== undefined,
  );
  return { ...Object.fromEntries(kept), type: OTHER[type] ?? 'string' } as JsonObject & {
    readonly type: string;
  };
}
