import { dictionary } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { parseManifest, printManifest } from './manifest.ts';

const HASH = 'a'.repeat(64);
const text = (files: object) => JSON.stringify({ generator: 'g', files });

describe('a manifest', () => {
  it('is printed with its paths in order, ends with a newline, and reads back', () => {
    const files = dictionary([
      ['b.ts', HASH],
      ['__proto__', HASH],
      ['B.ts', HASH],
    ]);
    const printed = printManifest({ generator: '@plumbline/cli@0.1.0', files });
    expect(printed).toBe(
      `{\n  "generator": "@plumbline/cli@0.1.0",\n  "files": {\n    "B.ts": "${HASH}",\n    "__proto__": "${HASH}",\n    "b.ts": "${HASH}"\n  }\n}\n`,
    );
    expect(parseManifest(printed)).toEqual({ generator: '@plumbline/cli@0.1.0', files });
  });

  const refused: [string, { given: string; want: string }][] = [
    ['no JSON', { given: '{', want: 'not JSON' }],
    ['a merge conflict', { given: '{\n<<<<<<< HEAD\n', want: 'merge conflict' }],
    ['another JSON', { given: '[]', want: 'no `generator`' }],
    ['no hash', { given: text({ a: 1 }), want: '`a` has no SHA-256' }],
    [
      'a path out of the folder',
      { given: text({ '../../etc/passwd': HASH }), want: '`../../etc/passwd` is refused' },
    ],
  ];
  it.each(refused)('is refused: %s', (_, { given, want }) => {
    expect(parseManifest(given)).toEqual({ reason: expect.stringContaining(want) });
  });
});
