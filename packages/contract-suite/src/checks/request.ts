import type { Contract, JsonValue } from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import type { Session } from '../contract.ts';
import type { Coverage } from '../meta.ts';
import { slotName } from '../plan.ts';
import { schemasOf } from '../schemas.ts';
import { expectSent, titleOf } from '../sent.ts';
import { type CallWish, failure, type Given, perform, type Subject } from '../subject.ts';
import { baseValue } from '../values/base.ts';

/** The request equals the document's in every part: with what is required, with everything, with each alternative of credentials. */
export function requestChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const [, ...others] = subject.method.security;
  const hasMore = subject.slots.some(({ required, place }) => !required || place === 'body');
  const check = (name: string, extent: 'required' | 'full', wish: CallWish = {}): Check<Client> => ({
    name,
    kind: 'request',
    run: async (session, coverage) => {
      const given = givenOf(subject, session, extent, coverage);
      const outcome = await perform(subject, session, given, wish);
      cover(given, coverage, session.contract);
      const exchange = expectSent(subject, given, outcome);
      const wanted = wish.schemes ?? subject.method.security[0] ?? [];
      const missing = wanted.find((scheme) => !exchange.schemes.includes(scheme));
      if (missing !== undefined)
        throw failure(subject, `the credentials of \`${missing}\` are not sent.`, { exchange });
    },
  });
  return [
    check('sends what is required', 'required'),
    ...(hasMore ? [check('sends everything that is accepted', 'full')] : []),
    ...others.map((schemes) =>
      check(
        `sends the credentials of ${schemes.length === 0 ? 'nobody' : schemes.join(' and ')}`,
        'required',
        { schemes },
      ),
    ),
  ];
}

/**
 * A value for each slot that a call must or may have. Throws a `ContractFailure` where a required one has no value that
 * its schema allows; an optional one is left out, and told.
 */
export function givenOf<Client>(
  subject: Subject<Client>,
  { contract }: Session<Client>,
  extent: 'required' | 'full',
  coverage: Coverage,
): Map<Subject<Client>['slots'][number], JsonValue> {
  const given = new Map<Subject<Client>['slots'][number], JsonValue>();
  for (const slot of subject.slots) {
    if (!slot.required && extent === 'required') continue;
    const value = baseValue(slot, extent, { seed: subject.suite.seed, contract });
    if (value !== undefined) given.set(slot, value);
    else if (slot.required)
      throw failure(subject, `no value was found that the schema of ${titleOf(slot)} allows.`, {
        document: slot.pointer,
      });
    else coverage.uncovered.set(slotName(slot), 'no value was found that its schema allows');
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
