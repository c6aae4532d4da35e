import { type JsonObject, openContract } from '@plumbline/contract-server';
import { describe, expect, it } from 'vitest';
import { membersOf, rowSchemas } from './documented.ts';
import { shop } from './testing/sample-provider.ts';

const contract = openContract(shop);
const object = (...names: readonly string[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, {}])),
});

describe('the rows of an answer', () => {
  it.each<[string, { given: JsonObject; want: readonly (readonly string[])[] }]>([
    ['are the items of a list', { given: { type: 'array', items: object('id') }, want: [['id']] }],
    [
      'of which each is one of those that a discriminator names',
      {
        given: {
          type: 'array',
          items: {
            ...object('kind'),
            discriminator: { propertyName: 'kind', mapping: { thing: '#/components/schemas/Thing' } },
          },
        },
        want: [['kind', 'id', 'name', 'size']],
      },
    ],
    ['or one thing', { given: object('id', 'name'), want: [['id', 'name']] }],
    [
      'or either, where the answer is one of both',
      {
        given: { oneOf: [{ type: 'array', items: object('id') }, object('id', 'text'), object('link')] },
        want: [['id'], ['id', 'text', 'link']],
      },
    ],
    [
      'or what lies in envelopes, lists before things',
      {
        given: {
          properties: {
            data: { properties: { hits: { type: 'array', items: object('id') }, total: object('value') } },
          },
        },
        want: [['data'], ['hits', 'total'], ['id'], ['value']],
      },
    ],
  ])('%s', (_name, { given, want }) => {
    const rows = rowSchemas(given, contract, 2).map((row) => [
      ...membersOf(row, 'response', contract).any.keys(),
    ]);
    expect(rows).toEqual(want);
  });
});
