import * as v from 'valibot';
import { configSchema } from './schema.ts';

type Path = readonly (string | number)[];

/** The keys that an object of the config may have; empty where they are free. */
export function keysAt(path: Path): readonly string[] {
  const schema = schemaAt(path);
  return schema !== null && 'entries' in schema ? Object.keys(schema.entries as object) : [];
}

/** What the schema says of the nearest described key on the way to a place. */
export function descriptionAt(path: Path): string {
  const schema = schemaAt(path);
  const description = schema === null ? undefined : v.getDescription(schema);
  if (description !== undefined) return description;
  return path.length === 0
    ? 'An object, by `export default defineConfig({ … })`.'
    : descriptionAt(path.slice(0, -1));
}

/** The values that a place may have; empty where they are free. */
export function choicesAt(path: Path): readonly string[] {
  const schema = schemaAt(path);
  return schema !== null && 'options' in schema ? (schema.options as readonly string[]) : [];
}

function schemaAt(path: Path): v.GenericSchema | null {
  let schema: v.GenericSchema = configSchema;
  for (const key of path) {
    const child = childOf(schema, key);
    if (child === null) return null;
    schema = child;
  }
  return schema;
}

function childOf(schema: v.GenericSchema, key: string | number): v.GenericSchema | null {
  const child = isNumber(key) ? 'item' : 'entries' in schema ? 'entries' : 'value';
  if (!(child in schema)) return null;
  const found: unknown = (schema as unknown as Record<string, unknown>)[child];
  const entry = child === 'entries' ? Object.getOwnPropertyDescriptor(found, key)?.value : found;
  return isSchema(entry) ? unwrapped(entry) : null;
}

/** What `v.optional` wraps. */
function unwrapped(schema: v.GenericSchema): v.GenericSchema {
  return 'wrapped' in schema && isSchema(schema.wrapped) ? schema.wrapped : schema;
}

function isNumber(key: string | number): key is number {
  return typeof key === 'number';
}

function isSchema(value: unknown): value is v.GenericSchema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}
