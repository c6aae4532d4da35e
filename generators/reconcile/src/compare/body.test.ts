import { describe, expect, it } from 'vitest';
import { cells } from '../testing/cells.ts';
import { type Finding, fixture, type Library, reconcileLibrary } from '../testing/library.ts';

const cases: [string, { given: Library; want: readonly Finding[] }][] = [
  [
    'a required field that the row lacks',
    {
      given: { page: [[cells(['bookId', 'reader', 'host']), cells(['bookId', 'host'])]] },
      want: [['body-field-missing-from-page', 'reader', '<a href="#lend_book">']],
    },
  ],
  [
    'a required field that has the name of a parameter, which the row lists once',
    {
      given: {
        spec: [
          ['required: [reader]', 'required: [reader, bookId]'],
          ['reader: { type: string,', 'bookId: { type: string }\n                reader: { type: string,'],
        ],
        page: [['"reader": "{{ reader }}"', '"bookId": "{{ bookId }}",\n"reader": "{{ reader }}"']],
      },
      want: [],
    },
  ],
  [
    'a required field among the optional ones',
    {
      given: { page: [[cells(['bookId', 'reader', 'host']), cells(['bookId', 'host'], ['reader'])]] },
      want: [['body-field-listed-as-optional', 'reader', 'reader']],
    },
  ],
  [
    'an optional field among the required ones',
    {
      given: { spec: [['required: [reader]', 'required: []']] },
      want: [['body-field-listed-as-required', 'reader', 'reader']],
    },
  ],
  [
    'a read-only field among the required ones',
    {
      given: { spec: [['reader: { type: string,', 'reader: { type: string, readOnly: true,']] },
      want: [['read-only-field-required', 'reader', 'reader']],
    },
  ],
  [
    'an optional field that no example shows',
    {
      given: {
        spec: [
          ['reader: { type: string,', 'days: { type: integer }\n                reader: { type: string,'],
        ],
      },
      want: [['optional-body-field-missing-from-page', 'days', 'acme.books.books.lend_book']],
    },
  ],
  [
    'a required field with the prefix of a page that has prefixes',
    {
      given: {
        pages: {
          'volumes.md': fixture('volumes.md').replace(
            '`DELETE` | <CopyableCode code="bookId, host" /> | Removes a book from the library.',
            '`EXEC` | <CopyableCode code="bookId, data__reader, host" /> | Lends a book to a reader.',
          ),
        },
      },
      want: [],
    },
  ],
];

describe('fields of the request body', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(reconcileLibrary(given).findings).toEqual(want);
  });
});
