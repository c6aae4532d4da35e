import type { PrismTheme } from 'prism-react-renderer';

/** Colours of code, each with a contrast of 4.5 or more to its ground (WCAG 2.2, 1.4.3). */
export const light = theme({
  plain: '#1c262b',
  ground: '#f6f8f9',
  comment: '#5a6b73',
  keyword: '#14627f',
  string: '#2f6b2f',
  number: '#8a4b08',
  name: '#6a3fa0',
});

export const dark = theme({
  plain: '#dbe3e6',
  ground: '#1a2226',
  comment: '#94a5ad',
  keyword: '#7cc4de',
  string: '#9fd39f',
  number: '#f0b45c',
  name: '#c4a5f0',
});

interface Colours {
  readonly plain: string;
  readonly ground: string;
  readonly comment: string;
  readonly keyword: string;
  readonly string: string;
  readonly number: string;
  readonly name: string;
}

function theme({ plain, ground, comment, keyword, string, number, name }: Colours): PrismTheme {
  return {
    plain: { color: plain, backgroundColor: ground },
    styles: [
      { types: ['comment', 'prolog', 'cdata'], style: { color: comment } },
      { types: ['keyword', 'tag', 'selector', 'atrule', 'key', 'property'], style: { color: keyword } },
      { types: ['string', 'char', 'attr-value', 'inserted', 'url'], style: { color: string } },
      { types: ['number', 'boolean', 'constant', 'symbol', 'deleted', 'variable'], style: { color: number } },
      { types: ['function', 'class-name', 'builtin', 'attr-name', 'parameter'], style: { color: name } },
    ],
  };
}
