import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Element, elementsOf, evaluateMdx, textOf } from './evaluate-mdx.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { markdownText } from './markdown-text.ts';
import { mdxLine } from './mdx.ts';
import { firstOf, firstParagraph, isManyBlocks, mdxMarkdown } from './mdx-markdown.ts';

/** The elements that a description may come to. */
const LIVE = 'tr td br a em strong code p ul ol li blockquote pre table thead tbody th hr Prose'.split(' ');

/** What a page shows for a description, in a short notation: `<em>x</em>`, a link as `<a https://x>y</a>`. */
function shown(node: unknown): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(shown).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { type, props } = node as Element;
  const inner = shown(props.children);
  if (type === 'br') return '\n';
  if (type === 'fragment' || type === 'Prose' || props.id !== undefined) return inner;
  return type === 'a' ? `<a ${String(props.href)}>${inner}</a>` : `<${type}>${inner}</${type}>`;
}

/** The second of two equal cells: what opened in the first would show there. */
function cell(value: string): string {
  const line = mdxMarkdown(value);
  const row = evaluateMdx(`<tr>\n    <td id="a">${line}</td>\n    <td id="b">${line}</td>\n</tr>\n`, [
    'Prose',
  ]);
  const [first, second] = elementsOf(row).filter(({ props }) => props.id !== undefined);
  expect(shown(first)).toBe(shown(second));
  return shown(second);
}

function live(value: string): { readonly types: readonly string[]; readonly addresses: readonly string[] } {
  const elements = elementsOf(evaluateMdx(`<tr>\n    <td>${mdxMarkdown(value)}</td>\n</tr>`, ['Prose']));
  const links = elements.filter(({ type }) => type === 'a');
  return {
    types: elements.map(({ type }) => type),
    addresses: links.map(({ props }) => String(props.href)),
  };
}

/** What a reader of the source gets back. */
const decoded = (line: string): string =>
  line
    .replaceAll('<br />', '\n')
    .replace(/<\/?code>/g, '`')
    .replace(/&(?:#(\d+)|(amp|lt|gt));/g, (_all, code: string | undefined, name: string) =>
      code === undefined ? ({ amp: '&', lt: '<', gt: '>' }[name] ?? '') : String.fromCodePoint(Number(code)),
    );

const kept: [string, { given: string; want: string }][] = [
  ['plain text', { given: 'Lists all users.', want: 'Lists all users.' }],
  ['code', { given: 'the `Link` header', want: 'the <code>Link</code> header' }],
  [
    'code with what MDX would run',
    { given: '`{a} <b> *c* [d](e)`', want: '<code>{a} <b> *c* [d](e)</code>' },
  ],
  ['code with backticks', { given: '``a`b``', want: '<code>a`b</code>' }],
  ['code over two lines', { given: 'is `a\nb`', want: 'is <code>a b</code>' }],
  [
    'emphasis',
    { given: '*a* _b_ **c** __d__', want: '<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong>' },
  ],
  ['both emphases', { given: '***a***', want: '<em><strong>a</strong></em>' }],
  ['nested emphasis', { given: '**a *b* _c_ d**', want: '<strong>a <em>b</em> <em>c</em> d</strong>' }],
  ['emphasised code', { given: '**`a`**: b', want: '<strong><code>a</code></strong>: b' }],
  [
    'emphasis beside newlines',
    { given: '**Note:**\n**"a"**\n*b*', want: '<strong>Note:</strong> <strong>"a"</strong> <em>b</em>' },
  ],
  ['emphasis over two lines', { given: '**a\nb**', want: '<strong>a b</strong>' }],
  [
    'a link',
    {
      given: '[a `b` *c*](https://d.org/e_f_(g)?h=1&i=2)',
      want: '<a https://d.org/e_f_(g)?h=1&i=2>a <code>b</code> <em>c</em></a>',
    },
  ],
  ['a link with a title', { given: '[a](http://b.org "c")', want: '<a http://b.org>a</a>' }],
  ['a mail link', { given: '[a](mailto:b@c.org)', want: '<a mailto:b@c.org>a</a>' }],
  ['a link in brackets', { given: '[[a](https://b.org)]', want: '[<a https://b.org>a</a>]' }],
  [
    'an address with braces',
    { given: 'https://a.org/{id}/b', want: '<a https://a.org/%7Bid%7D/b>https://a.org/{id}/b</a>' },
  ],
  ['paragraphs', { given: 'a\nb\n\nc', want: '<p>a b</p><p>c</p>' }],
  ['a hard break', { given: 'a  \nb', want: 'a\nb' }],
  [
    'a list',
    {
      given: 'a:\n* b\n* c\n  - d\n1. e',
      want: '<p>a:</p><ul><li>b</li><li>c<ul><li>d</li></ul></li></ul><ol><li>e</li></ol>',
    },
  ],
  [
    'a quote',
    { given: '> **Note:** a\n> b', want: '<blockquote><p><strong>Note:</strong> a b</p></blockquote>' },
  ],
  ['a break', { given: 'a<br>b<BR/>c', want: 'a\nb\nc' }],
  ['a reference in code', { given: '`&lt; {a}`', want: '<code>&lt; {a}</code>' }],
  ['an end tag in code', { given: '`</td><td>`', want: '<code></td><td></code>' }],
  [
    'escapes',
    {
      given: '\\*a\\* \\# \\\\ \\`b\\` \\[c\\](https://d.org)',
      want: '*a* # \\ `b` [c](<a https://d.org>https://d.org</a>)',
    },
  ],
  [
    'a fenced block',
    {
      given: '```json\n{"a": "*b*"}\n\n`c\n```\n*d*',
      want: '<pre><code>{"a": "*b*"}\n\n`c</code></pre><p><em>d</em></p>',
    },
  ],
  [
    'a table',
    {
      given: '| a | b |\n|---|---|\n| `c` | d\\|e |',
      want: '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><code>c</code></td><td>d|e</td></tr></tbody></table>',
    },
  ],
  [
    'a list after a colon, run together on one line',
    { given: 'One of: * `a` * b', want: '<p>One of:</p><ul><li><code>a</code></li><li>b</li></ul>' },
  ],
  [
    'a quote, run together',
    { given: 'A. > **Note:** b', want: '<p>A.</p><blockquote><p><strong>Note:</strong> b</p></blockquote>' },
  ],
  [
    'a table, run together',
    {
      given: 'A: | a | b | |---|---| | c | d |',
      want: '<p>A:</p><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>',
    },
  ],
  ['a heading', { given: '# A\nb', want: '<p><strong>A</strong></p><p>b</p>' }],
  ['a list that begins later', { given: '3. a', want: '<ol><li>a</li></ol>' }],
  ['a rule', { given: 'a\n\n***', want: '<p>a</p><hr></hr>' }],
  ['a code span that a paragraph ends', { given: '`a\n\nb`', want: '<p>`a</p><p>b`</p>' }],
  ['a code span that a list item ends', { given: '`a\n* b`', want: '<p>`a</p><ul><li>b`</li></ul>' }],
  ['emphasis that a paragraph ends', { given: '**a\n\nb**', want: '<p>**a</p><p>b**</p>' }],
];

const written: [string, string][] = [
  ['a tag', '<div class="x">a</div>'],
  ['a script', '<script>alert(1)</script>'],
  ['an event handler', '<img src=x onerror=alert(1)>'],
  ['a comment', '<!-- a -->'],
  ['an expression', 'a {process.env.SECRET} b'],
  ['a reference', '&lt;b&gt; &nbsp; &#60; AT&T'],
  ['a directive', ':::note and :name[label]'],
  ['ESM', 'import x from "y"'],
  ['a link to a script', '[a](javascript:alert(1))'],
  ['a hidden link to a script', '[a](java&#115;cript:alert)'],
  ['a link to data', '[a](data:text/html,b)'],
  ['a relative link', '[a](/openapi/b#c)'],
  ['a definition', '[a]: /b'],
  ['a footnote', '[^1]'],
  ['a lone backtick', 'a ` b'],
  ['lone stars', '2 * 3 ** 4, *a, b'],
  ['a lone underscore', '_embedded'],
  ['names', 'a_b_c __proto__x'],
  ['a backslash', 'a \\b \\{ \\< \\&lt; \\'],
  ['tildes', '~~a~~ and ~b~'],
];

describe('mdxMarkdown', () => {
  it.each(kept)('keeps %s', (_name, { given, want }) => {
    expect(cell(given)).toBe(want);
  });

  it.each(written)('shows %s as it is written', (_name, given) => {
    expect(cell(given)).toBe(given);
  });

  it('makes a link of an image', () => {
    expect(cell('![a](https://b.org/c.png)')).toBe('!<a https://b.org/c.png>a</a>');
  });

  it('keeps an outer link as text where it holds another', () => {
    expect(cell('[a [b](https://c.org) d](/e)')).toBe('[a <a https://c.org>b</a> d](/e)');
  });

  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(...kept.map(([, { given }]) => given), ...written.map(([, given]) => given)),
        fc.constantFrom(
          '*',
          '**',
          '_',
          '`',
          '``',
          '[',
          ']',
          '](https://a.org)',
          '!',
          '\n',
          '\n\n',
          ' ',
          'a',
          '.',
          '\\',
          '&',
          '<',
          '{',
        ),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('compiles whatever the text, in a cell and as a paragraph, the same in both', () => {
    fc.assert(
      fc.property(text, (value) => {
        const inCell = cell(value);
        const paragraph = shown(evaluateMdx(`${mdxLine(mdxMarkdown(value))}\n`, ['Prose']));
        expect(isManyBlocks(value) ? paragraph : paragraph.replace(/^<p>|<\/p>$/g, '')).toBe(inCell.trim());
        const { types, addresses } = live(value);
        expect(types.filter((type) => !LIVE.includes(type))).toEqual([]);
        expect(addresses.filter((address) => !/^(?:https?:\/\/|mailto:)/.test(address))).toEqual([]);
      }),
      { seed: 1, numRuns: 120 },
    );
  });

  it('reads back as markdownText', () => {
    fc.assert(
      fc.property(text, (value) => {
        fc.pre(!isManyBlocks(value));
        expect(decoded(mdxMarkdown(value))).toBe(markdownText(value));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('has the first paragraph of the whole, read alone', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(firstParagraph(value)).toBe(firstOf(markdownBlocks(value)));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each([
    ['# Users\n\nAll users.', 'All users.'],
    ['**Users**\n\nAll users.\n\nMore.', 'All users.'],
    ['**Users**', '**Users**'],
    ['**Users** are people.\n\nMore.', '**Users** are people.'],
    ['# Users\n\n- a', ''],
  ])('leaves titles out of the first paragraph: %j', (given, want) => {
    expect(firstParagraph(given)).toBe(want);
    expect(firstOf(markdownBlocks(given))).toBe(want);
  });

  it('ends the first paragraph at the same place, whatever stands below it', () => {
    const written = 'a\n<br>\nb  \nc';
    expect(firstParagraph(`${written}\n\nd`)).toBe('a\n<br>\nb<br>c');
    expect(firstOf(markdownBlocks(`${written}\n\n> d`))).toBe('a\n<br>\nb<br>c');
  });

  it('takes time in proportion to the text', () => {
    const hostile = [
      '[',
      '](',
      '*a ',
      'a* ',
      '`',
      '_',
      '![a](https://a.org',
      '[`',
      '**a *b ',
      '<br',
      '](https://a(b)',
      'pwww.',
      'https://a.org/!!',
      '\t',
    ];
    for (const piece of hostile) {
      const start = process.cpuUsage();
      mdxMarkdown(piece.repeat(20_000));
      mdxMarkdown(`${piece} `.repeat(20_000));
      expect(process.cpuUsage(start).user / 1000, piece).toBeLessThan(1000);
    }
  });

  it('gives text alone to whoever wants it', () => {
    expect(textOf(evaluateMdx(mdxMarkdown('**a** `b`')))).toBe('a b');
  });
});

describe('markdownText', () => {
  it.each(written)('is the text itself: %s', (_name, given) => {
    expect(markdownText(given)).toBe(given);
  });

  it.each([
    ['a break', 'a<br>b', 'a\nb'],
    ['blanks at line ends', 'a  \r\nb ', 'a\nb'],
    ['a newline in code', '`a\n  b`', '`a b`'],
    ['a control', 'a\0b', 'a\ufffdb'],
  ])('has the one form of %s', (_name, given, want) => {
    expect(markdownText(given)).toBe(want);
  });
});
