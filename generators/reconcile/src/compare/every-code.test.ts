import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueGroups } from '@plumbline/model';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..');
const tests = globSync('**/*.test.ts', { cwd: folder }).map((file) =>
  readFileSync(path.join(folder, file), 'utf8'),
);
const drift = catalogueGroups.find(({ codes }) => codes.includes('param-missing-from-page'));

/** Told by `@plumbline/fix` of what it has mended, and expected there. */
const ELSEWHERE = ['yaml-lacks-parameter'];

describe('each code of drift', () => {
  it.each((drift?.codes ?? []).filter((code) => !ELSEWHERE.includes(code)))(
    '%s is expected by a test',
    (code) => {
      expect(tests.some((text) => text.includes(`'${code}`))).toBe(true);
    },
  );
});
