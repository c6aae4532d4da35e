import { describe, expect, it } from 'vitest';
import { type Edit, reconcileLibrary } from '../testing/library.ts';

function resourcesWith(yaml: readonly Edit[]) {
  const { model, findings } = reconcileLibrary({ yaml, pages: { 'books.md': null } });
  const resources = model.services.flatMap((service) =>
    service.resources.map(({ id, summary, methods }) => ({
      id,
      summary,
      methods: methods.map(({ name, sqlVerb, operation, boundBy }) =>
        [name, sqlVerb, operation, boundBy].join(' '),
      ),
    })),
  );
  return { resources, codes: findings.map(([code]) => code) };
}

describe("without pages, but with the provider's YAML", () => {
  it('there are its resources, methods and verbs', () => {
    const { resources, codes } = resourcesWith([
      ['id: acme.books.books', 'id: acme.library.tomes\n      description: Thick books.'],
      ['        lend_book:', '        borrow:'],
    ]);
    expect(resources).toEqual([
      {
        id: 'acme.library.tomes',
        summary: 'Thick books.',
        methods: [
          'list_books select GET /books x-stackql',
          'create_book insert POST /books x-stackql',
          'get_book select GET /books/{bookId} x-stackql',
          'replace_book replace PUT /books/{bookId} x-stackql',
          'delete_book delete DELETE /books/{bookId} x-stackql',
          'borrow exec POST /books/{bookId}/lend x-stackql',
        ],
      },
    ]);
    expect(codes).toEqual(['pages-missing']);
  });

  it('what it does not name is inferred from the spec, beside its own of the same resource', () => {
    const { resources } = resourcesWith([
      ['        lend_book:', '        renew_book:'],
      ["'#/paths/~1books~1{bookId}~1lend/post'", "'#/paths/~1books~1{bookId}~1renew/post'"],
      ['        delete_book:', '        lend_book:'],
      ["methods/delete_book'", "methods/lend_book'"],
    ]);
    expect(resources.map(({ id, methods }) => [id, methods.slice(-2)])).toEqual([
      [
        'acme.books.books',
        [
          'lend_book delete DELETE /books/{bookId} x-stackql',
          'lend_book2 exec POST /books/{bookId}/lend operation-id',
        ],
      ],
    ]);
  });
});
