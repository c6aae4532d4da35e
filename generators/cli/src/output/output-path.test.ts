import { describe, expect, it } from 'vitest';
import { assertSafePaths, unsafePathReason } from './output-path.ts';

const safe = ['users.md', 'users/users.md', '.gitignore', 'a-b_c.d/e', 'ü.md', 'context.ts', 'a..b/c'];
const unsafe = [
  '',
  '/etc/passwd',
  '../x',
  'a/../../x',
  'a/./x',
  'a//x',
  'a/',
  'a\\..\\x',
  'C:/x',
  'a\u0000b',
  'a\nb',
  'con',
  'a/NUL.md',
  'a/x.',
  'a/x ',
  'a|b',
  '.plumbline-manifest.json',
  'a/.plumbline-staging/x',
];

describe('an output path', () => {
  it.each(safe)('is safe: %j', (path) => {
    expect(unsafePathReason(path)).toBeNull();
  });

  it.each(unsafe)('is refused: %j', (path) => {
    expect(unsafePathReason(path)).toMatch(/^its? /);
    expect(() => assertSafePaths([{ path, content: '' }])).toThrow(/unsafe/);
  });

  const twins: [string, string][] = [
    ['a.md', 'a.md'],
    ['users.md', 'Users.md'],
    ['\u00e9.md', 'e\u0301.md'],
  ];
  it.each(twins)('may not stand twice on any file system: %s and %s', (one, other) => {
    const files = [one, other].map((path) => ({ path, content: '' }));
    expect(() => assertSafePaths(files)).toThrow(/share a path/);
  });
});
