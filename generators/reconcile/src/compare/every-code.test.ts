import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueGroups } from '@plumbline/model';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..');
const tests = globSync('**/*.test.ts', { cwd: folder }).map((file) =>
  readFileSync(path.join(folder, file), 'utf8'),
);
const drift = catalogueGroups.find(({ codes }) => codes.includes('param-missing-from-page'));

describe('each code of drift', () => {
  it.each(drift?.codes ?? [])('%s is expected by a test', (code) => {
    expect(tests.some((text) => text.includes(`'${code}`))).toBe(true);
  });
});
