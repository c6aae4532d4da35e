import { byCodeUnit } from '@plumbline/model';
import { type Encoded, join, ts, tsString } from '@plumbline/render';
import { mostFrequent } from '../most-frequent.ts';
import type { Answer } from './answer.ts';
import type { BoundResource } from './bound-resource.ts';

type Ts = Encoded<'ts'>;

/** The failures that most methods declare, in code unit order. */
export function usualFailures(resources: readonly BoundResource[]): readonly string[] {
  const lists = resources.flatMap(({ methods }) => methods.map(({ answer }) => declaredFailures(answer)));
  return mostFrequent(lists, (list) => list.join(' ')) ?? [];
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
