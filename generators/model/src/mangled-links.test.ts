import { describe, expect, it } from 'vitest';
import { mangledLinks } from './mangled-links.ts';

const cases: [string, { given: string; want: readonly [offset: number, meant: string][] }][] = [
  ['no link', { given: 'Plain text.', want: [] }],
  ['a link', { given: 'See [it](https://a.example/docs).', want: [] }],
  [
    'a link into which another was put',
    {
      given: 'See [it](https://a.example/docshttps://a.example/docs/x#y).',
      want: [[9, 'https://a.example/docs/x#y']],
    },
  ],
  [
    'a path that was put before a link',
    { given: '[it](/docshttp://a.example/x)', want: [[5, 'http://a.example/x']] },
  ],
  ['an address in a path', { given: 'https://archive.example/2020/https://a.example', want: [] }],
  ['an address in a query', { given: 'https://a.example?to=https://b.example', want: [] }],
  ['a blank forgotten', { given: 'seehttps://a.example', want: [] }],
  ['an HTML attribute', { given: '<a href="https://ahttps://b/c">', want: [[9, 'https://b/c']] }],
  [
    'two links side by side',
    {
      given: 'https://ahttps://b https://chttps://d',
      want: [
        [0, 'https://b'],
        [19, 'https://d'],
      ],
    },
  ],
  ['more than two in one', { given: '/ahttps://bhttps://c', want: [[0, 'https://bhttps://c']] }],
];

describe('mangled links', () => {
  it.each(cases)('of %s', (_name, { given, want }) => {
    expect(mangledLinks(given).map(({ offset, meant }) => [offset, meant])).toEqual(want);
  });

  it('are found in linear time', () => {
    const started = process.cpuUsage().user / 1000;
    for (const text of ['ahttps://'.repeat(100_000), 'a/https://'.repeat(100_000), 'x'.repeat(1_000_000)]) {
      mangledLinks(text);
    }
    expect(process.cpuUsage().user / 1000 - started).toBeLessThan(1000);
  });
});
