import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf, evaluateMdx } from './evaluate-mdx.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { mdxMarkdown } from './mdx-markdown.ts';
import { type RichText, richText } from './rich-text.ts';

/** What is shown, in a notation of its own: of the data, and of the MDX that says the same. */
function shownOfData(text: RichText): string {
  if (typeof text === 'string') return text;
  return text
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.el === 'table') {
        const row = (cells: readonly RichText[], tag: string) =>
          `<tr>${cells.map((cell) => `<${tag}>${shownOfData(cell)}</${tag}>`).join('')}</tr>`;
        const body = part.rows.map((cells) => row(cells, 'td')).join('');
        return `<table><thead>${row(part.head, 'th')}</thead><tbody>${body}</tbody></table>`;
      }
      const { el, of = '', ...props } = { of: undefined, ...part };
      const inner = el === 'pre' ? `<code>${shownOfData(of)}</code>` : shownOfData(of);
      return `${tagOf(el, props)}${inner}</${el}>`;
    })
    .join('');
}

function shownOfMdx(node: unknown): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(shownOfMdx).join('');
  if (typeof node !== 'object' || node === null || !('type' in node) || !('props' in node)) return '';
  const { children, ...props } = node.props as { readonly children?: unknown };
  const inner = shownOfMdx(children);
  return node.type === 'fragment'
    ? inner
    : `${tagOf(String(node.type), props)}${inner}</${String(node.type)}>`;
}

function tagOf(el: string, props: object): string {
  return `<${[el, ...Object.entries(props).map(([name, value]) => `${name}=${value}`)].join(' ')}>`;
}

/** Blanks as a browser shows them. */
const folded = (text: string): string => text.replace(/\s+/g, ' ').replace(/^ | $|(?<=<br>) | (?=<br>)/g, '');
const ofData = (text: string): string => folded(shownOfData(richText(markdownBlocks(text))));
const ofMdx = (text: string): string => {
  const row = evaluateMdx(`<tr>\n    <td id="x">${mdxMarkdown(text)}</td>\n</tr>\n`, ['Prose']);
  return folded(shownOfMdx(elementsOf(row).find(({ props }) => props.id === 'x')?.props.children));
};

const same: [string, string][] = [
  ['plain text', 'Lists all users.'],
  ['code, with backticks, with blanks', 'the `Link`, ``a`b``, `` ` `` and ` `'],
  ['a reference in code', '`&lt;` and &lt;'],
  ['emphasis of each kind', '*a* _b_ **c** __d__ ***e***'],
  ['emphasis within emphasis of its own kind', '*a *b* c* and **d *e* _f_ g**'],
  ['emphasis in a link, and around it', '*[a `b` **c**](https://d.org "e \\" f") g*'],
  ['marks that are none', 'a * b, 2*3*4, snake_case_name, **open, !, [x], [y](z)'],
  ['escapes', '\\*a\\* \\`b\\` \\{c\\} \\\\ \\_'],
  ['hard breaks', 'a<br>b  \nc\nd'],
  ['links that lead nowhere', '[a](javascript:alert(1)) ![b](https://c.org) <https://d.org> https://e.org'],
  [
    'bare addresses',
    'see https://a.org/{id}/b_c?d=(e)), http://b.org. www.c.org/x; d@e.org, https://x https://a_b.c_d e@f (http://g.org/h)',
  ],
  ['bare addresses in a link and in emphasis', '[https://a.org](https://b.org/{c}) **https://d.org**'],
  ['what MDX would run', '{process.env} <b>a</b> </td> import x ${y} &amp; :::z'],
  ['what cannot be written', 'a\u0001b\ud800c `d\u0002`'],
  ['several blocks', 'a\n\nb\n\n> c\n> **d**\n\n***\n\n# e\n\n```\nf\n  g\n```'],
  ['lists', '- a\n  - b\n\n    c\n- **d**\n\n3. e\n4. f\n\n1) g'],
  ['a table', '| a | *b* |\n|---|---|\n| `c` | d\\|e |'],
  ['nothing', ''],
];

describe('richText', () => {
  it.each(same)('says of %s what MDX says', (_name, text) => {
    expect(ofData(text)).toBe(ofMdx(text));
  });

  it('says what MDX says of anything', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '[',
      '](https://a.org)',
      ' ',
      'b',
      '.',
      '\\',
      '\n',
      '<br>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = `x${pieces.join('')}`;
        expect(ofData(text)).toBe(ofMdx(text));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('takes time in proportion to the text', () => {
    const started = process.cpuUsage().user / 1000;
    for (const piece of ['*a* ', '*a* x.org ', '[a](https://a.org) *b* ']) {
      expect(richText(markdownBlocks(piece.repeat(10_000)))).not.toBe('');
    }
    expect(process.cpuUsage().user / 1000 - started).toBeLessThan(1500);
  });

  it('is one string for most texts', () => {
    expect(richText(markdownBlocks('Lists all\nusers.'))).toBe('Lists all users.');
  });
});
