import { describe, expect, it } from 'vitest';
import { cells } from '../testing/cells.ts';
import { type Edit, type Finding, type Library, reconcileLibrary } from '../testing/library.ts';

const ROW = {
  bookId:
    '<tr id="parameter-bookId">\n    <td><CopyableCode code="bookId" /></td>\n    <td><code>string</code></td>\n    <td>ID of the book.</td>\n</tr>\n',
  force:
    '<tr id="parameter-force">\n    <td><CopyableCode code="force" /></td>\n    <td><code>boolean</code></td>\n    <td>Also if it is lent.</td>\n</tr>\n',
  reader:
    '<tr id="parameter-reader">\n    <td><CopyableCode code="reader" /></td>\n    <td><code>string</code></td>\n    <td>Who takes it.</td>\n</tr>\n',
  title:
    '<tr id="parameter-title">\n    <td><CopyableCode code="title" /></td>\n    <td><code>string</code></td>\n    <td>What it is called.</td>\n</tr>\n',
} as const;
const without = (name: keyof typeof ROW): Edit => [ROW[name], ''];

const cases: [string, { given: Library; want: readonly Finding[] }][] = [
  [
    'a parameter without a row',
    { given: { page: [without('force')] }, want: [['param-row-missing', 'force', 'force']] },
  ],
  [
    'a body field without a row, on a page that has a row for another',
    { given: { page: [without('reader')] }, want: [['param-row-missing', 'reader', 'reader']] },
  ],
  [
    'body fields on a page that has no rows for any: their links alone are dead, each where it stands',
    {
      given: { page: [without('reader'), without('title')] },
      want: [
        ['param-link-dead', 'title', 'title'],
        ['param-link-dead', 'title', 'title'],
        ['param-link-dead', 'reader', 'reader'],
      ],
    },
  ],
  [
    'a body field without a row that is not linked, on such a page',
    {
      given: {
        page: [
          without('reader'),
          without('title'),
          [cells(['title', 'host']), '    <td><code>title</code>, <code>host</code></td>\n    <td></td>'],
          [
            cells(['bookId', 'title', 'host']),
            '    <td><code>bookId</code>, <code>title</code>, <code>host</code></td>\n    <td></td>',
          ],
          [
            cells(['bookId', 'reader', 'host']),
            '    <td><code>bookId</code>, <code>reader</code>, <code>host</code></td>\n    <td></td>',
          ],
        ],
      },
      want: [],
    },
  ],
  [
    'a row whose id is another than the link says',
    {
      given: { page: [['<tr id="parameter-force">', '<tr id="parameter-Force">']] },
      want: [['param-link-dead', 'force', 'force']],
    },
  ],
  [
    'a body field that shares its name with the parameter of another method: its row is not of the body',
    {
      given: {
        page: [without('reader'), without('title'), [cells(['title', 'host']), cells(['genre', 'host'])]],
        spec: [
          ['[title]', '[genre]'],
          ['title: { type', 'genre: { type: string }\n        title: { type'],
        ],
        settings: {
          ignore: ['fiel*', 'body*', 'opt*', 'example*', 'param-enum*'].map((code) => ({
            code,
            reason: 'of the other fields',
          })),
        },
      },
      want: [
        ['param-link-dead', 'title', 'title'],
        ['param-link-dead', 'reader', 'reader'],
      ],
    },
  ],
];

describe('links to the rows of parameters', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });

  it('lack one row, however many methods list it', () => {
    const { diagnostics } = reconcileLibrary({ page: [without('bookId')] });
    const related = diagnostics.map((one) => [one.code, ...one.related.map(({ message }) => message)]);
    expect(related).toEqual([
      ['param-row-missing', ...['replace', 'delete', 'lend'].map((name) => `\`${name}_book\` lists it too`)],
    ]);
  });
});
