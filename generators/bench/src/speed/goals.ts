import type { Usage } from '../child/run-measured.ts';

export interface Goal {
  readonly text: string;
  readonly figure: string;
  readonly isMet: boolean;
}

/** What a contestant cost; null where it failed. */
type UsageOf = (id: string) => Usage | null;

const MOST_MEGABYTES = 450;

/** What a run shall cost beside the peers, in the same run. */
export function goalsOn(spec: 'okta' | 'github', usageOf: UsageOf): readonly Goal[] {
  const ratio = ratioOf(usageOf);
  const client = [
    atMost('the client alone within 1.3 times Redocly', ratio('client', 'redocly'), 1.3),
    atLeast('the client alone 2.5 times faster than hey-api', ratio('hey-api', 'client'), 2.5),
  ];
  if (spec === 'github') return client;
  const megabytes = usageOf('whole')?.megabytes ?? Number.NaN;
  return [
    atMost('everything in the time of openapi-typescript', ratio('whole', 'openapi-typescript'), 1),
    atMost('accepted: in 1.5 times that', ratio('whole', 'openapi-typescript'), 1.5),
    ...client,
    {
      text: `everything in at most ${MOST_MEGABYTES} MB`,
      figure: `${megabytes.toFixed(0)} MB`,
      isMet: megabytes <= MOST_MEGABYTES,
    },
    atMost('an unchanged run at most a quarter of the cold one', ratio('unchanged', 'whole'), 0.25),
  ];
}

/** Not a number where one of them failed, so that no goal is met. */
function ratioOf(usageOf: UsageOf): (one: string, other: string) => number {
  return (one, other) => (usageOf(one)?.seconds ?? Number.NaN) / (usageOf(other)?.seconds ?? Number.NaN);
}

function atMost(text: string, ratio: number, most: number): Goal {
  return { text, figure: timesText(ratio), isMet: ratio <= most };
}

function atLeast(text: string, ratio: number, least: number): Goal {
  return { text, figure: timesText(ratio), isMet: ratio >= least };
}

function timesText(ratio: number): string {
  return Number.isNaN(ratio) ? 'a run failed' : `${ratio.toFixed(2)} times`;
}
