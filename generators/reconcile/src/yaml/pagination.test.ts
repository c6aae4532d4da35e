import type { Pagination } from '@plumbline/model';
import { expect, it } from 'vitest';
import { type Edit, type Library, reconcileLibrary, SETTINGS } from '../testing/library.ts';

const CONFIG = '        requestBodyTranslate: { algorithm: naive }\n';
const OBJECT_KEY: Edit = [
  "openAPIDocKey: '200' }\n        create_book",
  "openAPIDocKey: '200', objectKey: $.items }\n        create_book",
];
const WRAPPED: Edit = [
  "schema: { type: array, items: { $ref: '#/components/schemas/Book' } }",
  "schema: { type: object, properties: { next: { type: string }, items: { type: array, items: { $ref: '#/components/schemas/Book' } } } }",
];
const CURSOR = `        pagination: { requestToken: { key: genre, location: query }, responseToken: { key: $.next, location: body } }\n`;

function config(text: string): Edit {
  return [CONFIG, `${CONFIG}${text}`];
}

const LINK =
  "        pagination: { requestToken: { key: '', location: request }, responseToken: { key: Link, location: header } }\n";

it.each<[string, { given: Library; want: Pagination | null }]>([
  ['nothing', { given: { yaml: [] }, want: null }],
  [
    'the `Link` header',
    { given: { yaml: [config(LINK)] }, want: { kind: 'link', items: null, limitParam: 'limit' } },
  ],
  [
    'a cursor: where it is in the body, and where the rows are',
    {
      given: { spec: [WRAPPED], yaml: [OBJECT_KEY, config(CURSOR)] },
      want: { kind: 'cursor', items: '/items', limitParam: 'limit', cursorParam: 'genre', next: '/next' },
    },
  ],
  [
    'a page number',
    {
      given: {
        spec: [WRAPPED],
        yaml: [
          OBJECT_KEY,
          config(CURSOR.replace('{ requestToken', '{ algorithm: page_number, requestToken')),
        ],
      },
      want: { kind: 'page', items: '/items', limitParam: 'limit', pageParam: 'genre' },
    },
  ],
  [
    'the `Link` header, beside a list in an object: the YAML says where it is',
    {
      given: { spec: [WRAPPED], yaml: [OBJECT_KEY, config(LINK)] },
      want: { kind: 'link', items: '/items', limitParam: 'limit' },
    },
  ],
  [
    'the `Link` header, beside a list in an object that the YAML does not find',
    {
      given: {
        spec: [WRAPPED],
        yaml: [[OBJECT_KEY[0], OBJECT_KEY[1].replace('$.items', '$.books')], config(LINK)],
      },
      want: null,
    },
  ],
  [
    'the parameter of LIMIT',
    {
      given: { yaml: [config(`${LINK}        queryParamPushdown: { top: { paramName: genre } }\n`)] },
      want: { kind: 'link', items: null, limitParam: 'genre' },
    },
  ],
  [
    'a cursor that the response does not have',
    {
      given: { spec: [WRAPPED], yaml: [OBJECT_KEY, config(CURSOR.replace('$.next', '$.after'))] },
      want: null,
    },
  ],
  [
    'a cursor whose parameter the operation does not have',
    { given: { spec: [WRAPPED], yaml: [OBJECT_KEY, config(CURSOR.replace('genre', 'after'))] }, want: null },
  ],
  ['a cursor beside a list that is the whole body', { given: { yaml: [config(CURSOR)] }, want: null }],
  ['a header of its own', { given: { yaml: [config(LINK.replace('Link', 'X-Next'))] }, want: null }],
  [
    'something else by the config, which wins',
    {
      given: {
        yaml: [config(LINK)],
        settings: { client: { ...SETTINGS.client, pagination: { kind: 'none' } } },
      },
      want: null,
    },
  ],
])("a list is paged by what the provider's YAML says: %s", (_name, { given, want }) => {
  const { model } = reconcileLibrary(given);
  const methods = model.services.flatMap(({ resources }) => resources.flatMap((one) => one.methods));
  const pagination = new Map(methods.map((method) => [method.name, method.pagination]));
  expect(pagination.get('list_books')).toEqual(want);
  expect(pagination.get('get_book')).toBeNull();
});
