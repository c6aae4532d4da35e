import type { Contract, JsonValue } from '@plumbline/contract-server';
import fc from 'fast-check';
import type { Slot } from '../plan.ts';
import { valuesOf } from './arbitrary.ts';
import { textPlaceOf } from './place.ts';
import { asSent, isWritable } from './writable.ts';

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
  const isAllowed = (value: JsonValue) =>
    isWritable(slot, value) && check(value).length === 0 && check(asSent(slot, value)).length === 0;
  return values.map((value) => (isAllowed(value) ? value : instead));
}
