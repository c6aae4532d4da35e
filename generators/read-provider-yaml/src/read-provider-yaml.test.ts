import type { YamlMethod, YamlResource } from '@plumbline/model';
import { describe, expect, it, test } from 'vitest';
import { type Files, findings, oneMethod, readFiles, service } from './testing/provider.ts';

const GET = "operation: { $ref: '#/paths/~1books/get' }";

function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined || items.length !== 1) throw new Error(`There are ${items.length}.`);
  return item;
}

function methodIn(files: Files): YamlMethod {
  expect(findings(files)).toEqual([]);
  return only(only(readFiles(files).resources).methods);
}

describe('resources', () => {
  const cases: [string, { given: Files; want: Partial<YamlResource> }][] = [
    [
      'an id, a name, a description',
      {
        given: {
          's/x.yaml': service('b: { id: acme.library.books, name: books, title: Books, description: D. }'),
        },
        want: { id: 'acme.library.books', service: 'library', name: 'books', description: 'D.' },
      },
    ],
    [
      'no id: it is made of the provider, the file and the key',
      {
        given: { 's/library.yaml': service('books: { title: Books }') },
        want: { id: 'acme.library.books', service: 'library', name: 'books' },
      },
    ],
    [
      "no id: the provider document tells the file's service",
      {
        given: {
          'library-v1.yaml': service('books: {}'),
          'provider.yaml':
            'providerServices: { library: { name: library, service: { $ref: acme/v1/services/library-v1.yaml } } }',
        },
        want: { id: 'acme.library.books' },
      },
    ],
    [
      'dots in the name',
      {
        given: { 'x.yaml': service('b: { id: acme.library.books.old }') },
        want: { name: 'books.old' },
      },
    ],
    [
      'a view',
      {
        given: {
          'x.yaml': service(
            'vw_books: { id: acme.library.vw_books, config: { views: { select: { ddl: SELECT 1 } } } }',
          ),
        },
        want: { isView: true, methods: [] },
      },
    ],
    [
      'resources at the root of the document',
      { given: { 'x.yaml': 'x-stackQL-resources: { books: {} }' }, want: { id: 'acme.x.books' } },
    ],
    [
      'resources in a file of their own, in JSON',
      {
        given: { 'x.json': '{ "components": { "x-stackQL-resources": { "books": {} } } }' },
        want: { id: 'acme.x.books' },
      },
    ],
    [
      'names that every object has',
      {
        given: { 'x.yaml': service('__proto__: {}\n') },
        want: { id: 'acme.x.__proto__', methods: [] },
      },
    ],
  ];
  test.each(cases)('%s', (_name, { given, want }) => {
    expect(findings(given)).toEqual([]);
    expect(only(readFiles(given).resources)).toMatchObject(want);
  });

  it('are in the order of the files, whatever that of the inputs', () => {
    const files = { 'b.yaml': service('books: {}'), 'a.yaml': service('authors: {}') };
    expect(readFiles(files).resources.map(({ id }) => id)).toEqual(['acme.a.authors', 'acme.b.books']);
  });
});

describe('methods', () => {
  const at = (pointer: string) => ({ file: 'x.yaml', pointer });
  const METHOD = '/components/x-stackQL-resources/books/methods/get_book';

  const cases: [string, { given: string; want: Partial<YamlMethod> }][] = [
    [
      'an operation, and nothing else',
      {
        given: oneMethod(`{ ${GET} }`),
        want: {
          operation: { method: 'GET', path: '/books', origin: at(`${METHOD}/operation/$ref`) },
          verbs: [],
          response: { status: null, mediaType: null, objectKey: null, isReshaped: false },
          bodyNames: 'prefixed',
          pagination: null,
          limit: null,
          origin: at(METHOD),
        },
      },
    ],
    [
      'a response',
      {
        given: oneMethod(
          `{ ${GET}, response: { openAPIDocKey: 200, mediaType: application/json, objectKey: $.items } }`,
        ),
        want: {
          response: {
            status: { value: '200', origin: at(`${METHOD}/response/openAPIDocKey`) },
            mediaType: { value: 'application/json', origin: at(`${METHOD}/response/mediaType`) },
            objectKey: { value: '$.items', origin: at(`${METHOD}/response/objectKey`) },
            isReshaped: false,
          },
        },
      },
    ],
    [
      'an objectKey of a transformed response',
      {
        given: oneMethod(`{ ${GET}, response: { objectKey: $.rows, transform: { body: x } } }`),
        want: {
          response: {
            status: null,
            mediaType: null,
            objectKey: { value: '$.rows', origin: at(`${METHOD}/response/objectKey`) },
            isReshaped: true,
          },
        },
      },
    ],
    [
      'fields of the body by their own names',
      {
        given: oneMethod(`{ ${GET}, config: { requestBodyTranslate: { algorithm: naive } } }`),
        want: { bodyNames: 'plain' },
      },
    ],
    [
      'fields of the body by another algorithm, inherited from the resource',
      {
        given: oneMethod(`{ ${GET} }`, { config: '{ requestBodyTranslate: { algorithm: naive_spec } }' }),
        want: { bodyNames: null },
      },
    ],
    [
      'pagination of the service',
      {
        given: oneMethod(`{ ${GET} }`, {
          rest: "x-stackQL-config:\n  pagination:\n    requestToken: { key: '', location: request }\n    responseToken: { key: Link, location: header }\n",
        }),
        want: {
          pagination: {
            algorithm: null,
            request: { key: '', location: 'request' },
            response: { key: 'Link', location: 'header' },
            origin: at('/x-stackQL-config/pagination'),
          },
        },
      },
    ],
    [
      'pagination of the method before that of the resource',
      {
        given: oneMethod(
          `{ ${GET}, config: { pagination: { algorithm: page_number, requestToken: { key: page, location: query }, responseToken: { key: $.page, location: body } } } }`,
          { config: '{ pagination: { responseToken: { key: Link, location: header } } }' },
        ),
        want: {
          pagination: {
            algorithm: 'page_number',
            request: { key: 'page', location: 'query' },
            response: { key: '$.page', location: 'body' },
            origin: at(`${METHOD}/config/pagination`),
          },
        },
      },
    ],
    [
      'the parameter of LIMIT',
      {
        given: oneMethod(
          `{ ${GET}, config: { queryParamPushdown: { top: { paramName: limit, maxValue: 9 } } } }`,
        ),
        want: { limit: { value: 'limit', origin: at(`${METHOD}/config/queryParamPushdown/top/paramName`) } },
      },
    ],
    [
      'the parameter of LIMIT by OData',
      {
        given: oneMethod(`{ ${GET} }`, { config: '{ queryParamPushdown: { top: { dialect: odata } } }' }),
        want: {
          limit: {
            value: '$top',
            origin: at('/components/x-stackQL-resources/books/config/queryParamPushdown/top/dialect'),
          },
        },
      },
    ],
  ];
  test.each(cases)('%s', (_name, { given, want }) => {
    expect(methodIn({ 'x.yaml': given })).toMatchObject(want);
  });

  it('inherit from the provider document', () => {
    const { pagination } = methodIn({
      'services/x.yaml': oneMethod(`{ ${GET} }`),
      'provider.yaml':
        'providerServices: { x: { service: { $ref: acme/v1/services/x.yaml } } }\nconfig: { pagination: { responseToken: { key: next, location: body } } }\n',
    });
    expect(pagination?.origin).toEqual({ file: 'provider.yaml', pointer: '/config/pagination' });
  });

  it('have the verbs whose lists name them', () => {
    const given = service(`
books:
  methods:
    get_book: { ${GET} }
    lend_book: { ${GET} }
  sqlVerbs:
    select:
      - $ref: '#/components/x-stackQL-resources/books/methods/get_book'
    replace: []
    exec:
      - $ref: '#/components/x-stackQL-resources/books/methods/get_book'`);
    const [resource] = readFiles({ 'x.yaml': given }).resources;
    expect(resource?.methods.map(({ name, verbs }) => [name, verbs.map(({ value }) => value)])).toEqual([
      ['get_book', ['select', 'exec']],
      ['lend_book', []],
    ]);
  });
});

describe('servers', () => {
  it('are told once, without patterns and trailing slashes', () => {
    const servers = (url: string) =>
      `servers:\n  - url: ${url}\n    variables: { site: { default: a.example, description: D., x-stackQL-envVar: SITE } }\n`;
    const { servers: found } = readFiles({
      'a.yaml': service('books: {}', servers("'https://api.{site:.+}/'")),
      'b.yaml': service('loans: {}', servers('https://api.{site}')),
    });
    expect(found).toEqual([
      {
        url: 'https://api.{site}',
        variables: [
          {
            name: 'site',
            default: 'a.example',
            description: 'D.',
            env: 'SITE',
            origin: { file: 'a.yaml', pointer: '/servers/0/variables/site' },
          },
        ],
        origin: { file: 'a.yaml', pointer: '/servers/0/url' },
      },
    ]);
  });
});
