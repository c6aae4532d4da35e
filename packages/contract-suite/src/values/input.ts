import { isFormType, isJsonType, isObject, type JsonValue, member } from '@plumbline/contract-server';
import type { Slot } from '../plan.ts';

/** The object that a client's method is given. */
export function inputOf(given: ReadonlyMap<Slot, JsonValue>): object {
  return Object.fromEntries([...given].map(([slot, value]) => [slot.key, clientValue(slot, value)]));
}

/** A value as a client takes it: bytes as a `Blob`. */
function clientValue({ place, mediaType, schema }: Slot, value: JsonValue): unknown {
  if (place !== 'body' || mediaType === null || isJsonType(mediaType)) return value;
  if (typeof value === 'string')
    return isBytes(schema) && !TEXT.test(mediaType) ? new Blob([value], { type: oneOf(mediaType) }) : value;
  // A form of pairs holds texts alone.
  if (!isObject(value) || isFormType(mediaType)) return value;
  const properties = member(schema, 'properties');
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      typeof item === 'string' && isBytes(member(properties, name)) ? new Blob([item]) : item,
    ]),
  );
}

/** A media type of a range of them, which only who gives the bytes can tell; else none. */
function oneOf(mediaType: string): string {
  return /^[^*/]+\/\*/.test(mediaType) ? mediaType.replace('*', 'x-plumbline') : '';
}

/** What is text, whatever its schema says. */
const TEXT = /^text\/|[/+](?:xml|yaml|javascript)\b/i;

function isBytes(schema: JsonValue | undefined): boolean {
  return (
    member(schema, 'format') === 'binary' || member(schema, 'contentMediaType') === 'application/octet-stream'
  );
}
