import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { CALLS } from './compilers.ts';

it('counts calls for compilers that this V8 has, later than by default', () => {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  for (const [compiler, calls] of Object.entries(CALLS)) {
    const usual = new RegExp(`default: --invocation-count-for-${compiler}=(\\d+)`).exec(options)?.[1];
    expect(Number(usual)).toBeLessThan(calls);
  }
});
