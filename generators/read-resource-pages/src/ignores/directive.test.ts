import { describe, expect, it } from 'vitest';
import { readDirective } from './directive.ts';

const directives: [string, { given: string; want: unknown }][] = [
  [
    'a code',
    {
      given: ' plumbline-ignore row-duplicate: both are meant ',
      want: ['next', ['row-duplicate@18'], 'both are meant'],
    },
  ],
  [
    'several codes',
    { given: 'plumbline-ignore a, b c,d: x', want: ['next', ['a@17', 'b@20', 'c@22', 'd@24'], 'x'] },
  ],
  ['a page', { given: 'plumbline-ignore-page link-*: moved', want: ['page', ['link-*@22'], 'moved'] }],
  [
    'a reason on several lines, with colons',
    { given: '\nplumbline-ignore a:\n  see: b\n  and c\n', want: ['next', ['a@18'], 'see: b and c'] },
  ],
  ['a comment of somebody else', { given: ' prettier-ignore ', want: null }],
  ['a comment about us', { given: 'Plumbline reads this page.', want: null }],
  ['nothing', { given: '', want: null }],
  [
    'a slip',
    {
      given: 'plumbline-ingore a: x',
      want: '`plumbline-ingore` is no directive@0 Write `plumbline-ignore` or `plumbline-ignore-page`.',
    },
  ],
  [
    'a slip in the first word',
    {
      given: ' plumline-ignore a: x',
      want: '`plumline-ignore` is no directive@1 Write `plumbline-ignore` or `plumbline-ignore-page`.',
    },
  ],
  [
    'a directive of other tools',
    {
      given: 'plumbline-disable-next-line a',
      want: '`plumbline-disable-next-line` is no directive@0 Write `plumbline-ignore` or `plumbline-ignore-page`.',
    },
  ],
  [
    'no code',
    {
      given: 'plumbline-ignore: x',
      want: 'it names no diagnostic code@0 Name the code of the finding: `plumbline-ignore code: why it is all right`.',
    },
  ],
  [
    'no reason',
    {
      given: ' plumbline-ignore row-duplicate ',
      want: 'it gives no reason@1 Say behind a colon why the finding is all right: `plumbline-ignore row-duplicate: why`.',
    },
  ],
  [
    'an empty reason',
    {
      given: 'plumbline-ignore-page a: ',
      want: 'it gives no reason@0 Say behind a colon why the finding is all right: `plumbline-ignore-page a: why`.',
    },
  ],
];

describe('readDirective', () => {
  it.each(directives)('reads %s', (_, { given, want }) => {
    const read = readDirective(given);
    if (read === null) expect(read).toBe(want);
    else if ('problem' in read) expect(`${read.problem}@${read.offset} ${read.remedy}`).toBe(want);
    else {
      const codes = read.codes.map(({ value, offset }) => `${value}@${offset}`);
      expect([read.reach, codes, read.reason]).toEqual(want);
    }
  });

  it('takes a long text in its stride', () => {
    expect(readDirective('plumbline'.repeat(100_000))).toBeNull();
  });
});
