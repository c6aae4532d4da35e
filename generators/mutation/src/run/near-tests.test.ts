import type { ProviderModel } from '@plumbline/model';
import { expect, it } from 'vitest';
import { nearTests } from './near-tests.ts';

const OPERATIONS = ['GET /a', 'GET /b', 'GET /c', 'GET /d', 'POST /a', null];
const methods = OPERATIONS.map((operation, i) => ({ name: `m${i}`, operation }));
const resources = [{ id: 'acme.stock.things', slug: 'things', methods }];
const model = { services: [{ slug: 'stock', resources }] } as unknown as ProviderModel;

it('finds the tests of the methods that call an operation', () => {
  expect(nearTests(model, ['GET /b'])).toEqual({
    files: ['/src/generated/stock/things.test.ts'],
    names: ['acme.stock.things > m1'],
  });
});

it('takes one of each HTTP method first, and few', () => {
  expect(nearTests(model, []).names).toEqual([0, 4, 1, 2].map((i) => `acme.stock.things > m${i}`));
});
