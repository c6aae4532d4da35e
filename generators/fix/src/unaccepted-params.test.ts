import { readProviderYaml } from '@plumbline/read-provider-yaml';
import { describe, expect, it } from 'vitest';
import { agreeing, bookPage } from './testing/book-page.ts';
import { librarySpec, PAGE, readerOf } from './testing/library.ts';
import { unacceptedParams } from './unaccepted-params.ts';

const YAML = `
paths:
  /books/{bookId}:
    parameters: [{ name: bookId, in: path }]
    get: { operationId: getBook }
    delete: { operationId: deleteBook, parameters: [{ name: bookId, in: path }] }
components:
  x-stackQL-resources:
    books:
      id: acme.books.books
      methods:
        get_book: { operation: { $ref: '#/paths/~1books~1{bookId}/get' } }
        delete_book: { operation: { $ref: '#/paths/~1books~1{bookId}/delete' } }
        lend_book: { operation: { $ref: '#/paths/~1books~1{bookId}~1lend/post' } }
`;

describe('unacceptedParams', () => {
  const yaml = readProviderYaml([{ path: 'books.yaml', text: YAML }], { provider: 'acme' });
  if ('unreadable' in yaml) throw new Error(yaml.unreadable[0]?.message);
  const read = readerOf(librarySpec());
  const page = agreeing('N1');
  const lacking = Object.fromEntries(
    Object.entries(page.methods).map(([name, method]) => [name, { ...method, required: ['host'] }]),
  );
  const before = read([{ path: PAGE, text: bookPage('N1', { ...page, methods: lacking }) }]);
  const after = read([{ path: PAGE, text: bookPage('N1', page) }]);

  it('tells of what a page lists now, and the operation of the YAML does not', () => {
    const found = unacceptedParams(yaml, { before: before.pages, after: after.pages, model: after.model });
    expect(found.map(({ code, subject, message }) => [code, subject.method, message])).toEqual([
      [
        'yaml-lacks-parameter',
        'get_book',
        "`get_book` now lists `bookId`, which `GET /books/{bookId}` of the provider's YAML does not accept yet.",
      ],
    ]);
  });

  it('says nothing of what was listed before', () => {
    const pages = { before: after.pages, after: after.pages, model: after.model };
    expect(unacceptedParams(yaml, pages)).toEqual([]);
  });
});
