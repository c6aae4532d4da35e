import { describe, expect, it } from 'vitest';
import { marked } from '../testing/marked.ts';

/** `<a>` and `</a>` with what is inside, code and other regions as `kind(content)`. */
function shown(given: string): readonly string[] {
  const { text, tokens } = marked(given);
  return tokens.map(({ kind, name, content, closed }) => {
    const inside = text.slice(content.start, content.end);
    if (kind === 'close') return `</${name}>`;
    return kind === 'open' ? `<${name}${inside}${closed ? ' /' : ''}>` : `${kind}(${inside})`;
  });
}

const cases: [string, { given: string; want: readonly string[] }][] = [
  ['text', { given: 'a < b, a <= 63, <3, <Key, Value>, < a>, a > b, </>', want: [] }],
  ['tags', { given: '<td>a</td>', want: ['<td>', '</td>'] }],
  [
    'tags beside each other',
    {
      given: '</table></TabItem><TabItem value="b">',
      want: ['</table>', '</TabItem>', '<TabItem value="b">'],
    },
  ],
  ['void tags', { given: '<br /><br/><br>', want: ['<br />', '<br />', '<br>'] }],
  ['unknown tags', { given: '<see><x-y:z.w>', want: ['<see>', '<x-y:z.w>'] }],
  ['attributes', { given: `<a b="c>" d='e"' f g=h>`, want: [`<a b="c>" d='e"' f g=h>`] }],
  ['an expression', { given: "<a b={{ c: '}' }} />", want: ["<a b={{ c: '}' }} />"] }],
  [
    'a tag of many lines',
    {
      given: "<Tabs\n    values={[\n        { label: 'a', value: 'a' }\n    ]}\n>",
      want: ["<Tabs\n    values={[\n        { label: 'a', value: 'a' }\n    ]}>"],
    },
  ],
  ['no tag without its end', { given: '<a b="c" <td>', want: ['<td>'] }],
  ['no tag without the end of a quote', { given: '<a b="c> <td>', want: ['<td>'] }],
  ['no expression over an empty line', { given: '<a b={c\n\n} <td>', want: ['<td>'] }],
  ['code', { given: '`<td>` ``a`b``', want: ['code(<td>)', 'code(a`b)'] }],
  ['code in an element', { given: '<code>`a` <b></code>', want: ['code(`a` <b>)'] }],
  ['an element of code over lines', { given: '<code>\n</code>', want: ['<code>', '</code>'] }],
  ['no code over lines', { given: '`a\nb` <td>', want: ['<td>'] }],
  ['no code behind a backslash', { given: '\\`a` `b`', want: ['code( )'] }],
  ['no code over cells', { given: '<td>a ` b</td><td>c ` d</td>', want: ['<td>', '</td>', '<td>', '</td>'] }],
  ['code about cells', { given: '`<td>a</td>` `</td>`', want: ['code(<td>a</td>)', 'code(</td>)'] }],
  ['no code over breaks from within a word', { given: 'a`s<br />b `c`', want: ['<br />', 'code(c)'] }],
  [
    'comments',
    { given: 'a <!-- <td> --> {/* `b` */} <td>', want: ['comment( <td> )', 'comment( `b` )', '<td>'] },
  ],
  ['a comment without its end', { given: 'a <!-- <td>', want: ['<td>'] }],
  ['a fence', { given: '<td>\n```\n<td> `\n```\n`a`', want: ['<td>', 'fence(<td> `)', 'code(a)'] }],
  ['a fence of tildes', { given: '~~~\na\n~~~\n', want: ['fence(a)'] }],
  [
    'a template',
    {
      given: '<CodeBlock language="yaml">{`<td> \\` ${a}\n`}</CodeBlock>',
      want: ['<CodeBlock language="yaml">', 'template(<td> \\` ${a}\n)', '</CodeBlock>'],
    },
  ],
];

describe('tokensOf', () => {
  it.each(cases)('finds %s', (_name, { given, want }) => {
    expect(shown(given)).toEqual(want);
  });
});
