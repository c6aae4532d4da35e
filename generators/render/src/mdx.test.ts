import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoded } from './encoded.ts';
import { elementsOf, evaluateMdx, textOf } from './evaluate-mdx.ts';
import { mdxAttribute, mdxFence, mdxInline, mdxTemplateLiteral, mdxText, replaceUnwritable } from './mdx.ts';

const HOSTILE = [
  '{process.env.SECRET}',
  '{',
  '<script>alert(1)</script>',
  '</td></tr></table>',
  '<!-- comment -->',
  '<Tabs',
  'import x from "y"',
  'export const a = 1',
  ':::note',
  ':name[label]{a=b}',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '---',
  '===',
  '| a | b |',
  '[x]: https://example.org',
  '[x](javascript:alert(1))',
  '![x](https://example.org/a.png)',
  '*a* _b_ **c** __d__ ~~e~~',
  '_a',
  'a_',
  '`code',
  '```',
  '\\',
  '\\*',
  '${x}',
  '&lt;b&gt; &amp; &#60; &nbsp;',
  'https://{host}/a*b_c_[d]',
  'www.{host}.org',
  '"quoted" \'too\'',
  '[^1]',
  '</TabItem>',
  '\u202ea\u2028b\ufeffc',
];
const hostileText = fc
  .array(
    fc.oneof(fc.constantFrom(...HOSTILE), fc.string(), fc.constantFrom(' ', 'a', '*', '_', '`', '[', ']')),
  )
  .map((parts) => parts.join(''));

const blankFolded = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** What encoders cannot write is replaced. */
const shown = replaceUnwritable;

/** Two cells and a paragraph, so that what opens in one could close in another. */
const page = (line: Encoded<'mdx'>): string =>
  `${line}\n\n<tr>\n    <td>${line}</td>\n    <td>${line}</td>\n</tr>\n`;

function expectWritten(encoded: Encoded<'mdx'>, value: string): void {
  const evaluated = evaluateMdx(page(encoded));
  const wanted = blankFolded(shown(value));
  const texts = elementsOf(evaluated)
    .filter(({ type }) => type === 'p' || type === 'td')
    .map((element) => blankFolded(textOf(element)));
  expect(texts).toEqual(wanted === '' ? ['', ''] : [wanted, wanted, wanted]);
}

describe('mdxText', () => {
  it.each(HOSTILE)('shows %j as it is written', (value) => {
    expectWritten(mdxText(value), value);
  });

  it('shows any text as it is written, whatever stands beside it', () => {
    fc.assert(
      fc.property(hostileText, (value) => {
        expectWritten(mdxText(value), value);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it('makes nothing of it but links to bare addresses', () => {
    for (const value of HOSTILE) {
      const types = elementsOf(evaluateMdx(page(mdxText(value)))).map(({ type }) => type);
      expect(types.filter((type) => !['fragment', 'p', 'tr', 'td', 'a'].includes(type))).toEqual([]);
    }
  });

  it('leaves ordinary names and sentences readable', () => {
    for (const value of ['oauth_tokens', 'x5t#S256', 'If-Match', 'Lists all, at most 3 (or 4).', 'at 12:30'])
      expect(mdxText(value)).toBe(value);
  });
});

describe('mdxInline', () => {
  it('is one line', () => {
    expect(mdxInline('a \n\n  b\r\nc')).toBe('a b c');
  });
});

describe('mdxAttribute', () => {
  it('gives the value back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string()), (value) => {
        const [element] = elementsOf(evaluateMdx(`<b title="${mdxAttribute(value)}" />`));
        expect(element?.props).toEqual({ title: shown(value) });
      }),
      { seed: 1, numRuns: 150 },
    );
  });
});

describe('mdxTemplateLiteral', () => {
  it.each(['a\n  b\n\n    c\n', '  a\n b', 'a\n\tb', '\n\n a', 'a\n `b` ${c}\n  </d>'])(
    'keeps the indentation of %j',
    (value) => {
      const source = `<div>\n\n<b>${mdxTemplateLiteral(value)}</b>\n\n</div>\n`;
      const [bold] = elementsOf(evaluateMdx(source)).filter(({ type }) => type === 'b');
      expect(bold?.props).toEqual({ children: value });
    },
  );

  it('gives the text back, with nothing run', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string()), (value) => {
        const [element] = elementsOf(evaluateMdx(`<b>${mdxTemplateLiteral(value)}</b>`));
        expect(element?.props).toEqual({ children: value.replace(/\r\n?/g, '\n') });
      }),
      { seed: 1, numRuns: 150 },
    );
  });
});

describe('mdxFence', () => {
  it.each([
    ['an ordinary text', 'SELECT 1;\n', 'SELECT 1;'],
    ['fences inside', '```\n````\n', '```\n````'],
    ['a tag', '</TabItem>', '</TabItem>'],
    ['an expression', '{{ userId }}', '{{ userId }}'],
    ['an override', 'a\u202eb', 'a\ufffdb'],
  ])('holds %s', (_name, value, want) => {
    const source = `<div>\n\n${mdxFence(value, 'sql')}\n\n</div>\n`;
    const code = elementsOf(evaluateMdx(source)).find(({ type }) => type === 'code');
    expect(code?.props.className).toBe('language-sql');
    expect(textOf(code)).toBe(`${want}\n`);
  });
});
