import { isObject, type JsonValue, type Operation, shapeOf, withValueAt } from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import type { Session } from '../contract.ts';
import { shown } from '../failure.ts';
import type { Coverage } from '../meta.ts';
import { type Slot, slotName } from '../plan.ts';
import { expectSent, titleOf } from '../sent.ts';
import { type Given, perform, type Subject } from '../subject.ts';
import { boundsOf } from '../values/bounds.ts';
import { locationsOf } from '../values/locations.ts';
import { textPlaceOf } from '../values/place.ts';
import { fits } from '../values/texts.ts';
import { isWritable } from '../values/writable.ts';
import { givenOf } from './given-of.ts';
import { expectRefused } from './refused.ts';

/** So many values beyond a limit, and so many at one, are sent of a method: those of keywords before those of types. */
const MOST = 30;

/** A value at a limit, with the one place of the input where it stands. */
interface Trial {
  readonly slot: Slot;
  readonly pointer: string;
  readonly keyword: string;
  readonly value: JsonValue;
}

/** Bounds, enums, patterns, formats and types: a value at the limit is accepted, one beyond it refused, and told where. */
export function limitChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  if (subject.slots.length === 0) return [];
  return [
    {
      name: 'accepts what is at a limit',
      kind: 'limits',
      run: async (session, coverage) => {
        const base = givenOf(subject, session, 'full', coverage);
        for (const { slot, pointer, value } of trialsOf(subject, session, base, coverage).at) {
          const given = withTrial(base, slot, pointer, value);
          coverage.parameters.add(slotName(slot));
          expectSent(subject, given, await perform(subject, session, given));
        }
      },
    },
    {
      name: 'is refused what is beyond a limit',
      kind: 'limits',
      run: async (session, coverage) => {
        const base = givenOf(subject, session, 'full', coverage);
        for (const { slot, pointer, keyword, value } of trialsOf(subject, session, base, coverage).beyond) {
          const given = withTrial(base, slot, pointer, value);
          const outcome = await perform(subject, session, given);
          const at = pointer === '' ? '' : ` at \`${pointer}\``;
          expectRefused(subject, outcome, {
            given,
            slot,
            pointer,
            what: `${titleOf(slot)}${at} breaks ${keyword} with ${shown(value)}`,
          });
        }
      },
    },
  ];
}

function withTrial(base: Given, slot: Slot, pointer: string, value: JsonValue): Given {
  return new Map(
    [...base].map(([each, whole]) => [each, each === slot ? withValueAt(whole, pointer, value) : whole]),
  );
}

/** The trials of a method. Those that another variant allows, or that its style cannot write, are left out. */
function trialsOf<Client>(
  { slots, operation }: Subject<Client>,
  { contract }: Session<Client>,
  base: Given,
  coverage: Coverage,
): { readonly at: readonly Trial[]; readonly beyond: readonly Trial[] } {
  const at: Trial[] = [];
  const beyond: Trial[] = [];
  for (const slot of slots) {
    const whole = base.get(slot);
    if (whole === undefined || isInPath(slot, operation)) continue;
    const check = contract.check('request', slot.schema);
    // What stands for something that its schema does not describe has no limits.
    if (check(whole).length > 0) continue;
    const { types } = shapeOf(slot.schema, contract.document);
    const isText = textPlaceOf(slot) !== 'json';
    for (const { pointer, value, flat, isChoice } of locationsOf(slot.schema, whole, contract.document)) {
      for (const bound of boundsOf(flat, value)) {
        // What comes as text is a list or an object wherever its schema says so.
        if (bound.keyword === 'type' && typeof value === 'object' && isText) continue;
        // The client misses the fields of a body that has none.
        if (bound.keyword === 'type' && pointer === '' && slot.place === 'body') continue;
        const trial = (given: JsonValue): Trial => ({ slot, pointer, keyword: bound.keyword, value: given });
        const isSendable = (given: JsonValue) => canSend(slot, withValueAt(whole, pointer, given), given);
        if (bound.at !== undefined && isSendable(bound.at)) {
          // What one keyword allows, another may not: a text of that length is not always of that pattern.
          if (check(withValueAt(whole, pointer, bound.at)).length === 0) at.push(trial(bound.at));
        }
        if (bound.beyond === undefined || !isSendable(bound.beyond)) continue;
        // A number that is not allowed may be a text that is.
        const asText = withValueAt(whole, pointer, String(bound.beyond));
        if (isText && typeof bound.beyond === 'number' && check(asText).length === 0) continue;
        if (isText && isReadOtherwise(bound.beyond, types, pointer === '' && typeof value !== 'object'))
          continue;
        const faults = check(withValueAt(whole, pointer, bound.beyond));
        // Objects and lists are often told by their members alone, without a type.
        const isLoose = isChoice || (bound.keyword === 'type' && typeof value === 'object');
        if (isLoose && !faults.some((fault) => fault.pointer === pointer)) {
          coverage.uncovered.set(`${slotName(slot)} ${pointer} ${bound.keyword}`, 'the document allows it');
        } else beyond.push(trial(bound.beyond));
      }
    }
  }
  const rank = ({ keyword }: Trial) => (keyword === 'type' ? 1 : 0);
  const chosen = (trials: readonly Trial[]) => [...trials].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
  return { at: chosen(at), beyond: chosen(beyond) };
}

/** Whether the path itself has the value of a parameter, `?kind=cup`: with another one a request is of no operation, or of another. */
function isInPath({ place, name }: Slot, { path }: Operation): boolean {
  const [, query = ''] = path.split('?', 2);
  return (
    place === 'query' && query.split('&').some((pair) => pair.startsWith(`${name}=`) && !pair.includes('{'))
  );
}

/** Whether a server may take a text for something else that is allowed: what is empty for null, a scalar for an only item. */
function isReadOtherwise(value: JsonValue, types: ReadonlySet<string>, isScalar: boolean): boolean {
  if (value === '' && types.has('null')) return true;
  return isScalar && (types.has('array') || types.has('object'));
}

/** Whether a value can be written there at all: text has no types, and some places no such characters. */
function canSend(slot: Slot, whole: JsonValue, value: JsonValue): boolean {
  const place = textPlaceOf(slot);
  if (place === 'json') return true;
  // An empty text is no body.
  if (place === 'text' && whole === '') return false;
  const isForm = place === 'form' || place === 'multipart';
  if (isForm && !isObject(whole)) return false;
  // A list without items is no field.
  if (isForm && Array.isArray(value) && value.length === 0) return false;
  if (typeof value === 'object') return Array.isArray(value) && isWritable(slot, whole);
  return isWritable(slot, whole) && fits(String(value), place);
}
