import { isFormType, isJsonType, isMultipartType } from '@plumbline/contract-server';
import type { Slot } from '../plan.ts';
import type { TextPlace } from './texts.ts';

/** Where the texts of a slot's values stand. What is written as JSON may hold any, but in a header. */
export function textPlaceOf({ place, mediaType }: Slot): TextPlace {
  if (place !== 'body')
    return mediaType !== null && isJsonType(mediaType) && place !== 'header' ? 'json' : place;
  if (mediaType === null || isJsonType(mediaType)) return 'json';
  if (isFormType(mediaType)) return 'form';
  return isMultipartType(mediaType) ? 'multipart' : 'text';
}
