import { describe, expect, it } from 'vitest';
import { count, goalsOn, type Measures } from './goals.ts';

const cost = (instantiations: number, seconds: number) => ({
  instantiations,
  seconds,
  checkSeconds: seconds,
  errors: 0,
});
const bundle = (minified: number, gzip: number) => ({ minified, gzip, modules: [] });
const request = (least: number, most: number) => ({ least, middle: least, most, usual: most });
const measures: Measures = {
  types: new Map([
    [
      'TypeScript 7',
      new Map([
        ['plumbline', cost(20, 1)],
        ['openapi-fetch', cost(100, 1)],
      ]),
    ],
  ]),
  services: [{ service: 'users', bytes: 1, ofAll: 0.1, ofOwn: 0.26 }],
  oneCall: new Map([['plumbline', bundle(12_000, 4_801)]]),
  whole: new Map([['plumbline', bundle(150_000, 1)]]),
  requests: new Map([
    ['plumbline', request(10, 90)],
    ['hey-api', request(10, 90)],
    ['openapi-fetch', request(9, 100)],
  ]),
};

describe('goals', () => {
  it('are met at the very limit, and not beyond it', () => {
    const outcomes = goalsOn('okta', measures).map(({ text, outcome }) => [text, outcome]);
    expect(outcomes).toEqual([
      ['instantiations of 50 GETs beside openapi-fetch, TypeScript 7', 'met'],
      ['time to check them beside openapi-fetch, TypeScript 7', 'met'],
      ['type text of one service, of all but the whole document’s', 'missed'],
      ['one call, minified', 'accepted'],
      ['one call, gzip', 'missed'],
      ['the whole client, minified', 'met'],
      ['CPU time per request beside hey-api', 'met'],
      ['throughput at 50 in flight beside openapi-fetch', 'met'],
    ]);
  });

  it('are missed where nothing was measured', () => {
    const nothing = { ...measures, services: [], oneCall: new Map(), whole: new Map(), requests: new Map() };
    const outcomes = goalsOn('okta', nothing).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['met', 'met', 'missed', 'missed', 'missed', 'missed', 'missed', 'missed']);
  });
});

it('counts in thousands', () => {
  expect([0, 999, 1000, 4_570_904].map(count)).toEqual(['0', '999', '1,000', '4,570,904']);
});
