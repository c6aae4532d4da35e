import {
  isFormType,
  isJsonType,
  isMultipartType,
  isObject,
  type JsonValue,
} from '@plumbline/contract-server';
import { asText } from '../difference.ts';
import type { Slot } from '../plan.ts';
import { textPlaceOf } from './place.ts';
import { fits } from './texts.ts';

/** Whether a request can hold a value in that slot, so that it can be told from others. */
export function isWritable(slot: Slot, value: JsonValue): boolean {
  const { place, mediaType } = slot;
  if (place === 'body') return mediaType === null || isBody(mediaType, value);
  return mediaType !== null || isParameter(slot, value);
}

/** What the server sees of a form: members that are null, or lists without items, are no fields of it. */
export function asSent({ place, mediaType }: Slot, value: JsonValue): JsonValue {
  const isForm = mediaType !== null && (isFormType(mediaType) || isMultipartType(mediaType));
  if (place !== 'body' || !isForm || !isObject(value)) return value;
  const isField = (member: JsonValue) => member !== null && !(Array.isArray(member) && member.length === 0);
  return Object.fromEntries(Object.entries(value).filter(([, member]) => isField(member)));
}

function isBody(mediaType: string, value: JsonValue): boolean {
  if (isJsonType(mediaType)) return true;
  // A form is made of fields; what has no type of its own is a text.
  if (isMultipartType(mediaType)) return isObject(value);
  return typeof value === 'string' || (isFormType(mediaType) && isObject(value));
}

/**
 * Whether a parameter's style can write it (OpenAPI 3.1 section 4.8.12.3): of what lies deeper than a list of scalars most
 * say nothing, and some have no way to write a separator, or nothing.
 */
function isParameter(slot: Slot, value: JsonValue): boolean {
  const { place, parameter, required } = slot;
  if ((required || place === 'path') && asText(value) === undefined) return false;
  const { style, explode = false, allowReserved = false } = parameter ?? {};
  if (style === 'deepObject') return !hasListOfObjects(value);
  const isJoined = !explode || place === 'path' || place === 'header';
  const texts = textsOf(value);
  if (texts === null) return false;
  // What is percent-encoded already stays as it is (RFC 6570 section 3.2.3).
  if (allowReserved && texts.some((text) => /%[\da-f]{2}/i.test(text))) return false;
  if (typeof value !== 'object' || value === null)
    return texts.every((text) => fits(text, textPlaceOf(slot)));
  if (isJoined && texts.includes('')) return false;
  const separator = separatorOf(slot);
  return separator === null || !texts.some((text) => separator.test(text));
}

/** What no text of a list or an object may have, since it is written as it is. */
function separatorOf({ place, parameter }: Slot): RegExp | null {
  if (place === 'header') return /[,=]/;
  switch (parameter?.style) {
    case 'label':
      return parameter.explode ? /\./ : null;
    case 'spaceDelimited':
      return / /;
    case 'pipeDelimited':
      return /\|/;
    case 'tabDelimited':
      return /\t/;
    default:
      return parameter?.allowReserved === true && !parameter.explode ? /,/ : null;
  }
}

/** The text of a scalar, the texts of a list or an object; null: something of them is none. */
function textsOf(value: JsonValue): readonly string[] | null {
  const entries = isObject(value) ? Object.entries(value).flat() : [value].flat();
  return entries.some((each) => typeof each === 'object' && each !== null) ? null : entries.map(String);
}

function hasListOfObjects(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some((item: JsonValue) => typeof item === 'object' && item !== null);
  return isObject(value) && Object.values(value).some(hasListOfObjects);
}
