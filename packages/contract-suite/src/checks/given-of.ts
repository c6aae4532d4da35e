import type { Contract, JsonValue } from '@plumbline/contract-server';
import type { Session } from '../contract.ts';
import type { Coverage } from '../meta.ts';
import { bearsCredentials, type Slot, slotName } from '../plan.ts';
import { schemasOf } from '../schemas.ts';
import { titleOf } from '../sent.ts';
import type { Given, Subject } from '../subject.ts';
import { Untestable } from '../untestable.ts';
import { baseValue } from '../values/base.ts';

/**
 * A value for each slot that a call must or may have. Throws `Untestable` where a required one has no value that its
 * schema allows; an optional one is left out, and told.
 */
export function givenOf<Client>(
  subject: Subject<Client>,
  { contract }: Session<Client>,
  extent: 'required' | 'full',
  coverage: Coverage,
): Map<Slot, JsonValue> {
  const given = new Map<Slot, JsonValue>();
  for (const slot of subject.slots) {
    if (!slot.required && extent === 'required') continue;
    if (slot.parameter !== null && bearsCredentials(slot.parameter, subject.operation, contract.document))
      throw new Untestable(
        `Credentials are sent as ${titleOf(slot)}, which is required besides, and cannot hold them.`,
      );
    const value = baseValue(slot, extent, { seed: subject.suite.seed, contract });
    if (value !== undefined) given.set(slot, value);
    else if (slot.required)
      throw new Untestable(
        `No value of ${titleOf(slot)} was found that its schema allows, and a request can hold.`,
      );
    else
      coverage.uncovered.set(
        slotName(slot),
        'no value was found that its schema allows, and a request can hold',
      );
  }
  return given;
}

/** Notes what was sent. */
export function cover(given: Given, coverage: Coverage, contract: Contract): void {
  for (const [slot, value] of given) {
    coverage.parameters.add(slotName(slot));
    if (slot.place === 'body' && typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const key of Object.keys(value)) coverage.parameters.add(`body /${key}`);
    for (const pointer of schemasOf(slot.schema, value, contract)) coverage.schemas.add(pointer);
  }
}
