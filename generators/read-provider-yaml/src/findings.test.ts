import { catalogueGroups } from '@plumbline/model';
import { describe, expect, it, test } from 'vitest';
import { type Files, findings, oneMethod, service } from './testing/provider.ts';

const GET = "{ operation: { $ref: '#/paths/~1books/get' } }";

const cases: [code: string, { given: Files; want: readonly string[] }][] = [
  [
    'provider-yaml-unreadable',
    {
      given: { 'a.yaml': 'components:\n\tx: 1\n', 'b.yaml': '', 'c.yaml': 'a: [' },
      want: [
        "a.yaml:2:1 error provider-yaml-unreadable: `a.yaml` cannot be read as a provider's YAML: tab characters must not be used in indentation.",
        "b.yaml:1:1 error provider-yaml-unreadable: `b.yaml` cannot be read as a provider's YAML: it holds nothing.",
        "c.yaml:1:5 error provider-yaml-unreadable: `c.yaml` cannot be read as a provider's YAML: unexpected end of the stream within a flow collection.",
      ],
    },
  ],
  [
    'provider-yaml-unreadable',
    {
      given: {
        'a.yaml': `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h']
          .map((name, i) => `${name}: &${name} [${`*${'abcdefg'[i]}, `.repeat(9)}x]`)
          .join('\n')}\n`,
      },
      want: [
        "a.yaml:2:8 error provider-yaml-unreadable: `a.yaml` cannot be read as a provider's YAML: its aliases expand to more than 5 million values.",
      ],
    },
  ],
  [
    'provider-yaml-unrelated',
    {
      given: { 'openapi.yaml': 'openapi: 3.1.0\npaths: {}\n', 'list.yaml': '[a]' },
      want: [
        'list.yaml:1:1 warning provider-yaml-unrelated: `list.yaml` has neither `providerServices` nor `components.x-stackQL-resources`.',
        'openapi.yaml:1:1 warning provider-yaml-unrelated: `openapi.yaml` has neither `providerServices` nor `components.x-stackQL-resources`.',
      ],
    },
  ],
  [
    'provider-yaml-duplicate-key',
    {
      given: { 'a.yaml': service(`books:\n  name: books\n  name: volumes`) },
      want: [
        'a.yaml:7:7 error provider-yaml-duplicate-key: The key `name` is given twice in one mapping; the later value is taken.',
      ],
    },
  ],
  [
    'provider-yaml-malformed',
    {
      given: {
        'a.yaml': service(`
books: [get_book]
loans:
  id: [acme]
  methods:
    get_loan: ${GET}
    list_loans: list
  sqlVerbs:
    select: { $ref: x }
    insert: [x]
authors: { config: naive, methods: { get_author: { operation: x } } }`),
      },
      want: [
        'a.yaml:5:5 error provider-yaml-malformed: `books` must be a mapping, and is a sequence.',
        'a.yaml:7:7 error provider-yaml-malformed: `id` must be a string, and is a sequence.',
        'a.yaml:10:9 error provider-yaml-malformed: `list_loans` must be a mapping, and is a string.',
        'a.yaml:12:9 error provider-yaml-malformed: `select` must be a sequence, and is a mapping.',
        'a.yaml:13:18 error provider-yaml-malformed: `insert` must be a mapping, and is a string.',
        'a.yaml:14:16 error provider-yaml-malformed: `config` must be a mapping, and is a string.',
        'a.yaml:14:42 error provider-yaml-operation-unreadable: `get_author` has no `operation.$ref`.',
        'a.yaml:14:56 error provider-yaml-malformed: `operation` must be a mapping, and is a string.',
      ],
    },
  ],
  [
    'provider-yaml-resource-twice',
    {
      given: {
        'a.yaml': service('books: { id: acme.books.books }'),
        'b.yaml': service('volumes: { id: acme.books.books }'),
      },
      want: [
        'b.yaml:5:16 error provider-yaml-resource-twice: The resource `acme.books.books` is there already; this one is left out.',
      ],
    },
  ],
  [
    'provider-yaml-operation-unreadable',
    {
      given: {
        'a.yaml': service(`
books:
  methods:
    get_book: {}
    list_books: { operation: { $ref: '#/paths/books/get' } }`),
      },
      want: [
        'a.yaml:7:9 error provider-yaml-operation-unreadable: `get_book` has no `operation.$ref`.',
        'a.yaml:8:36 error provider-yaml-operation-unreadable: The `operation.$ref` of `list_books`, `#/paths/books/get`, names no operation.',
      ],
    },
  ],
  [
    'provider-yaml-verb-unknown',
    {
      given: {
        'a.yaml': service(`
books:
  methods: { get_book: ${GET} }
  sqlVerbs:
    get:
      - $ref: '#/components/x-stackQL-resources/books/methods/get_book'`),
      },
      want: ['a.yaml:8:9 warning provider-yaml-verb-unknown: `get` is no SQL verb.'],
    },
  ],
  [
    'provider-yaml-verb-unresolved',
    {
      given: {
        'a.yaml': service(`
books:
  methods: { get_book: ${GET} }
  sqlVerbs:
    select:
      - $ref: '#/components/x-stackQL-resources/books/methods/get_bok'
      - $ref: '#/components/x-stackQL-resources/loans/methods/get_book'
      - {}`),
      },
      want: [
        'a.yaml:9:13 error provider-yaml-verb-unresolved: `#/components/x-stackQL-resources/books/methods/get_bok`, in the list of `select`, is no method of this resource.',
        'a.yaml:10:13 error provider-yaml-verb-unresolved: `#/components/x-stackQL-resources/loans/methods/get_book`, in the list of `select`, is no method of this resource.',
        'a.yaml:11:13 error provider-yaml-verb-unresolved: An entry in the list of `select` has no `$ref`.',
      ],
    },
  ],
  [
    'provider-yaml-service-unread',
    {
      given: {
        'provider.yaml':
          'providerServices:\n  books: { service: { $ref: acme/v1/services/books.yaml } }\n  loans: { service: { $ref: acme/v1/services/loans.yaml } }\n',
        'services/books.yaml': oneMethod(GET),
      },
      want: [
        'provider.yaml:3:23 warning provider-yaml-service-unread: The service `loans` is in `acme/v1/services/loans.yaml`, which is not among the files given.',
      ],
    },
  ],
];

describe('each finding at its place, and the rest goes on', () => {
  test.each(cases)('%s', (code, { given, want }) => {
    expect(want.some((line) => line.includes(` ${code}: `))).toBe(true);
    expect(findings(given)).toEqual(want);
  });

  it('has a case for each code', () => {
    const group = catalogueGroups.find(({ codes }) => codes.includes('provider-yaml-unreadable'));
    expect([...new Set(cases.map(([code]) => code))].toSorted()).toEqual(group?.codes.toSorted());
  });
});
