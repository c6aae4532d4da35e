import { describe, expect, it } from 'vitest';
import { chooseProse } from './prose.ts';

const cases: [string, { page: string; spec: string; want: string }][] = [
  [
    'the spec’s, which has its line ends',
    { page: 'Lists users. All.', spec: 'Lists users.\n\nAll.\n', want: 'Lists users.\n\nAll.' },
  ],
  [
    'the page’s, where it says more',
    { page: 'Lists users, newest first.', spec: 'Lists users.', want: 'Lists users, newest first.' },
  ],
  [
    'the spec’s with the page’s addresses, where its own lead nowhere from here',
    {
      page: 'See [Users](https://a.example/api/tag/Users/), [pages]https://a.example/api#pages. And [x](https://a.example).',
      spec: 'See [Users](/tag/Users/),\n[pages](./#pages). And [x](https://b.example).',
      want: 'See [Users](https://a.example/api/tag/Users/),\n[pages](https://a.example/api#pages). And [x](https://b.example).',
    },
  ],
  [
    'the spec’s as it is, where the page has no address for it',
    { page: 'See [Users](users).', spec: 'See [Users](/tag/Users/).', want: 'See [Users](/tag/Users/).' },
  ],
];

describe('the text of a page and a spec', () => {
  it.each(cases)('is %s', (_, { page, spec, want }) => {
    expect(chooseProse(page, spec)).toBe(want);
  });
});
