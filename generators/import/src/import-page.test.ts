import type { ResourcePage } from '@plumbline/model';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { describe, expect, it } from 'vitest';
import { importDocument } from './import-document.ts';
import { comparePages } from './testing/compare-pages.ts';
import { LOANS_PAGE } from './testing/loans-page.ts';
import { publishedPage } from './testing/published-page.ts';
import { renderedText, STYLES } from './testing/rendered-text.ts';

function readBack(text: string): ResourcePage {
  const { resources, diagnostics } = readResourcePages([{ path: 'page.md', text }], { provider: 'acme' });
  expect(diagnostics).toEqual([]);
  const [page] = resources;
  if (page === undefined) throw new Error('No page was written.');
  return page;
}

function imported(text: string): { readonly page: ResourcePage; readonly codes: readonly string[] } {
  const result = importDocument({ path: 'page.txt', text }, { as: null });
  expect(result.kind).toBe('page');
  return { page: readBack(result.text), codes: result.diagnostics.map(({ code }) => code) };
}

const source = readBack(LOANS_PAGE);
const rendered = (style: (typeof STYLES)[number]): string =>
  renderedText(publishedPage(LOANS_PAGE), style, 'loans');
const sqlOf = ({ examples }: ResourcePage) =>
  examples.map(({ verb, method, text }) => [
    verb,
    method?.value,
    text.value.replace(/\s+/g, ' ').replace(/ ?;/, ';'),
  ]);

describe('a provider page', () => {
  it.each(STYLES)('comes back from text that is %s', (style) => {
    const { page, codes } = imported(rendered(style));
    const all = style === 'html';
    expect(comparePages(source, page, all ? 'all' : 'first').wrong).toEqual([]);
    expect(codes).toEqual(all ? [] : ['import-tab-missing']);
    expect([page.id.value, page.name.value, page.dialect]).toEqual(['acme.library.loans', 'loans', 'N2']);
    const shown = sqlOf(source).filter(([, method]) => all || method !== 'get_loan');
    const comma = (rows: ReturnType<typeof sqlOf>) =>
      rows.map((row) => row.map((cell) => cell?.replaceAll(/\s/g, '')));
    expect(comma(sqlOf(page))).toEqual(comma(shown));
  });

  it('keeps the code and the links that HTML tells', () => {
    const html = rendered('html').replace(
      'ID of the loan (example: l-1)',
      'ID of the <code>loan</code>, <a href="https://example.org/a(b)">here</a>, <a href="#x">there</a> <a href="javascript:x">no</a>',
    );
    const field = imported(html).page.fieldSets[0]?.fields[0];
    expect(field?.description?.value).toBe(
      'ID of the `loan`, [here](https://example.org/a%28b%29), there no',
    );
  });

  it.each([
    [
      'headings',
      (text: string) =>
        text.replace(/^(?:Overview|Fields|Methods|Parameters|\w+ examples|Lifecycle Methods)$/gm, ''),
    ],
    ['introductions', (text: string) => text.replace(/^(?:The following|Parameters can).*$/gm, '')],
    [
      'the overview',
      (text: string) => text.replace(/^(?:Overview|Name\tloans|Type\tResource|Id\t.*)$/gm, ''),
    ],
  ])('is read without its %s', (_, without) => {
    const { page } = imported(without(rendered('tabbed')));
    expect(comparePages(source, page, 'first').wrong).toEqual([]);
    expect(page.id.value).toBe('acme.library.loans');
  });

  it('is read where its lines are wrapped', () => {
    const wrapped = rendered('joined')
      .split('\n')
      .map((line) => (line.includes('{{') ? line : line.replace(/(.{40,60}?) /g, '$1\n')))
      .join('\n');
    expect(comparePages(source, imported(wrapped).page, 'first').wrong).toEqual([]);
  });

  it('is told where a whole table is one line, and not guessed at', () => {
    const text = rendered('joined').replace(
      /^NameDatatypeDescription\n[\s\S]*?(?=^Methods$)/m,
      (whole) => `${whole.replaceAll('\n', '')}\n\n`,
    );
    const { page, codes } = imported(text);
    expect(codes).toContain('import-table-unreadable');
    expect(page.fieldSets.flatMap(({ fields }) => fields)).toEqual([]);
  });

  it('of an older format keeps its columns', () => {
    const text =
      'NamebooksTypeResource\nIdacme.books.books\n\nNameDatatype\nidstring\n\nNameAccessible byRequired ParamsDescription\n' +
      'getSELECTbookId, shelfIdGets a book\nreadAllEXECshelfIdReads all\n';
    const [get, all] = imported(text).page.methods;
    const facts = [get, all].map((one) => [
      one?.verb?.value,
      one?.required.map(({ name }) => name.value),
      one?.optional,
      one?.description?.value,
    ]);
    expect(facts).toEqual([
      ['select', ['bookId', 'shelfId'], null, 'Gets a book'],
      ['exec', ['shelfId'], null, 'Reads all'],
    ]);
  });

  it('is read with other line ends and blanks', () => {
    const odd = rendered('joined').replaceAll('\n', '\r\n').replaceAll(' of ', '\u00a0of\u2003');
    expect(comparePages(source, imported(odd).page, 'first').wrong).toEqual([]);
  });

  it.each([
    ['bars', (text: string) => text.replace(/^.*\t.*$/gm, (row) => `| ${row.replaceAll('\t', ' | ')} |`)],
    [
      'blank lines between cells',
      (text: string) => text.replace(/^.*\t.*$/gm, (row) => row.replace(/\t+/g, '\n\n')),
    ],
  ])('is read where a table has %s', (_, flattened) => {
    expect(comparePages(source, imported(flattened(rendered('tabbed'))).page, 'first').wrong).toEqual([]);
  });
});
