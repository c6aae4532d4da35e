import { describe, expect, it } from 'vitest';
import { operations } from '../testing/operations.ts';
import { groupOperations } from './group-operations.ts';

/** Each operation's `service.resource VERB`. */
function placesOf(given: readonly string[]): readonly string[] {
  const places = new Map(
    groupOperations(operations(given)).flatMap(({ service, name, methods }) =>
      methods.map(({ operation, verb }) => [operation.key, `${service}.${name} ${verb}`] as const),
    ),
  );
  return given.map((line) => places.get(line.split(' ').slice(0, 2).join(' ')) ?? '');
}

type Case = [string, { given: readonly string[]; want: readonly string[] }];

const services: Case[] = [
  [
    'a tag',
    {
      given: ['GET /v1/books #Library', 'GET /v1/shelves #Library'],
      want: ['library.books select', 'library.shelves select'],
    },
  ],
  [
    'a tag in snake case',
    {
      given: ['GET /books #BookShelves', 'GET /x #BookShelves'],
      want: ['book_shelves.books select', 'book_shelves.x select'],
    },
  ],
  [
    'the first word of the path, after a version',
    {
      given: ['GET /api/2/books', 'GET /api/2/readers/{id}'],
      want: ['books.books select', 'readers.readers select'],
    },
  ],
  [
    'the first word after what all paths begin with',
    {
      given: ['GET /shop/v2/books', 'GET /shop/v2/readers', 'GET /shop/v2/readers/{id}/loans'],
      want: ['books.books select', 'readers.readers select', 'readers.loans select'],
    },
  ],
  [
    'another, where a tag has but one collection within it',
    {
      given: [
        'GET /books #Books',
        'GET /shelves #Shelves',
        'GET /books/{id}/notes #Notes',
        'POST /books/{id}/notes #Notes',
      ],
      want: ['books.books select', 'shelves.shelves select', 'books.notes select', 'books.notes insert'],
    },
  ],
  [
    'a tag of several collections, wherever they are',
    {
      given: [
        'GET /books #Books',
        'GET /shelves #Shelves',
        'GET /books/{id}/notes #Notes',
        'GET /books/{id}/marks #Notes',
      ],
      want: ['books.books select', 'shelves.shelves select', 'notes.notes select', 'notes.marks select'],
    },
  ],
];

describe('a service is', () => {
  it.each(services)('%s', (_name, { given, want }) => {
    expect(placesOf(given)).toEqual(want);
  });
});

const resources: Case[] = [
  [
    'named by as many words as tell it from others',
    {
      given: ['GET /a/b/c #t', 'GET /d/b/c #t', 'GET /e/c #t', 'GET /c #t'],
      want: ['t.a_b_c select', 't.d_b_c select', 't.e_c select', 't.c select'],
    },
  ],
  [
    'what a method of calls by dots is of',
    {
      given: [
        'GET /books.list #t',
        'POST /books.create #t',
        'POST /books.notes.setColors #t',
        'GET /books.getMarks #t',
        'GET /books.history #t',
        'GET /books.info #t',
        'GET /books.close #t',
      ],
      want: [
        't.books select',
        't.books insert',
        't.notes exec',
        't.marks select',
        't.history select',
        't.books exec',
        't.books exec',
      ],
    },
  ],
  [
    'what a custom method is of',
    {
      given: ['POST /books:import #t', 'POST /books/{id}:lend #t', 'GET /books/{id} #t'],
      want: ['t.books exec', 't.books exec', 't.books select'],
    },
  ],
  [
    'what the operationId says, where the path is but a key',
    {
      given: ['GET /v2/{name} #t run.projects.jobs.get', 'GET /v2/{parent}/jobs #t'],
      want: ['t.jobs select', 't.jobs select'],
    },
  ],
  [
    'told without keys in brackets and formats',
    {
      given: [
        "GET /Books('{id}') #t",
        'GET /notes.json #t',
        'GET /notes/{id}.json #t',
        'GET /shelves{format} #t',
      ],
      want: ['t.books select', 't.notes select', 't.notes select', 't.shelves select'],
    },
  ],
  [
    'what the only word of a path calls',
    {
      given: [
        'POST /CreateBook',
        'POST /listBooks',
        'GET /get_book',
        'DELETE /deleteBook',
        'POST /#X-Amz-Target=Library_2024.BatchLendBook',
        'POST /#Action=LendShelf',
        'GET /checkout_books',
      ],
      want: [
        'books.books insert',
        'books.books exec',
        'books.books select',
        'books.books delete',
        'books.books exec',
        'shelf.shelf exec',
        'checkout_books.checkout_books select',
      ],
    },
  ],
  [
    'in one scope of Azure or in another',
    {
      given: [
        'GET /subscriptions/{s}/providers/Acme.Books/shelves #t',
        'GET /subscriptions/{s}/resourceGroups/{g}/providers/Acme.Books/shelves #t',
        'GET /subscriptions/{s}/resourceGroups/{g}/providers/Acme.Books/shelves/{id}/books #t',
      ],
      want: ['t.shelves select', 't.shelves select', 't.books select'],
    },
  ],
  [
    'named without versions, and without what all paths of a service begin with',
    {
      given: [
        'GET /apis/lib.example.io/v1beta1/books #t',
        'GET /apis/lib.example.io/v1beta1/watch/books #t',
        'GET /v2alpha/readers #u',
        'GET /v1p1beta1/loans #u',
      ],
      want: ['t.books select', 't.watch_books select', 'u.readers select', 'u.loans select'],
    },
  ],
  [
    'told without the words of deeds',
    {
      given: [
        'GET /books/get/{id} #t',
        'POST /books/create #t',
        'GET /books/getShelves #t',
        'POST /books/{id}/delete #t',
      ],
      want: ['t.books select', 't.books insert', 't.shelves select', 't.books delete'],
    },
  ],
];

describe('a resource is', () => {
  it.each(resources)('%s', (_name, { given, want }) => {
    expect(placesOf(given)).toEqual(want);
  });
});

const verbs: Case[] = [
  [
    'a deed below an item',
    {
      given: ['POST /books/{id}/process #t', 'GET /books/{id} #t'],
      want: ['t.books exec', 't.books select'],
    },
  ],
  [
    'a deed below a collection',
    { given: ['POST /books/import #t', 'GET /books #t'], want: ['t.books exec', 't.books select'] },
  ],
  ['a deed among actions', { given: ['POST /books/{id}/actions/print_pages #t'], want: ['t.actions exec'] }],
  [
    'of a thing that is read too, as for any',
    {
      given: ['POST /books/{id}/cover #t', 'GET /books/{id}/cover #t'],
      want: ['t.cover insert', 't.cover select'],
    },
  ],
  ['a search, as its operationId says', { given: ['POST /books #t searchBooks'], want: ['t.books exec'] }],
  [
    'a search, as its path says',
    { given: ['POST /books/search #t', 'POST /books #t'], want: ['t.books exec', 't.books insert'] },
  ],
  ['a removal, as its operationId says', { given: ['POST /books #t removeBooks'], want: ['t.books exec'] }],
  [
    'told by the word behind the tag',
    { given: ['POST /books/{id} #books BooksController_lend'], want: ['books.books exec'] },
  ],
  [
    'told by the word behind that of the path',
    { given: ['POST /books/{id} #t bookCreateNote'], want: ['t.books insert'] },
  ],
  [
    'no look, as the operationId of a GET says',
    {
      given: [
        'GET /locks/{id} #t removeLock',
        'GET /remove/lock/{name} #t remove_lock',
        'GET /update-history #t updateHistory',
      ],
      want: ['t.locks exec', 't.lock exec', 't.update_history select'],
    },
  ],
  [
    'a look without rows',
    { given: ['HEAD /books/{id} #t', 'GET /books/{id} #t'], want: ['t.books exec', 't.books select'] },
  ],
  [
    'kept by the best of those that SQL could not tell apart',
    {
      given: ['POST /books/{id} #t', 'PATCH /books/{id} #t', 'DELETE /books/{id} #t'],
      want: ['t.books exec', 't.books update', 't.books delete'],
    },
  ],
];

describe('a verb is', () => {
  it.each(verbs)('%s', (_name, { given, want }) => {
    expect(placesOf(given)).toEqual(want);
  });
});
