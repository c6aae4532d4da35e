import {
  type ApiDocument,
  childPointer,
  isObject,
  type JsonValue,
  list,
  member,
  members,
  referencePointer,
} from '@plumbline/contract-server';

/** A schema, and the JSON Pointer of where the document has it. */
export interface Placed {
  readonly schema: JsonValue;
  readonly pointer: string;
}

const MAX_PARTS = 500;

/** Schemas that stand for one value, with what they refer to, all their parts and all their variants. */
export function partsOf(given: readonly Placed[], document: ApiDocument): readonly Placed[] {
  const parts = new Map<JsonValue, Placed>();
  const pending = [...given].reverse();
  for (let placed = pending.pop(); placed !== undefined; placed = pending.pop()) {
    const { schema, pointer } = placed;
    if (!isObject(schema) || parts.has(schema) || parts.size >= MAX_PARTS) continue;
    parts.set(schema, placed);
    const named = members(member(member(schema, 'discriminator'), 'mapping')).map(([, target]) => target);
    for (const reference of [member(schema, '$ref'), ...named]) {
      const target = typeof reference === 'string' ? referencePointer(reference) : null;
      const followed = target === null ? undefined : document.follow({ $ref: `#${target}` });
      if (target !== null && followed !== undefined) pending.push({ schema: followed, pointer: target });
    }
    for (const keyword of ['anyOf', 'oneOf', 'allOf'])
      list(member(schema, keyword)).forEach((part, i) => {
        pending.push({ schema: part, pointer: `${pointer}/${keyword}/${i}` });
      });
  }
  return [...parts.values()];
}

export function itemSchemas(parts: readonly Placed[]): readonly Placed[] {
  return below(parts, 'items');
}

/** What is said of a member by its name. */
export function memberSchemas(parts: readonly Placed[], name: string): readonly Placed[] {
  return below(below(parts, 'properties'), name);
}

/** What is said of members that are not named: those of maps. */
export function otherSchemas(parts: readonly Placed[]): readonly Placed[] {
  const patterns = below(parts, 'patternProperties').flatMap((each) =>
    members(each.schema).flatMap(([pattern]) => below([each], pattern)),
  );
  return [...below(parts, 'additionalProperties'), ...patterns];
}

function below(parts: readonly Placed[], name: string): readonly Placed[] {
  return parts.flatMap(({ schema, pointer }) => {
    const own = member(schema, name);
    return isObject(own) || own === true ? [{ schema: own, pointer: childPointer(pointer, name) }] : [];
  });
}

/** Where a part of a value is, and which schema the document has for it. */
export interface GeneralPlace {
  /** A pointer with a star for the number of an item, and `{}` for the key of a map, which may be private. */
  readonly at: string;
  readonly document: string;
}

/** Walks to a part of a value, its schema alongside. */
export function generalPlace(
  schema: Placed,
  pointer: string,
  { value, document }: { readonly value: JsonValue; readonly document: ApiDocument },
): GeneralPlace {
  let schemas: readonly Placed[] = [schema];
  let current: JsonValue | undefined = value;
  let at = '';
  let place = schema.pointer;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    const parts = partsOf(schemas, document);
    const named = memberSchemas(parts, name);
    if (Array.isArray(current)) schemas = itemSchemas(parts);
    else schemas = named.length > 0 ? named : otherSchemas(parts);
    const step = Array.isArray(current) ? '*' : named.length > 0 ? token : '{}';
    at = `${at}/${step}`;
    place = schemas[0]?.pointer ?? place;
    current = Array.isArray(current) ? current[Number(name)] : member(current, name);
  }
  return { at, document: place };
}

/** `string`, `integer`, `array of object`. */
export function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  if (Number.isInteger(value)) return 'integer';
  if (!Array.isArray(value)) return typeof value;
  return value[0] === undefined ? 'array' : `array of ${typeName(value[0])}`;
}
