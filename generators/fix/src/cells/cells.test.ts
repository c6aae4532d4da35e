import { layoutOf, type PageLayout, type ProseSpan } from '@plumbline/read-resource-pages';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit } from '../text/edits.ts';
import type { CellKind } from '../text/encode.ts';
import { editNames, type NamesChange } from './names-cell.ts';
import { editNotes, type NotesChange } from './notes-cell.ts';

/** A page of one cell, and the cell. */
function cellOf(content: string, kind: CellKind): { readonly layout: PageLayout; readonly cell: ProseSpan } {
  const [open, close] = kind === 'pipe' ? ['| ', ' |'] : ['<td>', '</td>'];
  const layout = layoutOf({ path: 'page.md', text: `${open}${content}${close}` });
  const start = content === '' && kind === 'pipe' ? open.length + 1 : open.length;
  const cell = { start, end: start + content.length, ...(kind === 'pipe' ? { inPipeTable: true } : {}) };
  return { layout, cell };
}

function after({ text }: PageLayout, edits: readonly Edit[]): string {
  return applyEdits(text, edits).text.replace(/^<td>|<\/td>$/g, '');
}

const NOTES: [string, { given: string; change: NotesChange; want: string; kind?: CellKind }][] = [
  ['behind prose', { given: 'A.', change: { pairs: new Map([['maximum', '9']]) }, want: 'A. (maximum: 9)' }],
  [
    'among others, in their order',
    {
      given: 'A (default: 1, example: 2) (deprecated)',
      change: { pairs: new Map([['maximum', '9']]) },
      want: 'A (default: 1, maximum: 9, example: 2) (deprecated)',
    },
  ],
  [
    'behind a parenthesis of the author',
    { given: 'A (one, two)', change: { listed: ['x'] }, want: 'A (one, two) (x)' },
  ],
  [
    'with a parenthesis of the author that stays',
    {
      given: 'A (one, two) (default: 1)',
      change: { pairs: new Map([['default', '2']]) },
      want: 'A (one, two) (default: 2)',
    },
  ],
  ['in place of a list', { given: 'A (x, `y`)', change: { listed: ['x', 'z'] }, want: 'A (x, z)' }],
  [
    'of values that need quotes and references',
    {
      given: 'A &lt;b&gt;',
      change: { listed: ['a, b', '<c>'], pairs: new Map([['pattern', '^{(x)|y}$']]) },
      want: 'A &lt;b&gt; ("a, b", &lt;c&gt;) (pattern: "^&#123;(x)|y&#125;$")',
    },
  ],
  [
    'that hold parentheses',
    { given: 'A (default: "a (b) c")', change: { pairs: new Map([['default', null]]) }, want: 'A' },
  ],
  [
    'that go',
    { given: 'A (nullable, deprecated)', change: { removeFlags: ['nullable'] }, want: 'A (deprecated)' },
  ],
  [
    'in an empty cell, behind a blank as published pages have it',
    { given: '', change: { addFlags: ['deprecated'] }, want: ' (deprecated)' },
  ],
  [
    'in an empty cell of pipes',
    { given: '', change: { description: 'a|b' }, want: '| a\\|b |', kind: 'pipe' },
  ],
  [
    'behind more parentheses than anybody writes',
    {
      given: `A ${'(x) '.repeat(90)}(default: 1)`,
      change: { pairs: new Map([['default', '2']]) },
      want: `A ${'(x) '.repeat(90)}(default: 2)`,
    },
  ],
];

describe('notes', () => {
  it.each(NOTES)('are written %s', (_, { given, change, want, kind = 'html' }) => {
    const { layout, cell } = cellOf(given, kind);
    expect(after(layout, editNotes(layout, cell, change))).toBe(want);
  });
});

const NOTHING: NamesChange = { remove: new Set(), unlink: new Set(), add: [] };
const LINKED = '<a href="#parameter-a"><code>a</code></a>';

const NAMES: [
  string,
  {
    given: string;
    change: (at: (name: string) => number) => Partial<NamesChange>;
    want: string;
    dialect: 'N1' | 'L1' | 'L2';
  },
][] = [
  [
    'a link behind others',
    {
      given: LINKED,
      change: () => ({ add: [{ name: 'b', anchor: 'parameter-b' }] }),
      want: `${LINKED}, <a href="#parameter-b"><code>b</code></a>`,
      dialect: 'N1',
    },
  ],
  [
    'a link taken off',
    {
      given: LINKED,
      change: (at) => ({ unlink: new Set([at('a</code>')]) }),
      want: '<code>a</code>',
      dialect: 'N1',
    },
  ],
  [
    'the last name taken out',
    { given: LINKED, change: (at) => ({ remove: new Set([at('a</code>')]) }), want: '', dialect: 'N1' },
  ],
  [
    'a name in one code of several',
    {
      given: '`a, b`',
      change: (at) => ({ remove: new Set([at('a,')]), add: [{ name: 'c|d', anchor: null }] }),
      want: '`b, c|d`',
      dialect: 'L1',
    },
  ],
  [
    'a name in a code that is blank',
    {
      given: '<CopyableCode code=" " />',
      change: () => ({ add: [{ name: 'a"b', anchor: null }] }),
      want: '<CopyableCode code="a&quot;b" />',
      dialect: 'L2',
    },
  ],
  [
    'a name where nothing is',
    {
      given: '',
      change: () => ({ add: [{ name: 'a', anchor: null }] }),
      want: '<CopyableCode code="a" />',
      dialect: 'L2',
    },
  ],
  [
    'a link of Markdown taken off',
    {
      given: '[a](#parameter-a), b',
      change: (at) => ({ unlink: new Set([at('a](')]) }),
      want: 'a, b',
      dialect: 'N1',
    },
  ],
  [
    'a name that is there already',
    { given: '`a`', change: () => ({ add: [{ name: 'a', anchor: null }] }), want: '`a`', dialect: 'L1' },
  ],
];

describe('names', () => {
  it.each(NAMES)('tell of %s', (_, { given, change, want, dialect }) => {
    const { layout, cell } = cellOf(given, 'html');
    const edits = editNames(
      layout,
      cell,
      { ...NOTHING, ...change((name) => layout.text.indexOf(name)) },
      dialect,
    );
    expect(after(layout, edits)).toBe(want);
  });
});
