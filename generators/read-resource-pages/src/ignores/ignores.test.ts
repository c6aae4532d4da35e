import type { Source } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { readResourcePages } from '../read-resource-pages.ts';

const OVERVIEW = '## Overview\n<table><tr><td>Id</td><td>`acme.library.books`</td></tr></table>\n\n';

/** What the comments of a page silence: each code with the text that it covers. */
function ignoresOf(text: string) {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const offset = ({ line, column }: Source) => lines.slice(0, line - 1).join('').length + column - 1;
  return readResourcePages([{ path: 'a.md', text }], { provider: 'acme' }).ignores.map(({ code, scope }) => {
    expect(text.startsWith(code.value, offset(code.source))).toBe(true);
    const covered = scope === 'page' ? 'page' : text.slice(offset(scope.start), offset(scope.end)).trim();
    return [code.value, covered];
  });
}

const row = (name: string) => `<tr>\n<td>${name}</td>\n<td>text</td>\n</tr>\n`;
const HEADER = '<table>\n<tr><th>Name</th><th>Description</th></tr>\n';
const PIPES = '| Name | Description |\n|:--|:--|\n';

const scopes: [string, { given: string; want: readonly (readonly [string, string])[] }][] = [
  [
    'a section',
    {
      given: '<!-- plumbline-ignore a: x -->\n## Fields\ntext\n### B\n## Methods\n',
      want: [['a', '## Fields\ntext\n### B']],
    },
  ],
  [
    'a section below a section',
    {
      given: '## Fields\n<!-- plumbline-ignore a: x -->\n### B\ntext\n### C\n',
      want: [['a', '### B\ntext']],
    },
  ],
  [
    'the heading that it stands in',
    {
      given: '## Fields <!-- plumbline-ignore a: x -->\ntext\n## Methods\n',
      want: [['a', '## Fields <!-- plumbline-ignore a: x -->\ntext']],
    },
  ],
  [
    'the last section',
    { given: '<!-- plumbline-ignore a: x -->\n\n## Fields\ntext', want: [['a', '## Fields\ntext']] },
  ],
  [
    'a table',
    {
      given: `## Fields\n<!-- plumbline-ignore a: x -->\n${HEADER}${row('b')}</table>\ntext\n`,
      want: [['a', `${HEADER}${row('b')}</table>`]],
    },
  ],
  [
    'a pipe table',
    {
      given: `## Fields\n{/* plumbline-ignore a: x */}\n\n${PIPES}| b | c |\n\ntext\n`,
      want: [['a', `${PIPES}| b | c |`]],
    },
  ],
  [
    'the next row',
    {
      given: `## Fields\n${HEADER}${row('b')}{/* plumbline-ignore a: x */}\n${row('c')}${row('d')}</table>\n`,
      want: [['a', 'c</td>\n<td>text</td>\n</tr>\n<tr>\n<td>']],
    },
  ],
  [
    'the last row',
    {
      given: `## Fields\n${HEADER}${row('b')}<!-- plumbline-ignore a: x -->\n${row('c')}</table>\n`,
      want: [['a', 'c</td>\n<td>text</td>\n</tr>\n</table>']],
    },
  ],
  [
    'the first row',
    {
      given: `## Fields\n${HEADER}<!-- plumbline-ignore a: x -->\n${row('b')}</table>\n`,
      want: [['a', 'b</td>\n<td>text</td>\n</tr>\n</table>']],
    },
  ],
  [
    'no row behind the last',
    {
      given: `## Fields\n${HEADER}${row('b')}<!-- plumbline-ignore a: x -->\n</table>\ntext\n`,
      want: [['a', '']],
    },
  ],
  [
    'the row that it stands in',
    {
      given: `## Fields\n${HEADER}<tr><td>b</td><td>c <!-- plumbline-ignore a: x --></td></tr></table>\n`,
      want: [['a', 'b</td><td>c <!-- plumbline-ignore a: x --></td></tr></table>']],
    },
  ],
  [
    'the pipe row that it stands in',
    {
      given: `## Fields\n${PIPES}| b | c |\n| d | e {/* plumbline-ignore a: x */} |\n| f | g |\n`,
      want: [['a', 'd | e {/* plumbline-ignore a: x */} |\n|']],
    },
  ],
  [
    'a tab',
    {
      given:
        '## Fields\n<Tabs>\n<!-- plumbline-ignore a: x -->\n<TabItem value="b">\n\ntext\n\n</TabItem>\n<TabItem value="c">d</TabItem>\n</Tabs>\n',
      want: [['a', '<TabItem value="b">\n\ntext\n\n</TabItem>']],
    },
  ],
  [
    'a tab that nobody closed',
    {
      given:
        '## Fields\n<Tabs>\n<!-- plumbline-ignore a: x -->\n<TabItem value="b">\ntext\n<TabItem value="c">d</TabItem>\n</Tabs>\n',
      want: [['a', '<TabItem value="b">\ntext']],
    },
  ],
  [
    'tabs',
    {
      given:
        '## Fields\n<!-- plumbline-ignore a: x -->\n<Tabs>\n<TabItem value="b">c</TabItem>\n</Tabs>\ntext\n',
      want: [['a', '<Tabs>\n<TabItem value="b">c</TabItem>\n</Tabs>']],
    },
  ],
  [
    'code',
    {
      given: '## `SELECT` examples\n<!-- plumbline-ignore a: x -->\n```sql\nSELECT 1\n\n```\ntext\n',
      want: [['a', '```sql\nSELECT 1\n\n```']],
    },
  ],
  ['a paragraph', { given: '## Fields\n<!-- plumbline-ignore a: x -->\nb\nc\n\nd\n', want: [['a', 'b\nc']] }],
  [
    'a paragraph with the line endings of Windows',
    { given: '## Fields\r\n<!-- plumbline-ignore a: x -->\r\nb\r\nc\r\n\r\nd\r\n', want: [['a', 'b\r\nc']] },
  ],
  [
    'the same as the comment behind it',
    {
      given: '<!-- plumbline-ignore a: x -->\n{/* plumbline-ignore b: x */}\n<!-- else -->\n## Fields\n',
      want: [
        ['a', '## Fields'],
        ['b', '## Fields'],
      ],
    },
  ],
  [
    'two comments on a line',
    {
      given: '<!-- plumbline-ignore a: x --> <!-- plumbline-ignore b: x -->\n## Fields\n',
      want: [
        ['a', '## Fields'],
        ['b', '## Fields'],
      ],
    },
  ],
  [
    'several codes',
    {
      given: '<!-- plumbline-ignore a, b:\n x -->\n## Fields\n',
      want: [
        ['a', '## Fields'],
        ['b', '## Fields'],
      ],
    },
  ],
  ['nothing at the end', { given: '## Fields\ntext\n\n<!-- plumbline-ignore a: x -->\n', want: [['a', '']] }],
  ['the page', { given: '## Fields\ntext\n\n<!-- plumbline-ignore-page a: x -->\n', want: [['a', 'page']] }],
  [
    'a page that is about no resource',
    { given: '<!-- plumbline-ignore-page page-skipped: x -->\n', want: [['page-skipped', 'page']] },
  ],
  [
    'nothing in code',
    {
      given:
        '## `SELECT` examples\n```html\n<!-- plumbline-ignore a: x -->\n```\n`<!-- plumbline-ignore a: x -->`\n',
      want: [],
    },
  ],
];

describe('comments that silence', () => {
  it.each(scopes)('cover %s', (_, { given, want }) => {
    expect(ignoresOf(given)).toEqual(want);
  });

  it('leave no trace in what is read', () => {
    const mark = (name: string) => `<!-- plumbline-ignore ${name}: x -->`;
    const page = (between: string, inside: string) =>
      `${between}The books.\n\n${OVERVIEW}${between}## Fields ${inside}\n${between}${PIPES}| ${inside}id | of the book${inside} |\n\n` +
      `${between}## Methods\n<table><tr><th>Name</th><th>Accessible by</th><th>Required Params</th></tr>${between}` +
      `<tr>${inside}<td>get${inside}</td><td>SELECT${inside}</td><td>${inside}id</td></tr></table>\n`;
    const read = (text: string) => {
      const { resources, diagnostics } = readResourcePages([{ path: 'a.md', text }], { provider: 'acme' });
      const withoutPlaces = JSON.stringify(resources, (key, value) =>
        key === 'source' || key === 'sections' ? undefined : value,
      );
      return { resources: JSON.parse(withoutPlaces), codes: diagnostics.map(({ code }) => code) };
    };
    expect(read(page(`${mark('b')}\n`, mark('c')))).toEqual(read(page('', '')));
    expect(read(page('{/* plumbline-ignore b: x */}\n', '{/* c */}'))).toEqual(read(page('', '')));
  });
});
