import { childPointer, isJsonType, type JsonValue, withValueAt } from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import { shown } from '../failure.ts';
import { type Slot, slotName } from '../plan.ts';
import { titleOf } from '../sent.ts';
import { failure, type Outcome, perform, type Subject } from '../subject.ts';
import { inputOf } from '../values/input.ts';
import { locationsOf } from '../values/locations.ts';
import { givenOf } from './given-of.ts';
import { expectRefused } from './refused.ts';

/** What would end in another path: the client keeps it to itself (URL Standard, section 4.4). */
const NO_SEGMENTS: readonly string[] = ['', '.', '..', '%2e', '%2E.', '.%2e'];

/** Those that a style leads elsewhere with what it writes before them: `.` alone with `label`, nothing with `matrix`. */
function noSegmentsOf({ parameter }: Slot): readonly string[] {
  if (parameter?.style === 'matrix') return [];
  return parameter?.style === 'label' ? ['', '.'] : NO_SEGMENTS;
}

/** So many members are left out of a body. */
const MOST = 30;

/** What is required is refused where it is missing: by the client, before anything is sent; deep in a body by the server. */
export function requiredChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const { slots } = subject;
  const required = slots.filter(({ required: isRequired }) => isRequired);
  const checks: Check<Client>[] = [
    {
      name: 'refuses a parameter that nobody declared',
      kind: 'required',
      run: async (session, coverage) => {
        const given = inputOf(givenOf(subject, session, 'required', coverage));
        const outcome = await perform(subject, session, { ...given, plumblineUnknown: 1 });
        expectUnsent(subject, outcome, 'plumblineUnknown', 'a parameter that nobody declared');
      },
    },
  ];
  for (const slot of required) {
    checks.push({
      name: `refuses a call without ${slotName(slot)}`,
      kind: 'required',
      run: async (session, coverage) => {
        const all = givenOf(subject, session, 'required', coverage);
        const given = new Map([...all].filter(([each]) => each !== slot));
        const outcome = await perform(subject, session, given);
        expectUnsent(subject, outcome, slot.key, `${titleOf(slot)} missing`);
      },
    });
    if (slot.place === 'path' && noSegmentsOf(slot).length > 0)
      checks.push({
        name: `refuses ${slotName(slot)} to lead elsewhere`,
        kind: 'required',
        run: async (session, coverage) => {
          const given = givenOf(subject, session, 'required', coverage);
          for (const text of noSegmentsOf(slot)) {
            const outcome = await perform(
              subject,
              session,
              new Map<Slot, JsonValue>([...given, [slot, text]]),
            );
            expectUnsent(subject, outcome, slot.key, `${titleOf(slot)} given as ${shown(text)}`);
          }
        },
      });
  }
  const body = slots.find(({ place }) => place === 'body');
  if (body !== undefined) checks.push(membersCheck(subject, body));
  return checks;
}

/** Each required member of the body, left out. */
function membersCheck<Client>(subject: Subject<Client>, slot: Slot): Check<Client> {
  return {
    name: 'is refused a body without a required field',
    kind: 'required',
    run: async (session, coverage) => {
      const { contract } = session;
      const base = givenOf(subject, session, 'full', coverage);
      const whole = base.get(slot);
      if (whole === undefined) return;
      const check = contract.check('request', slot.schema);
      const missing = locationsOf(slot.schema, whole, contract.document).flatMap(
        ({ pointer, value, flat, isChoice }) =>
          [...flat.required]
            .filter((name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name))
            .map((name) => ({
              pointer: childPointer(pointer, name),
              isChoice,
              isDeclared: flat.properties.has(name),
            })),
      );
      for (const { pointer, isChoice, isDeclared } of missing.slice(0, MOST)) {
        const body = withValueAt(whole, pointer, undefined);
        const given = new Map([...base, [slot, body]]);
        if (isChoice && !check(body).some((fault) => fault.pointer === pointer)) {
          coverage.uncovered.set(`body ${pointer} required`, 'another variant allows it');
          continue;
        }
        const outcome = await perform(subject, session, given);
        if (!slot.required && outcome.exchanges[0]?.bytes.length === 0) {
          coverage.uncovered.set(
            `body ${pointer} required`,
            'a form without fields is no body, and may be left out',
          );
          continue;
        }
        const [, name = '', ...deeper] = pointer.split('/');
        // The client knows the declared fields that each variant requires; what is deeper, the server sees first.
        const isKnown = deeper.length === 0 && isJsonType(slot.mediaType ?? '') && typeof whole === 'object';
        const what = `the body lacks the required \`${pointer}\``;
        if (isKnown && ((isDeclared && !isChoice) || outcome.exchanges.length === 0))
          expectUnsent(
            subject,
            outcome,
            `body.${name.replaceAll('~1', '/').replaceAll('~0', '~')}`,
            `a body without \`${pointer}\``,
          );
        else expectRefused(subject, outcome, { given, slot, pointer, what });
      }
    },
  };
}

/** The client rejects by itself with a TypeError that names the parameter, before anything is sent. */
function expectUnsent<Client>(subject: Subject<Client>, outcome: Outcome, key: string, what: string): void {
  const [exchange] = outcome.exchanges;
  if (exchange !== undefined) throw failure(subject, `with ${what} a request is sent.`, { exchange });
  const reason = outcome.error?.reason;
  if (!(reason instanceof TypeError))
    throw failure(
      subject,
      `with ${what} the client rejects with ${shown(String(reason))}, which is no TypeError.`,
    );
  if (!reason.message.includes(`\`${key}\``))
    throw failure(subject, `with ${what} the client does not name \`${key}\`: ${reason.message}`);
}
