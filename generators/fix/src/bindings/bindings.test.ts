import { dictionary } from '@plumbline/model';
import { readProviderYaml } from '@plumbline/read-provider-yaml';
import { dump, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { agreeing, bookPage } from '../testing/book-page.ts';
import { librarySpec, PAGE, readerOf } from '../testing/library.ts';
import { bindingsCsv } from './csv.ts';
import { bindingsOverlays } from './overlay.ts';

const { model } = readerOf(librarySpec())([{ path: PAGE, text: bookPage('N1', agreeing('N1')) }]);

/** What an overlay of one action adds. */
interface Overlay {
  readonly actions: readonly [{ readonly target: string; readonly update: object }];
}

describe('the bindings as an overlay', () => {
  it('say of each method what the provider YAML would', () => {
    const [overlay, ...more] = bindingsOverlays(model, (file) => file);
    expect(more).toEqual([]);
    expect(overlay?.text).not.toContain('extends');
    const { target, update } = (load(overlay?.text ?? '') as Overlay).actions[0];
    expect(target).toBe('$');
    const text = dump({ openapi: '3.1.0', info: { title: 'Books', version: '1' }, paths: {}, ...update });
    const yaml = readProviderYaml([{ path: 'books.yaml', text }], { provider: 'acme' });
    if ('unreadable' in yaml) throw new Error(yaml.unreadable[0]?.message);
    expect(yaml.diagnostics).toEqual([]);
    const [resource, ...others] = yaml.resources;
    expect([resource?.id, others]).toEqual(['acme.books.books', []]);
    expect(
      resource?.methods.map(({ name, operation, verbs, response }) => [
        name,
        `${operation?.method} ${operation?.path}`,
        verbs.map(({ value }) => value),
        response.status?.value,
        response.mediaType?.value,
      ]),
    ).toEqual([
      ['get_book', 'GET /books/{bookId}', ['select'], '200', 'application/json'],
      ['list_books', 'GET /books', ['select'], '200', 'application/json'],
      ['create_book', 'POST /books', ['insert'], '201', 'application/json'],
      ['replace_book', 'PUT /books/{bookId}', ['replace'], '200', 'application/json'],
      ['delete_book', 'DELETE /books/{bookId}', ['delete'], '204', ''],
      ['lend_book', 'POST /books/{bookId}/lend', [], '204', ''],
    ]);
  });
});

describe('the bindings of a spec of several files', () => {
  it('are an overlay for each', () => {
    const elsewhere = Object.entries(model.operations).map(([key, operation]) => {
      const file = key.includes('/lend') ? 'lend.yaml' : 'books.yaml';
      return [key, { ...operation, origin: { ...operation.origin, file } }] as const;
    });
    const overlays = bindingsOverlays({ ...model, operations: dictionary(elsewhere) }, (file) => `./${file}`);
    expect(overlays.map(({ file }) => file)).toEqual(['books.yaml', 'lend.yaml']);
    const [, lend] = overlays.map(({ text }) => load(text) as Overlay & { readonly extends: string });
    expect(lend?.extends).toBe('./lend.yaml');
    expect(JSON.stringify(lend).match(/"(\w+)":\{"operation"/g)).toEqual(['"lend_book":{"operation"']);
  });
});

const HEADER =
  'filename,path,operationId,formatted_op_id,verb,response_object,tags,formatted_tags,stackql_resource_name,stackql_method_name,stackql_verb,stackql_object_key,op_description';

describe('the bindings as a mapping', () => {
  it('have a row for each method', () => {
    expect(bindingsCsv(model, null).split('\n')).toEqual([
      HEADER,
      'books.yaml,/books,listBooks,list_books,get,Book,books,books,books,list_books,select,,Lists the books.',
      'books.yaml,/books,createBook,create_book,post,Book,books,books,books,create_book,insert,,Adds a book.',
      'books.yaml,/books/{bookId},deleteBook,delete_book,delete,,books,books,books,delete_book,delete,,Removes a book.',
      'books.yaml,/books/{bookId},getBook,get_book,get,Book,books,books,books,get_book,select,,Retrieves a book.',
      'books.yaml,/books/{bookId},replaceBook,replace_book,put,Book,books,books,books,replace_book,replace,,Replaces a book.',
      'books.yaml,/books/{bookId}/lend,lendBook,lend_book,post,,books,books,books,lend_book,exec,,Lends a book.',
      '',
    ]);
  });

  const unbound = {
    ...model,
    services: [],
    operations: { one: { ...model.operations['GET /books'], key: 'one', description: '=cmd("a, b")\nc' } },
  } as typeof model;

  it('have one without a resource for what no method is bound to, each field encoded', () => {
    const [, row] = bindingsCsv(unbound, null).split('\n');
    expect(row).toBe(`books.yaml,/books,listBooks,list_books,get,Book,books,books,,,,,"'=cmd(""a, b"") c"`);
  });

  it('keep what an earlier mapping says of that, whatever the order of its columns', () => {
    const earlier =
      'verb,path,stackql_resource_name,op_description\r\nget,/books,skip_this_resource,"none, ""ever"""\r\n';
    const [, row] = bindingsCsv(unbound, earlier).split('\n');
    expect(row).toBe(',/books,,,get,,,,skip_this_resource,,,,"none, ""ever"""');
  });
});
