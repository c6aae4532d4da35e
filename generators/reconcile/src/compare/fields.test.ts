import { describe, expect, it } from 'vitest';
import { type Edit, type Finding, fixture, type Library, reconcileLibrary } from '../testing/library.ts';

const BOOKS = fixture('books.md');
const VOLUMES = fixture('volumes.md');
const TABLE = VOLUMES.slice(VOLUMES.indexOf('| Name'), VOLUMES.indexOf('## Methods'));
const ROWS = TABLE.slice(TABLE.indexOf('| <'));
const STATE_ROW = ROWS.slice(ROWS.indexOf('| <CopyableCode code="state"'));
const STATE = 'Where it is. (in, lent)';
const PAGES = 'How long it is. (default: 100, minimum: 1)';

/** A legacy page alone, whose one Fields table stands for two methods, and a spec without what it does not document. */
function legacy(page: Edit, ...spec: readonly Edit[]): Library {
  const undocumented: readonly Edit[] = [
    ['    post:\n      operationId: createBook', '    x-post:\n      operationId: createBook'],
    ['    put:\n', '    x-put:\n'],
    ['    post:\n      operationId: lendBook', '    x-post:\n      operationId: lendBook'],
  ];
  return {
    pages: { 'books.md': null, 'volumes.md': VOLUMES.replace(...page) },
    spec: [...undocumented, ...spec],
  };
}
const NOTHING: Edit = ['', ''];
/** Books of poetry have more fields. */
const KINDS: Edit = [
  '    Book:\n',
  `    Poetry:
      allOf:
        - { $ref: '#/components/schemas/Book' }
        - { type: object, properties: { metre: { type: string }, rhyme: { type: string } } }
    Book:
      discriminator: { propertyName: kind, mapping: { poetry: '#/components/schemas/Poetry' } }
`,
];

/** Of a table that two methods share each finding is told once. */
const shared: [string, { given: Library; want: readonly Finding[] }][] = [
  [
    'what both methods return, without the formats that the table has no place for',
    { given: legacy(NOTHING), want: [] },
  ],
  [
    'no row for a field',
    {
      given: legacy([STATE_ROW, '']),
      want: [['field-missing-from-page', 'state', '| Name | Datatype | Description |']],
    },
  ],
  [
    'no rows for fields that only what a discriminator names has',
    {
      given: legacy(NOTHING, KINDS),
      want: [['variant-fields-missing-from-page', 'get', '| Name | Datatype | Description |']],
    },
  ],
  [
    'a row for a field that only what a discriminator names has',
    {
      given: legacy(
        [STATE_ROW, `${STATE_ROW}| <CopyableCode code="metre" /> | \`string\` | |\n`],
        [
          KINDS[0],
          KINDS[1].replace(
            '{ metre: { type: string }, rhyme: { type: string } }',
            '{ metre: { type: string } }',
          ),
        ],
      ),
      want: [],
    },
  ],
  [
    'no row for a field that the spec requires and does not declare',
    { given: legacy(NOTHING, ['required: [title]', 'required: [title, shelf]']), want: [] },
  ],
  [
    'a row for a field that neither method returns',
    {
      given: legacy([STATE_ROW, `${STATE_ROW}${STATE_ROW.replace('state', 'shelf')}`]),
      want: [['field-missing-from-spec', 'shelf', 'shelf']],
    },
  ],
  [
    'a row for a field that a method may return whose operation is gone',
    {
      given: legacy(
        [STATE_ROW, `${STATE_ROW}${STATE_ROW.replace('state', 'shelf')}`],
        ['    get:\n      operationId: listBooks', '    x-get:\n      operationId: listBooks'],
      ),
      want: [['method-unbound', 'list', 'list']],
    },
  ],
  [
    'a row for a field that one of the methods returns',
    {
      given: legacy(
        [STATE_ROW, `${STATE_ROW}| <CopyableCode code="loans" /> | \`integer\` | |\n`],
        [
          'schema: { type: array, items: { $ref:',
          'schema: { type: array, items: { properties: { loans: { type: integer } }, $ref:',
        ],
      ),
      want: [],
    },
  ],
  [
    'no row at all',
    { given: legacy([ROWS, '']), want: [['fields-table-empty', 'get', '| Name | Datatype | Description |']] },
  ],
  [
    'no Description column, and so no place for notes',
    { given: legacy([TABLE, TABLE.replace(/^(\|[^|]*\|[^|]*\|).*$/gm, '$1')]), want: [] },
  ],
  [
    'another type',
    { given: legacy(['`integer`', '`string`']), want: [['field-type-differs', 'pages', 'string']] },
  ],
  [
    'no allowed values',
    {
      given: legacy([STATE, 'Where it is.']),
      want: [['field-enum-missing-from-page', 'state', 'Where it is. |']],
    },
  ],
  [
    'other allowed values',
    {
      given: legacy([STATE, 'Where it is. (in, out)']),
      want: [['field-enum-differs', 'state', 'Where it is. (in, out) |']],
    },
  ],
  [
    'no default',
    {
      given: legacy([PAGES, 'How long it is. (minimum: 1)']),
      want: [['field-default-missing-from-page', 'pages', 'How long it is. (minimum: 1) |']],
    },
  ],
  [
    'another default',
    {
      given: legacy([PAGES, 'How long it is. (default: 10, minimum: 1)']),
      want: [['field-default-differs', 'pages', 'How long it is. (default: 10, minimum: 1) |']],
    },
  ],
  [
    'no bound',
    {
      given: legacy([PAGES, 'How long it is. (default: 100)']),
      want: [['field-bound-missing-from-page', 'pages', 'How long it is. (default: 100) |']],
    },
  ],
  [
    'another bound, and one that the spec does not have',
    {
      given: legacy([PAGES, 'How long it is. (default: 100, minimum: 5, maximum: 9)']),
      want: [
        ['field-bound-differs', 'pages', 'How long it is. (default: 100, minimum: 5, maximum: 9) |'],
        ['field-bound-differs', 'pages', 'How long it is. (default: 100, minimum: 5, maximum: 9) |'],
      ],
    },
  ],
  [
    'a mark that the spec does not have beside one that it has',
    {
      given: legacy(['ID of the book.', 'ID of the book. (read-only, nullable)']),
      want: [['field-mark-missing-from-spec', 'id', '<CopyableCode code="id" />']],
    },
  ],
  [
    'no description',
    {
      given: legacy([' Its title. ', ' ']),
      want: [['field-description-missing-from-page', 'title', 'title']],
    },
  ],
  [
    'no mark of a deprecated field',
    {
      given: legacy(NOTHING, ['title: { type: string,', 'title: { type: string, deprecated: true,']),
      want: [['deprecation-missing-from-page', 'title', 'title']],
    },
  ],
];

/** Without the tab of `get_book` in the Fields section. */
const TAB = BOOKS.slice(
  BOOKS.indexOf('<TabItem value="get_book">'),
  BOOKS.indexOf('<TabItem value="list_books">'),
);
const ITEMS = "schema: { type: array, items: { $ref: '#/components/schemas/Book' } }";

const tabs: [string, { given: Library; want: readonly Finding[] }][] = [
  [
    'no format, in two tabs',
    {
      given: { spec: [['pages: { type: integer,', 'pages: { type: integer, format: int64,']] },
      want: [
        ['field-format-differs', 'pages', 'integer'],
        ['field-format-differs', 'pages', 'integer'],
      ],
    },
  ],
  [
    'no tab for a method',
    { given: { page: [[TAB, '']] }, want: [['fields-table-missing', 'get_book', 'get_book']] },
  ],
  [
    'a tab of a method that there is not, in place of that of one that there is',
    {
      given: {
        page: [['<TabItem value="get_book">\n\nThe book.', '<TabItem value="read_book">\n\nThe book.']],
      },
      want: [['fields-of-unknown-method', 'read_book', 'read_book']],
    },
  ],
  [
    'a response that the spec says nothing of',
    {
      given: { spec: [[ITEMS, 'schema: { type: object }']] },
      want: [['response-missing-from-spec', 'list_books', 'get:']],
    },
  ],
  [
    'the items of a list that is wrapped',
    {
      given: {
        spec: [
          [
            ITEMS,
            `schema: { type: object, properties: { total: { type: integer }, all: ${ITEMS.slice(8)} } }`,
          ],
        ],
      },
      want: [],
    },
  ],
  [
    'a field of one variant among several',
    {
      given: {
        spec: [
          [
            ITEMS,
            "schema: { type: array, items: { oneOf: [{ $ref: '#/components/schemas/Book' }, { type: object, properties: { vinyl: { type: boolean } } }] } }",
          ],
        ],
      },
      want: [['field-missing-from-page', 'vinyl', '<TabItem value="list_books">']],
    },
  ],
  [
    'a value of several types, of which the page names one',
    { given: { spec: [['pages: { type: integer,', 'pages: { type: [integer, string, "null"],']] }, want: [] },
  ],
];

describe('a Fields table that methods share has', () => {
  it.each(shared)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});

describe('the Fields tabs have', () => {
  it.each(tabs)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});
