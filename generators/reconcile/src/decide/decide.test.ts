import type { Method, ProviderModel } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { fixture, type Library, reconcileLibrary, SETTINGS } from '../testing/library.ts';

function methodOf(model: ProviderModel, id: string): Method {
  const methods = model.services.flatMap(({ resources }) =>
    resources.flatMap((resource) =>
      resource.methods.map((method) => ({ id: `${resource.id}.${method.name}`, method })),
    ),
  );
  const found = methods.find((one) => one.id === id)?.method;
  if (found === undefined) throw new Error(`no ${id} among ${methods.map((one) => one.id).join(', ')}`);
  return found;
}

const decide = (library: Library): ProviderModel => reconcileLibrary(library).model;

describe('the model', () => {
  it('has services and resources in order, and the methods in the order of the page', () => {
    const { services } = decide({
      pages: { 'a.md': fixture('volumes.md').replaceAll('acme.books.volumes', 'acme.archive.tomes') },
    });
    expect(
      services.map(({ name, resources }) => [
        name,
        resources.map(({ id, methods }) => [id, methods.map((method) => method.name)]),
      ]),
    ).toEqual([
      ['archive', [['acme.archive.tomes', ['get', 'list', 'delete']]]],
      [
        'books',
        [
          [
            'acme.books.books',
            ['get_book', 'list_books', 'create_book', 'replace_book', 'delete_book', 'lend_book'],
          ],
        ],
      ],
    ]);
  });

  it.each([
    ['what its page says', { given: 'Novels to lend, and poems.', want: 'Novels to lend, and poems.' }],
    [
      'what its tag says, where the page has what is said of all',
      { given: 'books service documentation.', want: 'Everything about books.' },
    ],
  ])('tells of a service %s', (_name, { given, want }) => {
    const index = `---\ntitle: books\nslug: /acme/books\n---\n\n${given}\n\n:::info[Service Summary]\n\ntotal resources: __1__\n\n:::\n\n## Resources\n\n<a href="/services/books/books/">books</a>\n`;
    const { services } = decide({
      pages: { 'books/index.md': index },
    });
    expect(services.map(({ description }) => description)).toEqual([want]);
  });

  it('has every operation of the spec, bound or not', () => {
    expect(Object.keys(decide({ pages: { 'books.md': fixture('volumes.md') } }).operations)).toEqual([
      'DELETE /books/{bookId}',
      'GET /books',
      'GET /books/{bookId}',
      'POST /books',
      'POST /books/{bookId}/lend',
      'PUT /books/{bookId}',
    ]);
  });

  it('carries the settings of the client and the mapped server variables', () => {
    const model = decide({
      settings: { serverVariables: { host: { url: 'https://{host}', default: 'a.example', env: 'HOST' } } },
    });
    expect(model.settings).toEqual(SETTINGS.client);
    expect(model.serverVariables).toEqual([
      { name: 'host', url: 'https://{host}', default: 'a.example', env: 'HOST', description: '' },
    ]);
  });
});

describe('a parameter', () => {
  it('is what the spec says, in the order: required, then the page, then the spec', () => {
    const { params } = methodOf(decide({}), 'acme.books.books.delete_book');
    expect(
      params.map(({ name, key, in: place, required, type }) => [name, key, place, required, type]),
    ).toEqual([
      ['bookId', 'bookId', 'path', true, 'string'],
      ['host', 'host', 'server', true, 'string'],
      ['force', 'force', 'query', false, 'boolean'],
    ]);
  });

  it('has the limits of the spec, though the page says otherwise', () => {
    const page = [['default: 20, minimum: 1, maximum: 200', 'default: 5, maximum: 9']] as const;
    const limit = methodOf(decide({ page }), 'acme.books.books.list_books').params.find(
      ({ name }) => name === 'limit',
    );
    expect(limit).toMatchObject({
      default: 20,
      minimum: 1,
      maximum: 200,
      format: 'int32',
      description: 'At most so many books.',
    });
  });

  it('keeps the name of the page beside that on the wire', () => {
    const library: Library = {
      spec: [['- name: force', '- name: evenIfLent']],
      page: [['<td>Also if it is lent.</td>', '<td>Also if it is lent. (wire: evenIfLent)</td>']],
    };
    const { params } = methodOf(decide(library), 'acme.books.books.delete_book');
    expect(params.at(-1)).toMatchObject({ name: 'force', wireName: 'evenIfLent', key: 'evenIfLent' });
  });

  it('of an unbound method is what the page says, at no known place', () => {
    const library: Library = {
      spec: [
        ['/books/{bookId}/lend:', '/x:'],
        ['lendBook', 'y'],
        ['Lends a book to a reader.', 'Z.'],
      ],
    };
    const method = methodOf(decide(library), 'acme.books.books.lend_book');
    expect(method).toMatchObject({
      operation: null,
      boundBy: 'none',
      body: null,
      description: 'Lends a book to a reader.',
    });
    expect(method.params.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ['bookId', null, true],
      ['reader', null, true],
      ['host', 'server', true],
    ]);
  });

  it('whose name another one has gets a key of its own, and a finding', () => {
    const library: Library = {
      spec: [['- name: force\n          in: query', '- name: bookId\n          in: query']],
      page: [
        ['<code>force</code>', '<code>bookId</code>'],
        ["\nAND force = '{{ force }}'", ''],
      ],
    };
    const { model, findings } = reconcileLibrary(library);
    const { params } = methodOf(model, 'acme.books.books.delete_book');
    expect(params.map(({ key, in: place }) => [key, place])).toEqual([
      ['bookId', 'path'],
      ['host', 'server'],
      ['bookIdQuery', 'query'],
    ]);
    expect(findings.filter(([code]) => code === 'name-collision')).toEqual([
      ['name-collision', 'bookId', 'name: bookId'],
    ]);
  });
});

describe('the text of a parameter', () => {
  it('is not that of another method which shares its row', () => {
    const library: Library = {
      spec: [
        [
          '- name: force',
          '- { name: genre, in: query, description: Only one of this genre., schema: { type: string } }\n        - name: force',
        ],
      ],
      page: [
        [
          '<td><a href="#parameter-force"><code>force</code></a></td>',
          '<td><code>force</code>, <code>genre</code></td>',
        ],
      ],
    };
    const model = decide(library);
    const texts = ['list_books', 'delete_book'].map(
      (name) =>
        methodOf(model, `acme.books.books.${name}`).params.find(({ wireName }) => wireName === 'genre')
          ?.description,
    );
    expect(texts).toEqual(['Books of this genre alone.', 'Only one of this genre.']);
  });
});

describe('a text', () => {
  const description = (edit: readonly [string, string]): string =>
    methodOf(decide({ page: [edit] }), 'acme.books.books.get_book').description;

  it('is the page’s where it says something that the spec does not', () => {
    expect(description(['<td>Retrieves one book.</td>', '<td>Retrieves one book, lent or not.</td>'])).toBe(
      'Retrieves one book, lent or not.',
    );
  });
  it('is the spec’s where the page only sets it otherwise, or says less', () => {
    expect(description(['<td>Retrieves one book.</td>', '<td>Retrieves **one**<br />book</td>'])).toBe(
      'Retrieves one book.',
    );
    expect(description(['<td>Retrieves one book.</td>', '<td></td>'])).toBe('Retrieves one book.');
  });

  it('leaves out the mark of a deprecation, which is a fact of its own', () => {
    expect(description(['<td>Retrieves one book.</td>', '<td>Retrieves one book. (deprecated)</td>'])).toBe(
      'Retrieves one book.',
    );
  });
});

describe('fields', () => {
  it('of a row are those of the response in the page’s order, with what the page lacks', () => {
    const library: Library = {
      spec: [
        [
          '        title: { type: string, description: Its title. }',
          '        isbn: { type: string }\n        title: { type: string, description: Its title. }',
        ],
      ],
    };
    const { fields } = methodOf(decide(library), 'acme.books.books.get_book');
    expect(fields.map(({ name }) => name)).toEqual(['id', 'title', 'added', 'pages', 'state', 'isbn']);
    expect(fields[0]).toMatchObject({
      type: 'string',
      readOnly: true,
      required: false,
      description: 'ID of the book.',
    });
  });

  it('of a body are those that a caller can send', () => {
    const { body } = methodOf(decide({}), 'acme.books.books.create_book');
    expect(body?.mediaType).toBe('application/json');
    expect(body?.fields.map(({ name, required }) => [name, required])).toEqual([
      ['title', true],
      ['pages', false],
      ['state', false],
    ]);
  });

  it('are the page’s where the spec describes none', () => {
    const library: Library = {
      spec: [
        ["schema: { type: array, items: { $ref: '#/components/schemas/Book' } }", 'schema: { type: array }'],
      ],
    };
    const { fields } = methodOf(decide(library), 'acme.books.books.list_books');
    expect(fields.map(({ name, schema }) => [name, schema])).toEqual([
      ['id', null],
      ['title', null],
      ['added', null],
      ['pages', null],
      ['state', null],
    ]);
  });
});

describe('names', () => {
  it('are those of the config where it renames', () => {
    const rename = {
      'acme.books': 'shelf',
      'acme.books.books': 'items',
      'acme.books.books.get_book': 'get_it',
    };
    const model = decide({ settings: { rename } });
    expect(model.services[0]).toMatchObject({ name: 'shelf', clientName: 'shelf', slug: 'shelf' });
    expect(methodOf(model, 'acme.shelf.items.get_it')).toMatchObject({
      clientName: 'getIt',
      boundBy: 'operation-id',
    });
  });

  it('that collide in camel case, or are kept for the client, are numbered and reported', () => {
    const { model, findings } = reconcileLibrary({
      settings: { rename: { 'acme.books': 'http', 'acme.books.books.get_book': 'listBooks' } },
    });
    const [service] = model.services;
    expect(service?.clientName).toBe('http2');
    expect(service?.resources[0]?.methods.slice(0, 2).map(({ clientName }) => clientName)).toEqual([
      'listBooks',
      'listBooks2',
    ]);
    expect(findings.filter(([code]) => code === 'name-collision')).toEqual([
      ['name-collision', '', 'acme.books.books'],
      ['name-collision', 'list_books', 'list_books'],
    ]);
  });
});

describe('pagination', () => {
  const paged = (kind: 'link' | 'none' | 'page'): unknown =>
    methodOf(
      decide({ settings: { client: { ...SETTINGS.client, pagination: { kind } } } }),
      'acme.books.books.list_books',
    ).pagination;

  it('is what the config says', () => {
    expect(paged('link')).toEqual({ kind: 'link', items: null, limitParam: 'limit' });
    expect(paged('none')).toBeNull();
  });
  it('is none where the config names a kind of which the spec shows no parameters', () => {
    expect(paged('page')).toBeNull();
  });
});
