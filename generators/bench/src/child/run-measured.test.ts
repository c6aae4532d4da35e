import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Measured, runMeasured } from './run-measured.ts';

describe('a measured command', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'plumbline-bench-'));
  });
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  const run = (text: string, ...args: readonly string[]): Measured => {
    const script = path.join(cwd, 'script.mjs');
    writeFileSync(script, text);
    return runMeasured({ script, args, cwd });
  };

  it('tells its time, and the memory that it held', () => {
    const { status, seconds, cpuSeconds, megabytes } = run(
      'const held = Buffer.alloc(2e8, 1); setTimeout(() => held, 300);',
    );
    expect(status).toBe(0);
    expect(seconds).toBeGreaterThan(0.3);
    expect(cpuSeconds).toBeGreaterThan(0);
    expect(megabytes).toBeGreaterThan(190);
    expect(megabytes).toBeLessThan(500);
  });

  it('tells how it ended and what it said, with its arguments', () => {
    const failed = run('console.log(process.argv[2]); console.error("no"); process.exit(3);', 'yes');
    expect(failed).toMatchObject({ status: 3, output: 'yes\nno\n' });
  });
});
