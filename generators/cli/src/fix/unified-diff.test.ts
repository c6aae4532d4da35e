import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_COLOURS } from '../terminal/colours.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { unifiedDiff } from './unified-diff.ts';

const lines = (...numbers: readonly (number | string)[]): string => numbers.map((one) => `${one}\n`).join('');
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

const cases: [string, { before: string; after: string; want: string }][] = [
  ['nothing', { before: 'a\n', after: 'a\n', want: '' }],
  [
    'a changed line with three around it',
    {
      before: lines(...range(1, 10)),
      after: lines(1, 2, 3, 4, 'five', 6, 7, 8, 9),
      want: '@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
    },
  ],
  [
    'an added and a removed line far apart',
    {
      before: lines(...range(1, 20)),
      after: lines(1, 'new', ...range(2, 19)),
      want: '@@ -1,4 +1,5 @@\n 1\n+new\n 2\n 3\n 4\n@@ -16,4 +17,3 @@\n 16\n 17\n 18\n-19\n',
    },
  ],
  ['a file that comes', { before: '', after: 'a\nb\n', want: '@@ -0,0 +1,2 @@\n+a\n+b\n' }],
  [
    'a line end that is missing',
    { before: 'a\nb', after: 'a\nb\n', want: '@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n' },
  ],
  ['a line end of Windows', { before: 'a\r\n', after: 'a\n', want: '@@ -1 +1 @@\n-a\r\n+a\n' }],
];

describe('unifiedDiff', () => {
  it.each(cases)('tells of %s', (_, { before, after, want }) => {
    const header = want === '' ? '' : '--- a/page.md\n+++ b/page.md\n';
    expect(unifiedDiff('page.md', { before, after }, NO_COLOURS)).toBe(header + want);
  });

  it.each([1, 2, 3, 4])('is read by git apply (%s)', (seed) => {
    const random = randomFrom(seed);
    const before = lines(...range(0, 300).map(() => random() % 40));
    const after = before
      .split('\n')
      .flatMap((line) => (random() % 9 === 0 ? [] : random() % 7 === 0 ? [line, 'more'] : [line]))
      .join('\n');
    const folder = temporaryFolder({ 'page.md': before });
    writeFileSync(join(folder, 'p.diff'), unifiedDiff('page.md', { before, after }, NO_COLOURS));
    execFileSync('git', ['apply', 'p.diff'], { cwd: folder });
    expect(execFileSync('cat', ['page.md'], { cwd: folder, encoding: 'utf8' })).toBe(after);
  });

  it('is not slow where all lines differ, or all are one', () => {
    const many = lines(...range(0, 20_000));
    const others = lines(...range(20_000, 40_000));
    const same = 'x\n'.repeat(20_000);
    const { user: start } = process.cpuUsage();
    unifiedDiff('page.md', { before: many, after: others }, NO_COLOURS);
    unifiedDiff('page.md', { before: same, after: `${'y\n'.repeat(20_000)}` }, NO_COLOURS);
    expect(process.cpuUsage().user - start).toBeLessThan(2_000_000);
  });
});

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >>> 8;
  };
}
