import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clientVersion } from './client-version.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-client-version-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the version of a client', () => {
  it.each([
    ['is its package.json’s', { given: '{ "name": "x", "version": "1.2.0" }', want: { version: '1.2.0' } }],
    ['is none where that says none', { given: '{ "name": "x", "version": 1 }', want: {} }],
    ['is none where that is no JSON', { given: '{', want: {} }],
  ])('%s', (_name, { given, want }) => {
    writeFileSync(join(folder, 'package.json'), given);
    expect(clientVersion(folder)).toEqual(want);
  });

  it('is what a new package begins with, where there is none yet', () => {
    expect(clientVersion(join(folder, 'nowhere'))).toEqual({ version: '0.1.0' });
  });
});
