import type { Contract, JsonValue, ProviderMethod } from '@plumbline/contract-server';
import { type Slot, slotsOf } from './plan.ts';
import { baseValue } from './values/base.ts';
import { inputOf } from './values/input.ts';

/**
 * What a method of the client is given: values for what it requires, or for everything that it accepts. Undefined where
 * no operation is its own, or where no value is found that the schema of something required allows.
 */
export function methodInput(
  contract: Contract,
  method: ProviderMethod,
  { extent, seed = 1 }: { readonly extent: 'required' | 'full'; readonly seed?: number },
): object | undefined {
  const operation = method.operation === null ? undefined : contract.operation(method.operation);
  if (operation === undefined) return undefined;
  const given = new Map<Slot, JsonValue>();
  for (const slot of slotsOf(operation, method, contract)) {
    if (!slot.required && extent === 'required') continue;
    const value = baseValue(slot, extent, { seed, contract });
    if (value !== undefined) given.set(slot, value);
    else if (slot.required) return undefined;
  }
  return inputOf(given);
}
