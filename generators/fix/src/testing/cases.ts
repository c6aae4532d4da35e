import { bodyOf } from './book-page.ts';
import { type BrokenPage, CURRENT, HAS_EXAMPLES } from './broken-page.ts';
import { FIELD_CASES } from './field-cases.ts';
import { both, method, row, statement, without } from './page-changes.ts';

const LINK = 'https://example.org/books';

/** One page for each code that can be mended, and more where a code has several forms. */
export const CASES: readonly BrokenPage[] = [
  { code: 'page-id-missing', given: (page) => ({ ...page, hasId: false }) },
  {
    code: 'row-duplicate',
    given: (page) => ({ ...page, fields: [...page.fields, ...page.fields.slice(-1)] }),
  },
  { code: 'tab-unlisted', given: (page) => ({ ...page, listed: ['get_book'] }), ...CURRENT },
  {
    code: 'tab-without-item',
    given: (page) => ({ ...page, listed: [...page.listed, 'find_book'] }),
    ...CURRENT,
  },
  { code: 'fence-unclosed', given: (page) => ({ ...page, isLastFenceOpen: true }), ...HAS_EXAMPLES },
  {
    code: 'link-mangled',
    given: method('delete_book', () => ({
      description: `Removes a [book](https://example.org/docs${LINK}).`,
    })),
    want: method('delete_book', () => ({ description: `Removes a [book](${LINK}).` })),
  },
  {
    code: 'manifest-unreadable',
    given: (page) => ({ ...page, manifest: ['One of: mine, yours', 'What it is.\n\nAnd: more.'] }),
    want: (page) => ({
      ...page,
      manifest: ['"One of: mine, yours"', '>\n        What it is.\n\n        And: more.'],
    }),
    ...CURRENT,
  },
  {
    code: 'manifest-unreadable',
    name: 'names that YAML keeps for itself',
    given: (page) => ({
      ...page,
      manifest: ['Where.', 'What.\n    - name: @odata.type\n      value:\n        @odata.type: string'],
    }),
    want: (page) => ({
      ...page,
      manifest: ['Where.', 'What.\n    - name: "@odata.type"\n      value:\n        "@odata.type": string'],
    }),
    ...CURRENT,
  },
  {
    code: 'param-missing-from-page',
    given: both(
      method('get_book', () => ({ required: ['host'] })),
      statement('get_book', () => ({ where: ['host!'] })),
    ),
  },
  {
    code: 'param-missing-from-page',
    name: 'of every kind of statement, and its row',
    given: (page, dialect) =>
      both(
        ...['get_book', 'replace_book', 'delete_book', 'lend_book'].flatMap((name) => [
          method(name, ({ required }) => ({ required: without(required, 'bookId') })),
          statement(name, ({ where }) => ({ where: without(where, 'bookId') })),
        ]),
        (own) => ({ ...own, params: own.params.filter(([name]) => name !== 'bookId') }),
      )(page, dialect),
    // What is added comes behind what is there.
    want: (page, dialect) =>
      both(
        ...['replace_book', 'lend_book'].map((name) =>
          method(name, ({ required }) => ({ required: [...without(required, 'bookId'), 'bookId'] })),
        ),
        (own) => ({
          ...own,
          params: [...own.params.filter(([name]) => name !== 'bookId'), ['bookId', 'string', 'Which book.']],
        }),
      )(page, dialect),
  },
  {
    code: 'optional-param-missing-from-page',
    given: both(
      method('list_books', () => ({ optional: ['genre'] })),
      (page) => ({ ...page, params: page.params.slice(0, -1) }),
    ),
    ...CURRENT,
  },
  {
    code: 'param-missing-from-spec',
    given: method('list_books', ({ required }) => ({ required: [...required, 'colour'] })),
  },
  {
    code: 'param-listed-as-required',
    given: method('list_books', () => ({ required: ['host', 'limit'], optional: ['genre'] })),
    ...CURRENT,
  },
  {
    code: 'param-listed-as-optional',
    given: method('get_book', () => ({ required: ['host'], optional: ['bookId'] })),
    ...CURRENT,
  },
  {
    code: 'param-row-missing',
    given: (page) => ({ ...page, params: page.params.slice(0, -1) }),
    ...CURRENT,
  },
  {
    code: 'param-link-dead',
    given: (page, dialect) => ({ ...page, linked: [bodyOf(dialect, 'title'), bodyOf(dialect, 'until')] }),
    ...CURRENT,
  },
  { code: 'param-type-differs', given: row('params', 'limit', 'string'), ...CURRENT },
  { code: 'param-type-differs', name: 'in an empty cell', given: row('params', 'limit', ''), ...CURRENT },
  { code: 'param-format-differs', given: row('params', 'limit', 'integer'), ...CURRENT },
  {
    code: 'param-enum-missing-from-page',
    given: row('params', 'genre', null, 'What they are.'),
    ...CURRENT,
  },
  {
    code: 'param-enum-differs',
    given: row('params', 'genre', null, 'What they are. (novel, verse)'),
    ...CURRENT,
  },
  {
    code: 'param-default-missing-from-page',
    given: row('params', 'limit', null, 'At most so many. (maximum: 100)'),
    ...CURRENT,
  },
  {
    code: 'param-default-differs',
    given: row('params', 'limit', null, 'At most so many. (default: 10, maximum: 100)'),
    ...CURRENT,
  },
  {
    code: 'param-bound-missing-from-page',
    given: row('params', 'limit', null, 'At most so many. (default: 20)'),
    ...CURRENT,
  },
  {
    code: 'param-bound-differs',
    given: row('params', 'limit', null, 'At most so many. (default: 20, maximum: 99)'),
    ...CURRENT,
  },
  { code: 'param-description-missing-from-page', given: row('params', 'bookId', null, ''), ...CURRENT },
  { code: 'server-variable-type-differs', given: row('params', 'host', 'integer'), ...CURRENT },
  {
    code: 'server-variable-default-missing-from-page',
    given: row('params', 'host', null, 'Where the library is.'),
    ...CURRENT,
  },
  {
    code: 'server-variable-default-differs',
    given: row('params', 'host', null, 'Where the library is. (default: your-host)'),
    ...CURRENT,
  },
  {
    code: 'body-field-missing-from-page',
    given: both(
      method('create_book', () => ({ required: ['host'] })),
      statement('create_book', ({ set }) => ({ set: without(set, 'title') })),
    ),
    want: statement('create_book', (_, dialect) => ({
      set: ['host', bodyOf(dialect, 'pages'), `${bodyOf(dialect, 'title')}!`],
    })),
  },
  {
    code: 'body-field-missing-from-page',
    name: 'of an EXEC',
    given: both(
      method('lend_book', () => ({ required: ['host', 'bookId'] })),
      statement('lend_book', () => ({ json: [] })),
    ),
    want: statement('lend_book', () => ({ json: ['until', 'note'] })),
    // Its optional field is sent too, since that is missing as well.
    ...HAS_EXAMPLES,
  },
  {
    code: 'optional-body-field-missing-from-page',
    given: both(
      statement('create_book', ({ set }) => ({ set: without(set, 'pages') })),
      statement('replace_book', ({ set }) => ({ set: without(set, 'pages') })),
      statement('lend_book', () => ({ json: ['until'] })),
    ),
    ...HAS_EXAMPLES,
  },
  {
    code: 'body-field-listed-as-required',
    given: method('create_book', ({ required }, dialect) => ({
      required: [...required, bodyOf(dialect, 'pages')],
    })),
  },
  {
    code: 'body-field-listed-as-optional',
    given: method('create_book', (_, dialect) => ({
      required: ['host'],
      optional: [bodyOf(dialect, 'title')],
    })),
    ...CURRENT,
  },
  {
    code: 'read-only-field-required',
    given: both(
      method('create_book', ({ required }, dialect) => ({ required: [...required, bodyOf(dialect, 'id')] })),
      statement('create_book', ({ set = [] }, dialect) => ({ set: [`${bodyOf(dialect, 'id')}!`, ...set] })),
    ),
  },
  ...FIELD_CASES,
  {
    code: 'deprecation-missing-from-page',
    given: both(
      method('lend_book', () => ({ description: 'Lends a book.' })),
      row('fields', 'shelf', null, 'Where it was.'),
    ),
  },
  {
    code: 'deprecation-missing-from-spec',
    given: method('delete_book', () => ({ description: 'Removes a book. (deprecated)' })),
  },
  {
    code: 'signature-names-no-row',
    given: both(
      method('delete_book', () => ({ required: ['host'] })),
      statement('delete_book', () => ({ where: ['host!'] })),
    ),
  },
  {
    code: 'example-unknown-column',
    given: both(
      statement('create_book', ({ columns = [] }) => ({ columns: ['colour', ...columns] })),
      statement('replace_book', ({ columns = [] }) => ({ columns: [...columns, 'colour'] })),
    ),
    ...HAS_EXAMPLES,
  },
  {
    code: 'example-unknown-parameter',
    given: both(
      statement('delete_book', ({ where = [] }) => ({ where: ['colour', ...where] })),
      statement('lend_book', ({ where = [] }) => ({ where: ['colour!', ...where] })),
    ),
    ...HAS_EXAMPLES,
  },
  {
    code: 'example-unknown-body-field',
    given: both(
      statement('replace_book', ({ set = [] }, dialect) => ({ set: [...set, bodyOf(dialect, 'colour')] })),
      statement('lend_book', ({ json = [] }) => ({ json: ['colour', ...json] })),
    ),
    ...HAS_EXAMPLES,
  },
  {
    code: 'example-lacks-required-parameter',
    given: both(
      statement('delete_book', () => ({ where: [] })),
      statement('replace_book', ({ where }) => ({ where: without(where, 'bookId') })),
    ),
    ...HAS_EXAMPLES,
  },
];
