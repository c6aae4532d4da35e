import { byCodeUnit } from '@plumbline/model';
import { type Encoded, join, ts, tsString } from '@plumbline/render';
import { groupBy } from '../group-by.ts';
import type { Answer } from './answer.ts';
import type { BoundResource } from './bound-resource.ts';

type Ts = Encoded<'ts'>;

/** The failures that most methods declare, in code unit order: of several lists the first. */
export function usualFailures(resources: readonly BoundResource[]): readonly string[] {
  const lists = resources.flatMap(({ methods }) => methods.map(({ answer }) => declaredFailures(answer)));
  const groups = [...groupBy(lists, (list) => list.join(' '))];
  const [first] = groups.sort(([a, x], [b, y]) => y.length - x.length || byCodeUnit(a, b));
  return first?.[1][0] ?? [];
}

/** The statuses by which a method's failures are told, in code unit order. */
export function declaredFailures({ failures }: Answer): readonly string[] {
  return [...new Set(failures.map(({ status }) => status))].sort(byCodeUnit);
}

/** `[403, 404, '5XX']`. */
export function printStatuses(statuses: readonly string[]): Ts {
  return ts`[${join(statuses.map(printStatus), ', ')}]`;
}

/** `404`, or `'4XX'`. */
export function printStatus(status: string): Ts {
  return /^[1-9]\d\d$/.test(status) ? (status as Ts) : tsString(status);
}
