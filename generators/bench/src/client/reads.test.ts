import type { Method, Operation, Param, ProviderModel, Service } from '@plumbline/model';
import { expect, it } from 'vitest';
import { plainReads, spread } from './reads.ts';

const param = (name: string, more: Partial<Param> = {}) =>
  ({
    name,
    wireName: name,
    key: name,
    in: 'path',
    required: true,
    schema: { kind: 'string' },
    ...more,
  }) as Param;

function readsOf(params: readonly Param[]): readonly string[] {
  const key = 'GET /things/{id}';
  const method = { clientName: 'getThing', operation: key, params } as Method;
  const resource = { clientName: 'bigThings', slug: 'big_things', methods: [method, method] };
  const service = { clientName: 'shop', slug: 'shop', resources: [resource] } as unknown as Service;
  const operation = { key, method: 'GET', path: '/things/{id}' } as Operation;
  const model: Pick<ProviderModel, 'services' | 'operations'> = {
    services: [service],
    operations: { [key]: operation },
  };
  return plainReads(model).map(({ operation, values, method }) =>
    [operation, JSON.stringify(values), method.property, method.module].join(' '),
  );
}

const PLAIN = 'shop.bigThings.getThing shop/big_things';

it.each([
  [
    'strings and integers',
    [param('id'), param('n', { schema: { kind: 'integer' } as Param['schema'] })],
    [`GET /things/{id} {"id":"a","n":1} ${PLAIN}`],
  ],
  [
    'what need not be given',
    [param('id'), param('q', { in: 'query', required: false })],
    [`GET /things/{id} {"id":"a"} ${PLAIN}`],
  ],
  ['no query that is required', [param('id'), param('q', { in: 'query' })], []],
  ['no enum', [param('id', { enum: ['x'] })], []],
  ['no parameter by another name', [param('id', { key: 'idPath' })], []],
])('takes %s, and each operation once', (_name, given, want) => {
  expect(readsOf(given)).toEqual(want);
});

it('picks from all parts of a list', () => {
  expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toEqual([0, 4, 7]);
  expect(spread([1, 2], 3)).toEqual([1, 2]);
});
