import { expect, it } from 'vitest';
import { openContract } from '../contract.ts';
import { valueAt } from '../document/pointer.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { sampleProvider } from '../testing/sample-provider.ts';
import { pageOf } from './paging.ts';
import { sampleOf } from './sample.ts';

const list = (items: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  required: ['data'],
  properties: { data: { type: 'array', items, ...more } },
});
const impossible = { type: 'object', required: ['a'], properties: { a: { not: {} } } };

it.each<[string, { schema: JsonObject; isMinimal?: boolean; want: readonly JsonValue[] }]>([
  ['has none where none can be made', { schema: list(impossible), want: [] }],
  [
    'has objects of which nothing is said told apart',
    { schema: list({ type: 'object' }), want: [{ id: 1 }, { id: 2 }, { id: 3 }] },
  ],
  ['but no more in them than they must have', { schema: list({}), isMinimal: true, want: [{}, {}, {}] }],
  [
    'but for those that nothing else may be in',
    { schema: list({ type: 'object', additionalProperties: false }), want: [{}, {}, {}] },
  ],
  [
    'has each once, where they must differ',
    { schema: list({ enum: ['a'] }, { uniqueItems: true }), want: ['a'] },
  ],
  [
    'has those of one variant of the whole',
    {
      schema: { oneOf: [list({ const: 'a' }), { ...list({ const: 'b' }), required: ['data', 'more'] }] },
      want: ['a', 'a', 'a'],
    },
  ],
])('a page of a list %s', (_what, { schema, isMinimal = false, want }) => {
  const {
    document,
    check: checkOf,
    operation,
  } = openContract(sampleProvider({ '/things': { get: { responses: {} } } }));
  const check = checkOf('response', schema);
  const made = (seed: number) => sampleOf(schema, { document, check, seed, examples: false }).value;
  const things = operation('GET /things');
  if (things === undefined) throw new Error('There are no things.');
  const body = want[0] === 'a' ? { data: ['a'] } : made(0);
  const page = pageOf(body, {
    pagination: { kind: 'page', items: '/data', limitParam: null, pageParam: 'page' },
    operation: things,
    document,
    query: {},
    items: 3,
    pageSize: 3,
    isMinimal,
    makeItem: (index) => valueAt(made(index), '/data/0'),
    check,
  });
  expect(valueAt(page?.body ?? null, '/data')).toEqual(want);
});
