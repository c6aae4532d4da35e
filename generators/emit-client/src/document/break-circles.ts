import { isObject, type JsonObject, type JsonValue, member } from '@plumbline/model';

const PREFIX = '#/components/schemas/';

/** A reference, and the component that it is part of. */
interface Part {
  readonly whole: string;
  readonly name: string;
  readonly reference: JsonObject;
}

/**
 * Makes nothing of the references by which a component schema is made of itself otherwise than by way of a property (a
 * JSON value that may be a list of such values): the members of an interface may not refer to themselves so. What is made of
 * nothing is printed as `unknown`.
 */
export function breakCircles(document: JsonObject): void {
  const schemas = member(member(document, 'components'), 'schemas');
  if (!isObject(schemas)) return;
  const parts = Object.entries(schemas).flatMap(([whole, schema]) =>
    [...referencesOf(schema)].map((reference) => ({ whole, name: nameOf(reference), reference })),
  );
  const open = unsound(unsound(parts, 'name', 'whole'), 'whole', 'name');
  for (const { reference } of open) Reflect.deleteProperty(reference, '$ref');
}

/** Takes away what leads nowhere, over and over: what is left is in a circle, or leads into one. */
function unsound(parts: readonly Part[], from: 'whole' | 'name', to: 'whole' | 'name'): readonly Part[] {
  const ways = new Map<string, number>();
  const leading = new Map<string, Part[]>();
  for (const part of parts) {
    ways.set(part[to], (ways.get(part[to]) ?? 0) + 1);
    const own = leading.get(part[from]);
    if (own === undefined) leading.set(part[from], [part]);
    else own.push(part);
  }
  const left = new Set(parts);
  const done = [...leading.keys()].filter((name) => !ways.has(name));
  for (const name of done) {
    for (const part of leading.get(name) ?? []) {
      left.delete(part);
      const rest = (ways.get(part[to]) ?? 1) - 1;
      ways.set(part[to], rest);
      if (rest === 0) done.push(part[to]);
    }
  }
  return [...left];
}

/** The references that a schema is at once, or a list of. */
function* referencesOf(schema: JsonValue | undefined): Generator<JsonObject> {
  if (!isObject(schema)) return;
  if (typeof schema.$ref === 'string') {
    if (schema.$ref.startsWith(PREFIX)) yield schema;
    return;
  }
  for (const key of ['allOf', 'anyOf', 'oneOf', 'prefixItems']) {
    const parts = schema[key];
    if (Array.isArray(parts)) for (const part of parts) yield* referencesOf(part);
  }
  yield* referencesOf(schema.items);
}

function nameOf({ $ref }: JsonObject): string {
  const name = String($ref).slice(PREFIX.length);
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}
