import { describe, expect, it } from 'vitest';
import { operations } from '../testing/operations.ts';
import { groupOperations } from './group-operations.ts';

const cases: [string, { given: readonly string[]; want: { readonly [operation: string]: string } }][] = [
  [
    'what is done, where there is no operationId',
    {
      given: [
        'GET /books',
        'POST /books',
        'GET /books/{id}',
        'PATCH /books/{id}',
        'PUT /books/{id}',
        'DELETE /books/{id}',
        'POST /books/{id}/lend',
        'POST /books/{id}/_return',
      ],
      want: {
        'GET /books': 'list',
        'POST /books': 'create',
        'GET /books/{id}': 'get',
        'PATCH /books/{id}': 'update',
        'PUT /books/{id}': 'replace',
        'DELETE /books/{id}': 'delete',
        'POST /books/{id}/lend': 'lend',
        'POST /books/{id}/_return': 'return',
      },
    },
  ],
  [
    'what somebody wrote, where FastAPI added path and method',
    {
      given: [
        'GET /books/ read_books_books__get',
        'GET /books/{id} read_book_books__id__get',
        'POST /books/ create_books__post',
      ],
      want: { 'GET /books/': 'read_books', 'GET /books/{id}': 'read_book', 'POST /books/': 'create' },
    },
  ],
  [
    'all of the operationId, where but one ends so',
    {
      given: [
        'GET /books/ read_books_books__get',
        'GET /books/{id} readBook',
        'DELETE /books/{id} removeBook',
      ],
      want: {
        'GET /books/': 'read_books_books_get',
        'GET /books/{id}': 'read_book',
        'DELETE /books/{id}': 'remove_book',
      },
    },
  ],
  [
    'what somebody wrote, where Springfox added the method and NestJS the class, unless methods would be called alike',
    {
      given: [
        'GET /books listBooksUsingGET_1',
        'GET /books/{id} BooksController_read',
        'PUT /books/{id} BooksController_write',
        'POST /books/{id}/pages PagesController_write',
        'POST /books/pages writePagesUsingPOST',
      ],
      want: {
        'GET /books': 'list_books',
        'GET /books/{id}': 'read',
        'PUT /books/{id}': 'write',
        'POST /books/{id}/pages': 'write',
        'POST /books/pages': 'write_pages',
      },
    },
  ],
  [
    'where it is done as well, where that alone tells them apart',
    {
      given: ['GET /readers/{id}/roles', 'GET /groups/{id}/roles', 'GET /clubs/{id}/rooms/roles'],
      want: {
        'GET /readers/{id}/roles': 'list',
        'GET /groups/{id}/roles': 'list',
        'GET /clubs/{id}/rooms/roles': 'list',
      },
    },
  ],
  [
    'all of the path, where one resource has several of them',
    {
      given: [
        'GET /csv/tills/{till}/slips',
        'GET /xls/tills/{till}/slips',
        'DELETE /pens',
        'DELETE /pens/{pen}',
      ],
      want: {
        'GET /csv/tills/{till}/slips': 'list',
        'GET /xls/tills/{till}/slips': 'list',
        'DELETE /pens': 'delete_pens',
        'DELETE /pens/{pen}': 'delete_pens_by_pen',
      },
    },
  ],
  [
    'another than any operationId has',
    {
      given: ['GET /self getSelf', 'GET /self/pay/now', 'GET /self/pay/now/{day}'],
      want: {
        'GET /self': 'get_self',
        'GET /self/pay/now': 'get_self_pay_now',
        'GET /self/pay/now/{day}': 'get_self_pay_now_by_day',
      },
    },
  ],
  [
    'the whole operationId, where its last parts are alike',
    {
      given: ['POST /a/{x}/keys shop.apps.keys.create', 'POST /a/{x}/keys/create shop.teams.keys.create'],
      want: {
        'POST /a/{x}/keys': 'shop_apps_keys_create',
        'POST /a/{x}/keys/create': 'shop_teams_keys_create',
      },
    },
  ],
];

describe('a method is named by', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    const methods = groupOperations(operations(given.map((line) => `${line} #t`))).flatMap(
      (resource) => resource.methods,
    );
    expect(Object.fromEntries(methods.map(({ operation, name }) => [operation.key, name]))).toEqual(want);
  });
});
