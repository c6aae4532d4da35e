import { type Code, catalogueGroups } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { importDocument } from './import-document.ts';

const MARK = '¶';
const FACTS = 'NameDatatypeDescription\n';
const METHODS = 'NameAccessible byRequired ParamsOptional ParamsDescription\n';
const ID = 'Idacme.books.books\n\n';
const FIELDS = `Fields\n\n${FACTS}idstringThe id.\n\n`;
const SQL = "SELECT\nid\nFROM acme.books.books\nWHERE bookId = '{{ bookId }}' -- required;\n";
const PARAMS = `Parameters\n\n${FACTS}bookIdstringWhich.\n\n`;
const GET = `Methods\n\n${METHODS}get_bookselectbookIdRetrieves a book\n\n`;

const op = (before: string, after = ''): string => `Get a book\n\n${before}\nget/books${after}`;
const OK = 'Responses\n200 Success\n';

/** A text with a mark where the finding stands, and its code. */
const cases: readonly (readonly [Code, string])[] = [
  ['import-kind-unknown', `${MARK}Some notes.`],
  ['import-id-missing', `${MARK}${FIELDS}${GET}${PARAMS}`],
  ['import-section-missing', `${MARK}${ID}${GET}${PARAMS}`],
  ['import-table-unreadable', `${ID}Fields\n\n${MARK}${FACTS}Nothing that is a row\n\n${GET}${PARAMS}`],
  ['import-row-doubtful', `${ID}Fields\n\n${FACTS}${MARK}numberOfobjectBstringText\n\n${GET}${PARAMS}`],
  [
    'import-row-repeated',
    `${ID}Fields\n\n${FACTS}idstringThe id.\n${MARK}idstringThe key.\n\n${GET}${PARAMS}`,
  ],
  [
    'import-names-doubtful',
    `${ID}${FIELDS}Methods\n\n${METHODS}${MARK}get_bookselectbookId, shelfIdRetrieves a book\n\n${PARAMS}`,
  ],
  [
    'import-column-doubtful',
    `${ID}${FIELDS}Methods\n\n${METHODS}${MARK}get_bookselectbookIdRetrieves a book\n\n${PARAMS}`,
  ],
  [
    'import-tab-missing',
    `${ID}Fields\n\nget_book\nlist_books\n\n${MARK}${FACTS}idstringThe id.\n\nMethods\n\n${METHODS}get_bookselectRetrieves a book\nlist_booksselectLists books\n`,
  ],
  [
    'import-tab-unnamed',
    `${ID}Fields\n\n${MARK}${FACTS}idstringThe id.\n\n${FACTS}keystringThe key.\n\n${GET}${PARAMS}`,
  ],
  [
    'import-example-unreadable',
    `${ID}${FIELDS}${GET}${PARAMS}SELECT examples\n\n${MARK}SELECT id, FROM acme.books.books WHERE;`,
  ],
  ['import-operations-missing', `${MARK}query Parameters\nlimit\ninteger\n\n${OK}`],
  ['import-fragment-partial', `${MARK}${op(OK)}`],
  ['import-operation-repeated', `${op(OK)}\n\nGet it again\n\n${OK}\n${MARK}get/books`],
  ['import-path-param-undescribed', `Get a book\n\n${OK}\n${MARK}get/books/{bookId}`],
  ['import-responses-missing', `Get a book\n\nquery Parameters\nlimit\ninteger\n\n${MARK}get/books`],
  ['import-schema-missing', op(`Responses\n${MARK}200 Success\n`)],
  [
    'import-variants-missing',
    op(`Request Body schema: application/json\n${MARK}One of\nCat Dog\nname\nstring\n${OK}`),
  ],
  ['import-security-unclear', op(`${MARK}Authorizations: apiToken\n${OK}`)],
  ['import-row-unreadable', op(`query Parameters\n${MARK}limit of books\n${OK}`)],
  ['import-value-unreadable', op(`query Parameters\nlimit\ninteger\n${MARK}Default: many\n${OK}`)],
  ['import-sample-unreadable', op(OK, `\nResponse samples\n${MARK}{ … }`)],
  ['import-sample-placed', op(OK, `\nResponse samples\napplication/json\n${MARK}{}`)],
];

describe('what a document does not hold is told where it is missing:', () => {
  it.each(cases)('%s', (code, marked) => {
    const before = marked.slice(0, marked.indexOf(MARK)).split('\n');
    const text = marked.replace(MARK, '');
    const found = importDocument({ path: 'a.txt', text: text }, { as: null }).diagnostics.filter(
      (one) => one.code === code,
    );
    expect(found[0]?.place).toEqual({
      file: 'a.txt',
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
    });
  });

  it('has a case for every code', () => {
    const group = catalogueGroups.find(({ stage }) => stage === 'import');
    expect(cases.map(([code]) => code).toSorted()).toEqual(group?.codes.toSorted());
  });

  it('has nothing to say of a page that holds everything', () => {
    const text = `${ID}${FIELDS}${GET}${PARAMS}SELECT examples\n\n${SQL}`;
    expect(importDocument({ path: 'a.txt', text }, { as: null }).diagnostics).toEqual([]);
  });
});
