import { type Contract, type JsonValue, member, sampleOf, seedOf, shapeOf } from '@plumbline/contract-server';
import type { Slot } from '../plan.ts';
import { slotName } from '../plan.ts';
import { textPlaceOf } from './place.ts';
import { fits } from './texts.ts';

/** A slot's value that its schema allows, the same each time and for each slot another; undefined: none was found. */
export function baseValue(
  slot: Slot,
  extent: 'required' | 'full',
  { seed, contract }: { readonly seed: number; readonly contract: Contract },
): JsonValue | undefined {
  const check = contract.check('request', slot.schema);
  if (slot.place !== 'body') {
    const telling = tellingText(slot, contract);
    if (telling !== undefined && check(telling).length === 0) return telling;
  }
  const sample = sampleOf(slot.schema, {
    document: contract.document,
    check,
    seed: seedOf(slotName(slot), seed),
    examples: false,
    purpose: 'request',
    bare: slot.place === 'body' && extent === 'required',
  });
  return sample.isValid ? sample.value : undefined;
}

/** For a plain string: its own name, with characters that are easily spoilt. */
function tellingText(slot: Slot, { document }: Contract): string | undefined {
  const { types } = shapeOf(slot.schema, document);
  const schema = document.follow(slot.schema);
  const isPlain = ['enum', 'const', 'format', 'pattern'].every(
    (keyword) => member(schema, keyword) === undefined,
  );
  if (!isPlain || types.size > 1 || !(types.size === 0 || types.has('string'))) return undefined;
  const text = slot.place === 'header' ? `${slot.name} 1` : `${slot.name} a b&c=d/é?#%+`;
  return fits(text, textPlaceOf(slot)) ? text : undefined;
}
