import type { CatalogueMethod } from '@plumbline/client-runtime';
import { describe, expect, it } from 'vitest';
import { callValues } from './call-values.ts';

const replaceProduct: CatalogueMethod = {
  name: 'replace_product',
  verb: 'replace',
  call: 'replaceProduct',
  operation: 'PUT /products/{sku}',
  params: [{ name: 'sku', in: 'path', type: 'string', required: true }],
  body: {
    required: true,
    type: 'object',
    fields: [
      { name: 'sku', type: 'string', required: true },
      { name: 'stock', type: 'integer' },
    ],
  },
  columns: [],
};
const at = { start: 0, end: 1 };
const called = (...given: readonly (readonly [name: string, value: unknown])[]) => {
  const assigned = given.map(([name, value]) => ({ name, value, at }));
  return { ...callValues(replaceProduct, [], assigned, { at }).params };
};

describe('a member that the body must hold, and by which the request addresses', () => {
  it.each<[string, { given: readonly (readonly [string, unknown])[]; want: object }]>([
    [
      'is what is addressed',
      {
        given: [
          ['sku', 'a'],
          ['stock', 1],
        ],
        want: { sku: 'a', body: { sku: 'a', stock: 1 } },
      },
    ],
    [
      'is given again',
      {
        given: [
          ['sku', 'a'],
          ['sku', 'a'],
          ['stock', 1],
          ['data__stock', '1'],
        ],
        want: { sku: 'a', body: { sku: 'a', stock: 1 } },
      },
    ],
    [
      'is what it is set to',
      {
        given: [
          ['sku', 'a'],
          ['sku', 'b'],
        ],
        want: { sku: 'a', body: { sku: 'b' } },
      },
    ],
    [
      'is what is marked as its own',
      {
        given: [
          ['sku', 'a'],
          ['data__sku', 'c'],
        ],
        want: { sku: 'a', body: { sku: 'c' } },
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(called(...given)).toEqual(want);
  });

  it('is set once', () => {
    expect(() => called(['sku', 'a'], ['sku', 'b'], ['sku', 'c'])).toThrow('`sku` is given twice.');
  });
});
