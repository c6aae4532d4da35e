import { type Contract, type JsonValue, member, sampleOf, seedOf, shapeOf } from '@plumbline/contract-server';
import type { Slot } from '../plan.ts';
import { slotName } from '../plan.ts';
import { textPlaceOf } from './place.ts';
import { fits } from './texts.ts';
import { asSent, isWritable } from './writable.ts';

/** A slot's value that its schema allows and a request can hold, the same each time and for each slot another; undefined: none was found. */
export function baseValue(
  slot: Slot,
  extent: 'required' | 'full',
  { seed, contract }: { readonly seed: number; readonly contract: Contract },
): JsonValue | undefined {
  const check = contract.check('request', slot.schema);
  const isText = slot.place === 'body' && textPlaceOf(slot) === 'text';
  if (slot.place !== 'body' || isText) {
    const telling = tellingText(slot, contract);
    // The schema of XML or YAML says what a text means.
    const isMeant = isText && !shapeOf(slot.schema, contract.document).types.has('string');
    if (telling !== undefined && (isMeant || check(telling).length === 0)) return telling;
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { value, isValid } = sampleOf(slot.schema, {
      document: contract.document,
      check,
      seed: seedOf(slotName(slot), seed + attempt),
      examples: false,
      purpose: 'request',
      bare: slot.place === 'body' && extent === 'required',
      // A list without items is no field of a form.
      items: textPlaceOf(slot) === 'json' ? 0 : 1,
      texts: textPlaceOf(slot) !== 'json',
    });
    if (!isValid) return undefined;
    if (isWritable(slot, value) && check(asSent(slot, value)).length === 0) return value;
  }
  return undefined;
}

/** So many values are made, until a request can hold one. */
const ATTEMPTS = 5;

/** For a plain string: its own name, with characters that are easily spoilt. */
function tellingText(slot: Slot, { document }: Contract): string | undefined {
  const { types } = shapeOf(slot.schema, document);
  const schema = document.follow(slot.schema);
  const isPlain = ['enum', 'const', 'format', 'pattern'].every(
    (keyword) => member(schema, keyword) === undefined,
  );
  const isText = types.size === 0 || (types.size === 1 && types.has('string'));
  if (slot.place !== 'body' && !(isPlain && isText)) return undefined;
  if (types.has('string') && !isPlain) return undefined;
  const text = slot.place === 'header' ? `${slot.name} 1` : `${slot.name || 'text'} a b&c=d/é?#%+`;
  return fits(text, textPlaceOf(slot)) ? text : undefined;
}
