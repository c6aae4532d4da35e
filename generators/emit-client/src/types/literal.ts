import type { JsonValue } from '@plumbline/model';
import { type Encoded, join, ts, tsKey, tsString } from '@plumbline/render';
import { primary, type TypeText, unionOf } from './type-text.ts';

/** The type that holds one JSON value. Numbers that JSON does not know, which YAML does, are just numbers. */
function literalType(value: JsonValue): Encoded<'ts'> {
  if (typeof value === 'string') return tsString(value);
  if (typeof value === 'number') return Number.isFinite(value) ? ts`${value}` : ts`number`;
  if (value === null) return ts`null`;
  if (typeof value === 'boolean') return value ? ts`true` : ts`false`;
  if (Array.isArray(value))
    return ts`[${join(
      value.map((item: JsonValue) => literalType(item)),
      ', ',
    )}]`;
  const members = Object.entries(value).map(([key, item]) => ts`${tsKey(key)}: ${literalType(item)}`);
  return members.length === 0 ? ts`{ [key: string]: never }` : ts`{ ${join(members, '; ')} }`;
}

/** One of the values of an enum. */
export function literalUnion(values: readonly JsonValue[]): TypeText {
  return unionOf(values.map((value) => primary(literalType(value))));
}
