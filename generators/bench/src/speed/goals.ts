import type { Usage } from '../child/run-measured.ts';

export interface Goal {
  readonly text: string;
  readonly figure: string;
  /** The same by CPU time, which other work on the machine changes less; empty for memory. */
  readonly byCpu: string;
  readonly isMet: boolean;
}

/** What a contestant cost; null where it failed. */
type UsageOf = (id: string) => Usage | null;

const MOST_MEGABYTES = 450;

/** What a run shall cost beside the peers, in the same run. */
export function goalsOn(spec: 'okta' | 'github', usageOf: UsageOf): readonly Goal[] {
  const compare = (one: string, other: string): Ratio => ({
    seconds: (usageOf(one)?.seconds ?? Number.NaN) / (usageOf(other)?.seconds ?? Number.NaN),
    cpuSeconds: (usageOf(one)?.cpuSeconds ?? Number.NaN) / (usageOf(other)?.cpuSeconds ?? Number.NaN),
  });
  const client = [
    atMost('the client alone within 1.3 times Redocly', compare('client', 'redocly'), 1.3),
    atLeast('the client alone 2.5 times faster than hey-api', compare('hey-api', 'client'), 2.5),
  ];
  if (spec === 'github') return client;
  const megabytes = usageOf('whole')?.megabytes ?? Number.NaN;
  const whole = compare('whole', 'openapi-typescript');
  return [
    atMost('everything in the time of openapi-typescript', whole, 1),
    atMost('accepted: in 1.5 times that', whole, 1.5),
    ...client,
    {
      text: `everything in at most ${MOST_MEGABYTES} MB`,
      figure: `${megabytes.toFixed(0)} MB`,
      byCpu: '',
      isMet: megabytes <= MOST_MEGABYTES,
    },
    atMost('an unchanged run at most a quarter of the cold one', compare('unchanged', 'whole'), 0.25),
  ];
}

/** Not a number where one of the two failed, so that no goal is met. */
type Ratio = Pick<Usage, 'seconds' | 'cpuSeconds'>;

function atMost(text: string, ratio: Ratio, most: number): Goal {
  return goal(text, ratio, ratio.seconds <= most);
}

function atLeast(text: string, ratio: Ratio, least: number): Goal {
  return goal(text, ratio, ratio.seconds >= least);
}

function goal(text: string, { seconds, cpuSeconds }: Ratio, isMet: boolean): Goal {
  return { text, figure: timesText(seconds), byCpu: timesText(cpuSeconds), isMet };
}

function timesText(ratio: number): string {
  return Number.isNaN(ratio) ? 'a run failed' : `${ratio.toFixed(2)} times`;
}
