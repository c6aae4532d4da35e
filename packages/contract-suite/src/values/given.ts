import { type Contract, isJsonType, isObject, type JsonValue } from '@plumbline/contract-server';
import fc from 'fast-check';
import { asText } from '../difference.ts';
import type { Slot } from '../plan.ts';
import { valuesOf } from './arbitrary.ts';
import { textPlaceOf } from './place.ts';

/** What a call may be given: every slot that it must have, and others or not. `base`: a value for each, which stands in for what cannot be sent. */
export function givenValues(
  base: ReadonlyMap<Slot, JsonValue>,
  contract: Contract,
): fc.Arbitrary<ReadonlyMap<Slot, JsonValue>> {
  const slots = [...base];
  const values = slots.map(([slot, instead]) => {
    const of = valuesOfSlot(slot, instead, contract).map((value) => [slot, value] as const);
    return slot.required ? of : fc.option(of, { nil: undefined });
  });
  return fc
    .tuple(...values)
    .map((made) => new Map(made.flatMap((entry) => (entry === undefined ? [] : [entry]))));
}

/** Values of a slot that its schema allows, and that its style can write. */
function valuesOfSlot(slot: Slot, instead: JsonValue, contract: Contract): fc.Arbitrary<JsonValue> {
  const values = valuesOf(slot.schema, {
    document: contract.document,
    purpose: 'request',
    place: textPlaceOf(slot),
  });
  if (values === undefined) return fc.constant(instead);
  const check = contract.check('request', slot.schema);
  return values.map((value) => (isWritable(slot, value) && check(value).length === 0 ? value : instead));
}

/** Whether the slot's style can tell a value from others (OpenAPI 3.1 section 4.8.12.3): some have no way to write a separator, or nothing. */
export function isWritable(slot: Slot, value: JsonValue): boolean {
  const { place, parameter, required, mediaType } = slot;
  if (place === 'body')
    return mediaType === null || isJsonType(mediaType) || isObject(value) || typeof value === 'string';
  if (mediaType !== null) return true;
  if ((required || place === 'path') && asText(value) === undefined) return false;
  const parts = partsOf(value);
  if (parts === null) return true;
  const style = parameter?.style;
  if (parameter?.explode !== true || place === 'path' || place === 'header') {
    if (parts.includes('')) return false;
  }
  if (place === 'header') return parts.every((part) => !/[,=]/.test(part));
  if (style === 'spaceDelimited') return parts.every((part) => !part.includes(' '));
  return style !== 'pipeDelimited' || parts.every((part) => !part.includes('|'));
}

/** The texts of a list or an object; null of a scalar. */
function partsOf(value: JsonValue): readonly string[] | null {
  if (Array.isArray(value)) return value.map((item: JsonValue) => String(item));
  return isObject(value) ? Object.entries(value).flatMap(([key, item]) => [key, String(item)]) : null;
}
