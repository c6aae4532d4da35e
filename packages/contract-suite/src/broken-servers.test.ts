import { createContractServer, type JsonValue } from '@plumbline/contract-server';
import { describe, it } from 'vitest';
import { expectFailure } from './testing/expect-failure.ts';
import type { Broken } from './testing/run-checks.ts';

describe('a server that', () => {
  it.each<[string, Parameters<typeof createContractServer>[1], string, string]>([
    [
      'leaves out a field',
      { spoil: (_operation, answer) => ({ ...answer, value: without(answer.value, 'name') }) },
      'list_things decodes 200 application/json',
      '/name',
    ],
    [
      'answers another status',
      { spoil: (_operation, answer) => ({ ...answer, status: answer.status === 200 ? 202 : answer.status }) },
      'list_things decodes 200 application/json',
      'the server answers 202 where 200 was asked for',
    ],
    [
      'answers another type',
      { spoil: (_operation, answer) => ({ ...answer, value: { 0: answer.value ?? null } }) },
      'list_things decodes 200 application/json',
      'the answer 200',
    ],
  ])('%s', async (_what, options, fails, says) => {
    const serve: Broken['serve'] = (provider, others) =>
      createContractServer(provider, { ...others, ...options });
    await expectFailure({ serve }, fails, says);
  });
});

describe('a page that', () => {
  it.each<[string, NonNullable<Broken['page']>, string, string]>([
    [
      'names a parameter otherwise',
      ({ params, ...facts }) => ({ ...facts, params: { ...params, shop: 'string' } }),
      'get_label is documented with the parameters that are sent',
      'the parameter `shop` is documented, and the operation has none',
    ],
    [
      'leaves a parameter out',
      (facts) => ({ ...facts, params: { shopId: 'string!' } }),
      'list_things is documented with the parameters that are sent',
      'the query parameter `limit` is not documented',
    ],
    [
      'says that a parameter is optional',
      ({ params, ...facts }) => ({ ...facts, params: { ...params, shopId: 'string' } }),
      'list_things is documented with the parameters that are sent',
      'the path parameter `shopId` is required, and documented as optional',
    ],
    [
      'says another type',
      ({ params, ...facts }) => ({ ...facts, params: { ...params, limit: 'string' } }),
      'list_things is documented with the parameters that are sent',
      'the query parameter `limit` is documented as string, and is integer',
    ],
    [
      'says another bound',
      ({ params, ...facts }) => ({
        ...facts,
        params: { ...params, limit: { type: 'integer', minimum: 1, maximum: 100 } },
      }),
      'list_things is documented with the parameters that are sent',
      'is documented with the maximum 100, and has 200',
    ],
    [
      'says another choice',
      ({ body, ...facts }) => ({
        ...facts,
        ...(body && { body: { ...body, kind: { type: 'string', enum: ['cup'] } } }),
      }),
      'add_thing is documented with the parameters that are sent',
      'the body field `kind` is documented with the enum ["cup"]',
    ],
    [
      'leaves a field of the body out',
      ({ body, ...facts }) => ({ ...facts, ...(body && { body: { name: body.name ?? '' } }) }),
      'add_thing is documented with the parameters that are sent',
      '`kind`, `made`, `parts` are not documented',
    ],
    [
      'names a field that nobody receives',
      ({ fields, ...facts }) => ({ ...facts, fields: { ...fields, weight: 'number' } }),
      'list_things is documented with the fields that are received',
      'no `weight` is received, and documented',
    ],
    [
      'leaves a field out',
      (facts) => ({ ...facts, fields: { id: 'string', name: 'string' } }),
      'list_things is documented with the fields that are received',
      '`size` are received, and not documented',
    ],
    [
      'says another verb',
      (facts) => ({ ...facts, verb: 'delete' }),
      'list_things is documented with the parameters that are sent',
      'is documented for DELETE',
    ],
  ])('%s', async (_what, page, fails, says) => {
    await expectFailure({ page }, fails, says);
  });
});

describe('an example that', () => {
  const from = 'FROM shop.things.things';
  it.each([
    [
      'names a field that is not there',
      `SELECT weight ${from};`,
      'names `weight`, which the operation has not',
    ],
    ['names a parameter that is not there', `SELECT id ${from} WHERE shop = 'x';`, 'names `shop`'],
    ['is of another resource', 'SELECT id FROM shop.things.cups;', 'addresses `shop.things.cups`'],
    ['is of another verb', `DELETE ${from};`, 'is of SELECT, and the SQL of its page is DELETE'],
    ['cannot be read', 'DELETE things;', 'cannot be read'],
  ])('%s', async (_what, statement, says) => {
    const page: Broken['page'] = (facts) => ({ ...facts, statements: [statement] });
    await expectFailure({ page }, 'list_things is shown in SQL that names what it has', says);
  });
});

function without(value: unknown, name: string): JsonValue {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === name ? undefined : part)));
}
