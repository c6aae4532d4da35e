import type { Bundle } from './bundle.ts';
import type { RequestCost } from './request-cost.ts';
import type { ServiceShare } from './service-share.ts';
import type { CompilerName, TypeCost } from './type-cost.ts';

/** All that was measured of one subject's clients, each by the client's id. */
export interface Measures {
  readonly types: ReadonlyMap<CompilerName, ReadonlyMap<string, TypeCost>>;
  readonly services: readonly ServiceShare[];
  readonly oneCall: ReadonlyMap<string, Bundle>;
  readonly whole: ReadonlyMap<string, Bundle>;
  readonly requests: ReadonlyMap<string, RequestCost>;
}

export interface Goal {
  readonly text: string;
  readonly figure: string;
  readonly goal: string;
  /** What would still do, where that is not the goal itself. */
  readonly accepted: string;
  readonly outcome: 'met' | 'accepted' | 'missed';
}

/** What a client shall cost, beside the peers' of the same run. */
export function goalsOn(subject: 'okta' | 'github', measures: Measures): readonly Goal[] {
  const { types, services, oneCall, whole, requests } = measures;
  const typeGoals = [...types].flatMap(([compiler, costs]) => {
    const ratio = (key: 'instantiations' | 'seconds'): number =>
      ratioOf(costs.get('plumbline')?.[key], costs.get('openapi-fetch')?.[key]);
    return [
      times(`instantiations of 50 GETs beside openapi-fetch, ${compiler}`, ratio('instantiations'), 0.2),
      times(`time to check them beside openapi-fetch, ${compiler}`, ratio('seconds'), 1),
    ];
  });
  const call = oneCall.get('plumbline');
  const all = whole.get('plumbline');
  const own = requests.get('plumbline');
  return [
    ...typeGoals,
    times('type text of one service, of all but the whole document’s', services[0]?.ofOwn, 0.25),
    bytes('one call, minified', call?.minified, 10_000, 12_000),
    bytes('one call, gzip', call?.gzip, 4_000, 4_800),
    ...(subject === 'okta' ? [bytes('the whole client, minified', all?.minified, 150_000)] : []),
    times('CPU time per request beside hey-api', ratioOf(own?.least, requests.get('hey-api')?.least), 1),
    least(
      'throughput at 50 in flight beside openapi-fetch',
      ratioOf(own?.most, requests.get('openapi-fetch')?.most),
      0.9,
    ),
  ];
}

/** Not a number where one of the two was not measured: no goal is met then. */
function ratioOf(one: number | undefined, other: number | undefined): number {
  return (one ?? Number.NaN) / (other ?? Number.NaN);
}

function times(text: string, ratio: number | undefined, most: number): Goal {
  const isMet = ratio !== undefined && ratio <= most;
  return {
    text,
    figure: (ratio ?? Number.NaN).toFixed(3),
    goal: `≤ ${most}`,
    accepted: '',
    outcome: isMet ? 'met' : 'missed',
  };
}

function least(text: string, ratio: number, limit: number): Goal {
  return { ...times(text, ratio, 0), goal: `≥ ${limit}`, outcome: ratio >= limit ? 'met' : 'missed' };
}

function bytes(text: string, size: number | undefined, goal: number, accepted = goal): Goal {
  const outcome = size === undefined || !(size <= accepted) ? 'missed' : size <= goal ? 'met' : 'accepted';
  return {
    text,
    figure: count(size ?? Number.NaN),
    goal: `≤ ${count(goal)}`,
    accepted: accepted === goal ? '' : `≤ ${count(accepted)}`,
    outcome,
  };
}

/** 12,345. */
export function count(figure: number): string {
  return String(Math.round(figure)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
