import { isObject, type JsonValue, member } from '@plumbline/model';
import type { Schema } from './reference.ts';

/** A value as text, in the type of its schema; undefined where it is none of that type. */
export function typedValue(text: string, schema: Schema): JsonValue | undefined {
  const written = text.trim();
  const types = typesOf(schema);
  const quoted = /^"(?:[^"\\]|\\.)*"$/.test(written) ? parsed(written) : undefined;
  if (types.has('string') || types.size === 0) return typeof quoted === 'string' ? quoted : unquoted(written);
  const value = parsed(written) ?? (written === 'null' ? null : undefined);
  if (value === null) return types.has('null') ? null : undefined;
  if (typeof value === 'number') {
    const isWhole = Number.isInteger(value);
    return types.has('number') || (isWhole && types.has('integer')) ? value : undefined;
  }
  if (typeof value === 'boolean') return types.has('boolean') ? value : undefined;
  if (Array.isArray(value)) return types.has('array') ? value : undefined;
  if (isObject(value)) return types.has('object') ? value : undefined;
  if (types.has('array') && written !== '') {
    const items = member(schema, 'items');
    const inner = isObject(items) ? items : {};
    const values = written.split(',').map((item) => typedValue(item, inner));
    return values.some((item) => item === undefined) ? undefined : (values as JsonValue[]);
  }
  return undefined;
}

/** The values of a list, `"A" "B"`, `"A""B"`, `A, B` or `1 2`. */
export function listedValues(text: string, schema: Schema): readonly JsonValue[] {
  // One that is not closed is matched too: to look for its end from each quote in it would be quadratic.
  const quoted = [...text.matchAll(/"(?:[^"\\]|\\.)*(?:(")|\\?$)/gs)].flatMap(([value, end]) =>
    end === undefined ? [] : value,
  );
  const written = quoted.length > 0 ? quoted : text.split(/[\s,|]+/).filter((value) => value !== '');
  return written.flatMap((value) => typedValue(value, schema) ?? []);
}

/** `expand=scope` is the value `scope` of `expand`; names and values of a query are percent-encoded. */
export function exampleText(text: string, name: string): string {
  if (!text.startsWith(`${name}=`)) return text;
  const value = text.slice(name.length + 1).replaceAll(`&${name}=`, ',');
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function typesOf(schema: Schema): ReadonlySet<string> {
  const type = member(schema, 'type');
  const listed = Array.isArray(type) ? type : [type];
  return new Set(listed.filter((one): one is string => typeof one === 'string'));
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
