import { describe, expect, it } from 'vitest';
import { marked } from '../testing/marked.ts';
import { nameIn, namesIn } from './names.ts';

const cases: [string, { given: string; want: readonly string[] }][] = [
  ['nothing', { given: '', want: [] }],
  ['blank code', { given: '<CopyableCode code=" " />', want: [] }],
  [
    'links around code',
    {
      given: '<a href="#parameter-a"><code>a</code></a>, <a href="#parameter-b"><code>b</code></a>',
      want: ['a@29#parameter-a', 'b@72#parameter-b'],
    },
  ],
  ['a link to elsewhere', { given: '<a href="https://x.y"><code>a</code></a>', want: ['a@28'] }],
  ['a list in backticks', { given: '`a,b:c ,  d`', want: ['a@1', 'b:c@3', 'd@10'] }],
  [
    'a list that can be copied',
    { given: '<CopyableCode code="x5t#S256, data__$a.b" />', want: ['x5t#S256@20', 'data__$a.b@30'] },
  ],
  ['an expression', { given: '<CopyableCode code={"a, b"} />', want: ['a@21', 'b@24'] }],
  ['an attribute in single quotes', { given: "<CopyableCode  code='a' />", want: ['a@21'] }],
  ['references', { given: '<CopyableCode code="a&amp;b" /> `&#123;c&#125;`', want: ['a&b@20', '{c}@33'] }],
  ['plain text', { given: ' a, data\\_\\_b ', want: ['a@1', 'data__b@4'] }],
  ['plain text in a link', { given: '<a href="#a">a</a>, b', want: ['a@13#a', 'b@20'] }],
  ['nothing in a dash', { given: '-', want: [] }],
  ['nothing in a dash as code', { given: '`—`', want: [] }],
  [
    'hostile names',
    { given: '`__proto__, constructor, ../x`', want: ['__proto__@1', 'constructor@12', '../x@25'] },
  ],
];

describe('namesIn', () => {
  it.each(cases)('reads %s', (_name, { given, want }) => {
    const page = marked(given);
    const names = namesIn(page, page.all).map(
      ({ value, offset, anchor }) => `${value}@${offset}${anchor === null ? '' : `#${anchor}`}`,
    );
    expect(names).toEqual(want);
  });
});

describe('nameIn', () => {
  it.each([
    ['a name with a comma', '`a, b`', 'a, b'],
    ['the first of two', '<code>a</code> <code>b</code>', 'a'],
    ['what comes after blank code', '` ` `b`', 'b'],
  ])('reads %s', (_name, given, want) => {
    const page = marked(given);
    expect(nameIn(page, page.all)?.value).toBe(want);
  });

  it('is null for an empty cell', () => {
    const page = marked('<a href="#x"> </a>');
    expect(nameIn(page, page.all)).toBe(null);
  });
});
