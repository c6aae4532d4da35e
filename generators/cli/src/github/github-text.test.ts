import { describe, expect, it } from 'vitest';
import { fitting, harmless } from './github-text.ts';

describe('Markdown for GitHub', () => {
  it.each([
    ['calls nobody', { given: 'Ask @acme/all, or @bob', want: 'Ask @<!-- -->acme/all, or @<!-- -->bob' }],
    ['closes no issue', { given: 'Fixes #12 and GH-7', want: 'Fixes #<!-- -->12 and GH-<!-- -->7' }],
    [
      'links to none by its address',
      {
        given: 'closes https://github.com/a/b/issues/1',
        want: 'closes https:<!-- -->//github.com/a/b/issues/1',
      },
    ],
    ['keeps code', { given: '`@bob #1 https://x` and `GH-1`', want: '`@bob #1 https://x` and `GH-1`' }],
    [
      'keeps headings and tables',
      { given: '## A\n\n| a | b |\n| --- | ---: |', want: '## A\n\n| a | b |\n| --- | ---: |' },
    ],
  ])('%s', (_, { given, want }) => {
    expect(harmless(given)).toBe(want);
  });

  it('fits, by whole lines, and says what is left out', () => {
    const lines = Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n');
    expect(fitting(lines, 'See the log.', 2000)).toBe(lines);
    const cut = fitting(lines, 'See the log.', 300);
    expect(cut.length).toBeLessThanOrEqual(300);
    expect(cut).toMatch(/^line 0\n[\s\S]*line 23\n\n… and 76 more lines\. See the log\.\n$/);
  });
});
