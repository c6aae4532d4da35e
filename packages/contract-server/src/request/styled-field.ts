import { type JsonValue, member, textAt } from '../json.ts';
import type { Field } from './query.ts';

/** A field of a form whose encoding says how it is written (OpenAPI 3.1 section 4.8.15); null: it says nothing of that. */
export function styledField(
  name: string,
  schema: JsonValue | undefined,
  mediaTypeObject: JsonValue,
): Field | null {
  const encoding = member(member(mediaTypeObject, 'encoding'), name);
  const told = textAt(encoding, 'style');
  const explode = member(encoding, 'explode');
  if (told === undefined && typeof explode !== 'boolean') return null;
  const style = told ?? 'form';
  return { name, style, explode: typeof explode === 'boolean' ? explode : style === 'form', schema };
}
