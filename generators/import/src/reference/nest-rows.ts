import { dictionary, isObject, type JsonValue, member } from '@plumbline/model';
import type { Schema } from './reference.ts';

/**
 * Properties of an object that was unfolded stand in the text among those of the object around it. The sample beside the
 * schema tells which are whose: a name that it does not have at the top, and has within the object above, is moved there.
 */
export function nestRows(schema: Schema, sample: JsonValue): Schema {
  const isArray = member(schema, 'type') === 'array';
  const own = isArray ? member(schema, 'items') : schema;
  const shown = isArray && Array.isArray(sample) ? sample[0] : sample;
  const properties = member(own, 'properties');
  if (!isObject(own) || !isObject(properties) || !isObject(shown)) return schema;
  const names = Object.keys(properties);
  if (names.every((name) => Object.hasOwn(shown, name))) return schema;
  const nested = nest(own, names, shown);
  return isArray ? { ...schema, items: nested } : nested;
}

/** No schema is opened deeper by hand. */
const MOST_DEEP = 64;

interface Level {
  readonly shown: { readonly [key: string]: JsonValue };
  readonly names: string[];
  readonly inner: Map<string, Level>;
}

function nest(schema: Schema, names: readonly string[], shown: Level['shown']): Schema {
  const properties = member(schema, 'properties');
  if (!isObject(properties)) return schema;
  const top: Level = { shown, names: [], inner: new Map() };
  const open: Level[] = [top];
  for (const name of names) {
    let depth = open.length - 1;
    while (depth > 0 && !Object.hasOwn(open[depth]?.shown ?? {}, name)) depth -= 1;
    open.length = depth + 1;
    const level = open[depth] ?? top;
    level.names.push(name);
    const value = level.shown[name];
    const inner = Array.isArray(value) ? value[0] : value;
    if (!Object.hasOwn(level.shown, name) || !isObject(inner) || open.length === MOST_DEEP) continue;
    const next: Level = { shown: inner, names: [], inner: new Map() };
    level.inner.set(name, next);
    open.push(next);
  }
  const required = member(schema, 'required');
  return levelSchema(top, {
    properties,
    required: new Set(Array.isArray(required) ? required : []),
    rest: schema,
  });
}

function levelSchema(
  { names, inner }: Level,
  {
    properties,
    required,
    rest,
  }: { readonly properties: Schema; readonly required: ReadonlySet<JsonValue>; readonly rest: Schema },
): Schema {
  const own = names.map((name): [string, JsonValue] => {
    const property = properties[name] ?? {};
    const level = inner.get(name);
    if (level === undefined || level.names.length === 0 || !isObject(property)) return [name, property];
    const items = member(property, 'items');
    if (isObject(items))
      return [name, { ...property, items: levelSchema(level, { properties, required, rest: items }) }];
    return [name, levelSchema(level, { properties, required, rest: property })];
  });
  const { required: _, properties: __, ...others } = rest;
  const needed = names.filter((name) => required.has(name));
  return {
    ...others,
    ...(needed.length === 0 ? {} : { required: needed }),
    properties: dictionary(own),
  };
}
