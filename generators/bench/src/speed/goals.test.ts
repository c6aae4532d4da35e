import { describe, expect, it } from 'vitest';
import { goalsOn } from './goals.ts';

const usages = new Map([
  ['whole', { seconds: 3, cpuSeconds: 3, megabytes: 451 }],
  ['unchanged', { seconds: 0.75, cpuSeconds: 0.7, megabytes: 200 }],
  ['client', { seconds: 1.3, cpuSeconds: 1.3, megabytes: 300 }],
  ['openapi-typescript', { seconds: 2, cpuSeconds: 2, megabytes: 350 }],
  ['redocly', { seconds: 1, cpuSeconds: 1, megabytes: 270 }],
]);
const met = (spec: 'okta' | 'github') =>
  Object.fromEntries(goalsOn(spec, (id) => usages.get(id) ?? null).map(({ text, isMet }) => [text, isMet]));

describe('goals', () => {
  it('are met at the very limit, and not beyond it', () => {
    expect(met('okta')).toEqual({
      'everything in the time of openapi-typescript': false,
      'accepted: in 1.5 times that': true,
      'the client alone within 1.3 times Redocly': true,
      'the client alone 2.5 times faster than hey-api': false,
      'everything in at most 450 MB': false,
      'an unchanged run at most a quarter of the cold one': true,
    });
  });

  it('are not met beside a peer that failed', () => {
    expect(met('github')).toEqual({
      'the client alone within 1.3 times Redocly': true,
      'the client alone 2.5 times faster than hey-api': false,
    });
  });
});
