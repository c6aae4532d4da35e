import { describe, expect, it } from 'vitest';
import { marked } from '../testing/marked.ts';
import { plainTextOf, proseOf } from './prose.ts';

const prose: [string, { given: string; want: string; inPipeTable?: boolean }][] = [
  ['plain text', { given: '  A user. ', want: 'A user.' }],
  ['named references', { given: '&lt;p&gt; &amp; &mdash; &nbsp;.', want: '<p> & — \u00a0.' }],
  ['numeric references', { given: '&#123;a&#x7D; &#0; &#1114112;', want: '{a} \ufffd \ufffd' }],
  [
    'what is no reference',
    { given: 'AT&T &copy &nosuch; &#; &#12345678;', want: 'AT&T &copy &nosuch; &#; &#12345678;' },
  ],
  ['references once', { given: '&amp;lt;', want: '&lt;' }],
  ['references in backticks', { given: '`/a/&#123;id&#125;`', want: '`/a/{id}`' }],
  ['a reference to a backtick in backticks', { given: '`a&#96;b`', want: '``a`b``' }],
  ['breaks', { given: 'a<br />b<br/>c<br>d', want: 'a\nb\nc\nd' }],
  ['elements of code', { given: 'use <code>a &lt; *b*</code>', want: 'use `a < *b*`' }],
  ['elements of code with backticks', { given: '<code>`a`</code>', want: '`` `a` ``' }],
  ['code that can be copied', { given: 'set <CopyableCode code="A_B" />', want: 'set `A_B`' }],
  [
    'emphasis and links as they are',
    { given: '**a** *b*c* [d](https://e.f)', want: '**a** *b*c* [d](https://e.f)' },
  ],
  ['other tags as they are', { given: '<p>a <i>b</i>', want: '<p>a <i>b</i>' }],
  ['escapes of MDX', { given: '\\{a\\} \\<b\\>', want: '{a} <b>' }],
  ['escapes of Markdown as they are', { given: '\\*a\\* \\_ \\\\{', want: '\\*a\\* \\_ \\\\{' }],
  ['a pipe behind a backslash', { given: 'a\\|b `c\\|d`', want: 'a\\|b `c\\|d`' }],
  [
    'a pipe behind a backslash in a pipe table',
    { given: 'a\\|b `c\\|d`', want: 'a|b `c|d`', inPipeTable: true },
  ],
  ['comments', { given: 'a<!-- b -->{/* c */}d', want: 'ad' }],
  ['line endings', { given: 'a\r\nb\rc', want: 'a\nb\nc' }],
];

describe('proseOf', () => {
  it.each(prose)('reads %s', (_name, { given, want, inPipeTable = false }) => {
    const page = marked(given);
    expect(proseOf(page, { ...page.all, inPipeTable })).toBe(want);
  });
});

describe('plainTextOf', () => {
  it.each([
    ['labels', '<b>Name</b>', 'Name'],
    ['strong labels', ' **Name** ', 'Name'],
    ['code', '<code>a_b</code> `c&lt;`', 'a_b c<'],
    ['code that can be copied', '<CopyableCode code="a" />', 'a'],
    ['escapes', 'a\\_b &amp; c', 'a_b & c'],
  ])('reads %s', (_name, given, want) => {
    const page = marked(given);
    expect(plainTextOf(page, page.all)).toBe(want);
  });
});
