import { describe, expect, it } from 'vitest';
import { type Edit, type Finding, type Library, reconcileLibrary } from '../testing/library.ts';

const LIST = "response: { mediaType: application/json, openAPIDocKey: '200' }\n        create_book";
const LIST_END = '\n        create_book';
const CONFIG = '        requestBodyTranslate: { algorithm: naive }\n';

/** What the YAML says of the response of `list_books`. */
function response(text: string): Edit {
  return [LIST, `response: { ${text} }${LIST_END}`];
}

/** The list of books in an object. */
const WRAPPED: Edit = [
  "schema: { type: array, items: { $ref: '#/components/schemas/Book' } }",
  "schema: { type: object, properties: { next: { type: string }, items: { type: array, items: { $ref: '#/components/schemas/Book' } } } }",
];

const cases: [string, { given: Library; want: readonly Finding[] }][] = [
  [
    'an operation that the spec does not have',
    {
      given: {
        yaml: [
          [
            '        lend_book:',
            "        renew_book:\n          operation: { $ref: '#/paths/~1books~1{bookId}~1renew/post' }\n        lend_book:",
          ],
        ],
      },
      want: [
        ['method-missing-from-pages', 'renew_book', 'renew_book:'],
        ['yaml-operation-missing-from-spec', 'renew_book', "$ref: '#/paths/~1books~1{bookId}~1renew/post' }"],
      ],
    },
  ],
  [
    'a response that the operation does not declare',
    {
      given: { yaml: [response("openAPIDocKey: '206'")] },
      want: [['yaml-response-missing-from-spec', 'list_books', "openAPIDocKey: '206' }"]],
    },
  ],
  [
    'a response that is among a range, or the default',
    {
      given: {
        spec: [
          ["        '201':\n", '        2XX:\n'],
          ['  /books/{bookId}/lend:\n    post:', '  /books/{bookId}/lend:\n    post:'],
        ],
        yaml: [],
      },
      want: [],
    },
  ],
  [
    'no response, where there is one with rows',
    {
      given: { yaml: [response("openAPIDocKey: ''")] },
      want: [['yaml-response-missing-from-spec', 'list_books', "openAPIDocKey: '' }"]],
    },
  ],
  [
    'no response, where there is none with rows',
    {
      given: {
        spec: [["        '201':\n", "        '301':\n"]],
        yaml: [["mediaType: application/json, openAPIDocKey: '201'", "mediaType: '', openAPIDocKey: ''"]],
      },
      want: [],
    },
  ],
  [
    'a media type that the response does not have',
    {
      given: { yaml: [response("mediaType: text/csv, openAPIDocKey: '200'")] },
      want: [['yaml-media-type-differs', 'list_books', "mediaType: text/csv, openAPIDocKey: '200' }"]],
    },
  ],
  [
    'no media type, where the response has content',
    {
      given: { yaml: [response("mediaType: '', openAPIDocKey: '200'")] },
      want: [['yaml-media-type-differs', 'list_books', "mediaType: '', openAPIDocKey: '200' }"]],
    },
  ],
  [
    'a media type with parameters',
    {
      given: { yaml: [response("mediaType: application/json; charset=utf-8, openAPIDocKey: '200'")] },
      want: [],
    },
  ],
  [
    'a media type of a response without content',
    {
      given: {
        yaml: [
          [
            "replace_book:\n          operation: { $ref: '#/paths/~1books~1{bookId}/put' }\n          response: { mediaType: ''",
            "replace_book:\n          operation: { $ref: '#/paths/~1books~1{bookId}/put' }\n          response: { mediaType: application/json",
          ],
        ],
      },
      want: [],
    },
  ],
  [
    'the path to the rows',
    {
      given: {
        spec: [WRAPPED],
        yaml: [response("mediaType: application/json, openAPIDocKey: '200', objectKey: '$.items[*]'")],
      },
      want: [],
    },
  ],
  [
    'a path that leads nowhere',
    {
      given: {
        spec: [WRAPPED],
        yaml: [response("mediaType: application/json, openAPIDocKey: '200', objectKey: $.books")],
      },
      want: [['yaml-object-key-missing-from-spec', 'books', 'objectKey: $.books }']],
    },
  ],
  [
    'a path into a response that is transformed first, and one that is too complex to follow',
    {
      given: {
        spec: [WRAPPED],
        yaml: [
          response(
            "mediaType: application/json, openAPIDocKey: '200', objectKey: $.books, transform: { body: x }",
          ),
          [
            "create_book:\n          operation: { $ref: '#/paths/~1books/post' }\n          response: {",
            "create_book:\n          operation: { $ref: '#/paths/~1books/post' }\n          response: { objectKey: '$..book[?(@.x)]',",
          ],
        ],
      },
      want: [],
    },
  ],
  [
    'parameters that no operation has, each told once',
    {
      given: {
        yaml: [
          [
            CONFIG,
            `${CONFIG}        queryParamPushdown: { top: { paramName: maxResults } }
        pagination: { requestToken: { key: cursor, location: query }, responseToken: { key: next, location: body } }\n`,
          ],
        ],
      },
      want: [
        ['yaml-param-missing-from-spec', 'maxResults', 'paramName: maxResults } }'],
        [
          'yaml-param-missing-from-spec',
          'cursor',
          'pagination: { requestToken: { key: cursor, location: query }, responseToken: { key: next, location: body } }',
        ],
      ],
    },
  ],
  [
    'a parameter of a service that no operation of any service has',
    {
      given: {
        yaml: [
          [
            'components:\n',
            'x-stackQL-config: { queryParamPushdown: { top: { dialect: odata } } }\ncomponents:\n',
          ],
        ],
      },
      want: [['yaml-param-missing-from-spec', '$top', 'dialect: odata } } }']],
    },
  ],
  [
    'a parameter that one of the operations has',
    {
      given: {
        yaml: [[CONFIG, `${CONFIG}        queryParamPushdown: { top: { paramName: limit } }\n`]],
      },
      want: [],
    },
  ],
];

describe('the spec beside the YAML of the provider', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });

  it('is compared without pages, too', () => {
    const yaml = [response("openAPIDocKey: '206'")];
    const { findings } = reconcileLibrary({ yaml, pages: { 'books.md': null } });
    expect(findings.map(([code]) => code)).toEqual(['pages-missing', 'yaml-response-missing-from-spec']);
  });
});
