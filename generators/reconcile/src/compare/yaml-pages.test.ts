import { describe, expect, it } from 'vitest';
import { type Finding, type Library, reconcileLibrary } from '../testing/library.ts';

const LEND = `        lend_book:
          operation: { $ref: '#/paths/~1books~1{bookId}~1lend/post' }
          response: { mediaType: '', openAPIDocKey: '204' }
`;
const SELECT_GET = "          - $ref: '#/components/x-stackQL-resources/books/methods/get_book'\n";
const VIEW = `    vw_books:
      id: acme.books.vw_books
      config: { views: { select: { predicate: sqlDialect == "sqlite3", ddl: SELECT 1 } } }
`;

const cases: [string, { given: Library; want: readonly Finding[] }][] = [
  ['a YAML that agrees', { given: { yaml: [] }, want: [] }],
  [
    'a method that the page lacks: the operation is not reported as well',
    {
      given: {
        yaml: [],
        page: [['<CopyableCode code="lend_book" />', '<CopyableCode code="renew_book" />']],
      },
      want: [
        ['method-missing-from-yaml', 'renew_book', 'renew_book'],
        ['example-unknown-method', 'lend_book', 'lend_book'],
        ['method-missing-from-pages', 'lend_book', 'lend_book:'],
      ],
    },
  ],
  [
    'a method that the YAML lacks',
    {
      given: { yaml: [[LEND, '']] },
      want: [['method-missing-from-yaml', 'lend_book', 'lend_book']],
    },
  ],
  [
    'a page that the YAML lacks, and a resource that no page documents',
    {
      given: { yaml: [['id: acme.books.books', 'id: acme.books.tomes']] },
      want: [
        ['resource-missing-from-yaml', '', 'acme.books.books'],
        ['resource-missing-from-pages', '', 'id: acme.books.tomes'],
      ],
    },
  ],
  [
    'a view that no page documents',
    {
      given: { yaml: [['    books:\n', `${VIEW}    books:\n`]] },
      want: [['resource-missing-from-pages', '', 'id: acme.books.vw_books']],
    },
  ],
  [
    'a verb that only the page has, and one of two lists',
    {
      given: {
        yaml: [
          [SELECT_GET, ''],
          ['        update: []\n', `        exec:\n${SELECT_GET}        insert:\n${SELECT_GET}`],
          [
            "        insert:\n          - $ref: '#/components/x-stackQL-resources/books/methods/create_book'\n",
            '',
          ],
        ],
      },
      want: [
        ['yaml-verb-differs', 'get_book', 'select'],
        ['yaml-verb-differs', 'create_book', 'insert'],
      ],
    },
  ],
  [
    'body fields with a prefix that the YAML takes off',
    {
      given: {
        yaml: [],
        page: [
          [
            '<a href="#parameter-title"><code>title</code></a>, <a href="#parameter-host"><code>host</code></a></td>\n    <td></td>\n    <td>Adds',
            '<a href="#parameter-title"><code>data__title</code></a>, <a href="#parameter-host"><code>host</code></a></td>\n    <td></td>\n    <td>Adds',
          ],
        ],
      },
      want: [
        ['param-row-missing', 'data__title', 'data__title'],
        ['yaml-body-names-differ', 'data__title', 'data__title'],
      ],
    },
  ],
  [
    'body fields without the prefix that the YAML puts on: not for EXEC, which takes JSON',
    {
      given: { yaml: [['        requestBodyTranslate: { algorithm: naive }\n', '        pagination: {}\n']] },
      want: [
        ['yaml-body-names-differ', 'title', 'title'],
        ['yaml-body-names-differ', 'title', 'title'],
      ],
    },
  ],
  [
    'another algorithm for the body: nobody knows its names',
    { given: { yaml: [['algorithm: naive', 'algorithm: naive_spec']] }, want: [] },
  ],
];

describe('pages beside the YAML of the provider', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});

describe('the operation of a method', () => {
  const LEND_REF = '#/paths/~1books~1{bookId}~1lend/post';
  const operations: [
    string,
    { given: Library; want: readonly [operation: string, boundBy: string, findings: readonly string[]] },
  ][] = [
    ['is that of the YAML', { given: { yaml: [] }, want: ['POST /books/{bookId}/lend', 'x-stackql', []] }],
    [
      'is that of the YAML, whatever the name on the page says',
      {
        given: { yaml: [[LEND_REF, '#/paths/~1books~1{bookId}/put']] },
        want: [
          'PUT /books/{bookId}',
          'x-stackql',
          [
            "The provider's YAML has `lend_book` call `PUT /books/{bookId}`, but its name is that of `POST /books/{bookId}/lend`.",
          ],
        ],
      },
    ],
    [
      'is that of the config, whatever the YAML says',
      {
        given: {
          yaml: [],
          settings: { bind: { 'acme.books.books.lend_book': 'PUT /books/{bookId}' } },
        },
        want: [
          'PUT /books/{bookId}',
          'config',
          [
            "The provider's YAML has `lend_book` call `POST /books/{bookId}/lend`, but `bind` of the config says `PUT /books/{bookId}`.",
          ],
        ],
      },
    ],
    [
      'may have variables of other names in the YAML',
      {
        given: { yaml: [[LEND_REF, '#/paths/~1books~1{book_id}~1lend/post']] },
        want: ['POST /books/{bookId}/lend', 'x-stackql', []],
      },
    ],
    [
      'is found in other ways where the spec does not have that of the YAML',
      {
        given: { yaml: [[LEND_REF, '#/paths/~1books~1{bookId}~1borrow/post']] },
        want: ['POST /books/{bookId}/lend', 'operation-id', []],
      },
    ],
  ];

  it.each(operations)('%s', (_name, { given, want }) => {
    const { model, diagnostics } = reconcileLibrary(given);
    const methods = model.services.flatMap(({ resources }) => resources.flatMap((one) => one.methods));
    const lend = methods.find(({ name }) => name === 'lend_book');
    const found = diagnostics.filter(({ code }) => code === 'yaml-operation-differs');
    expect([lend?.operation, lend?.boundBy, found.map(({ message }) => message)]).toEqual(want);
  });
});
