import type { Operation } from '@plumbline/model';
import type { Binding } from '@plumbline/reconcile';
import { describe, expect, it } from 'vitest';
import { boundBy, measure, unbound } from './measure.ts';
import { readTruth } from './truth.ts';

const truth = readTruth(
  [
    'resource\tmethod\tsql_verb\thttp_method\tpath',
    'acme.books.books\tget\tselect\tGET\t/books/{id}',
    'acme.books.books\tlist\tselect\tGET\t/books',
    'acme.books.books\tlend\texec\tPOST\t/books/{id}/lend',
    'acme.books.books\tburn\texec\tPOST\t/books/{id}/burn',
    '',
  ].join('\n'),
);
/** `burn` is gone. */
const keys = new Set(['GET /books/{id}', 'GET /books', 'POST /books/{id}/lend']);

const operation = (key: string): Operation => {
  const [method = '', path = ''] = key.split(' ');
  return { key, method, path } as Operation;
};
const bound = (key: string, by: Binding['boundBy'] = 'signature'): Binding => ({
  operation: operation(key),
  boundBy: by,
  candidate: null,
});
const open = (key: string, score: number): Binding => ({
  operation: null,
  boundBy: 'none',
  candidate: { operation: operation(key), score },
});
const id = (method: string): string => `acme.books.books.${method}`;

describe('bindings measured by the truth', () => {
  it('are right or wrong; recall counts what the spec has', () => {
    const bindings = new Map([
      [id('get'), bound('GET /books/{id}')],
      [id('list'), bound('GET /books/{id}')],
      [id('lend'), open('POST /books/{id}/lend', 0.4)],
      [id('burn'), open('POST /books/{id}/lend', 0.3)],
    ]);
    expect(measure(bindings, truth, keys)).toEqual({
      methods: 4,
      bindable: 3,
      bound: 2,
      right: 1,
      wrong: 1,
      precision: 1 / 2,
      recall: 1 / 3,
    });
  });

  it('are wrong where the operation is gone', () => {
    const bindings = new Map([[id('burn'), bound('POST /books/{id}/lend')]]);
    expect(measure(bindings, truth, keys)).toMatchObject({ bindable: 0, wrong: 1, precision: 0, recall: 1 });
  });

  it('are told apart by kind', () => {
    const bindings = new Map([
      [id('get'), bound('GET /books/{id}', 'operation-id')],
      [id('list'), bound('GET /books')],
    ]);
    expect([...boundBy(bindings, 'signature').keys()]).toEqual([id('list')]);
  });

  it('leave the unbound with their candidates', () => {
    const bindings = new Map([
      [id('get'), bound('GET /books/{id}')],
      [id('lend'), open('POST /books/{id}/lend', 0.4)],
      [id('burn'), open('POST /books/{id}/lend', 0.3)],
    ]);
    expect(unbound(bindings, truth, keys)).toEqual([
      { id: id('lend'), candidate: 'POST /books/{id}/lend', score: 0.4, operation: 'POST /books/{id}/lend' },
      { id: id('burn'), candidate: 'POST /books/{id}/lend', score: 0.3, operation: null },
    ]);
  });
});
