import { describe, expect, it } from 'vitest';
import { openContract } from '../contract.ts';
import type { JsonObject } from '../json.ts';
import { sampleProvider } from '../testing/sample-provider.ts';
import { checkRequest } from './check-request.ts';

describe('the path of a request', () => {
  const get = { get: { responses: {} } };
  it.each([
    ['/a/me', 'GET /a/me'],
    ['/a/b', 'GET /a/{id}'],
    ['/v2/a/me', 'GET /a/me'],
    ['/v3/a/b', 'GET /a/{id}'],
  ])('finds for %s the path %s', async (target, want) => {
    const provider = sampleProvider(
      { '/a/{id}': get, '/a/me': get },
      { document: { servers: [{ url: 'https://{host}.example.com/v2/' }, { url: '//example.com/v3' }] } },
    );
    const request = { method: 'GET', target, headers: new Map(), body: new Uint8Array() };
    const { operation } = await checkRequest(openContract(provider), request, { credentials: {} });
    expect(operation?.key).toBe(want);
  });
});

describe('a path with a query of its own', () => {
  const answers = { responses: {} };
  const dead = { name: 'dead', in: 'query', required: true, schema: { type: 'boolean' } };
  const rest = {
    name: 'rest',
    in: 'query',
    schema: { type: 'object', additionalProperties: { type: 'string' } },
  };
  const by = { name: 'by', in: 'path', required: true, schema: { type: 'integer' } };
  const contract = openContract(
    sampleProvider({
      '/trees': { post: answers, delete: answers },
      '/trees?dead=true': { post: answers },
      '/trees?dead=true&deep': { post: { ...answers, parameters: [dead, rest] } },
      '/trees?dead=a+b': { post: { ...answers, parameters: [rest] } },
      '/leaves?tree={tree}': { get: { ...answers, parameters: [{ ...rest, name: 'tree', schema: {} }] } },
      '/trees/{id}?by={by}': { get: { ...answers, parameters: [{ ...by, name: 'id' }, by] } },
    }),
  );
  const ask = (method: string, target: string) =>
    checkRequest(
      contract,
      { method, target, headers: new Map(), body: new Uint8Array() },
      { credentials: {} },
    );

  it.each<[string, { given: [string, string]; want: JsonObject }]>([
    ['is found by it', { given: ['POST', '/trees?dead=true'], want: { key: 'POST /trees?dead=true' } }],
    [
      'in any order, encoded or not',
      { given: ['POST', '/trees?dead=a%20b'], want: { key: 'POST /trees?dead=a+b' } },
    ],
    [
      'the most pairs first, those that are declared read',
      {
        given: ['POST', '/trees?deep&dead=true'],
        want: { key: 'POST /trees?dead=true&deep', query: { dead: true } },
      },
    ],
    [
      'and nothing of it taken for a parameter',
      {
        given: ['POST', '/trees?a=1&dead=a+b'],
        want: { key: 'POST /trees?dead=a+b', query: { rest: { a: '1' } } },
      },
    ],
    ['else the path alone', { given: ['POST', '/trees'], want: { key: 'POST /trees' } }],
    [
      'or another with the method',
      { given: ['DELETE', '/trees?dead=true'], want: { key: 'DELETE /trees', wrong: ['dead'] } },
    ],
    [
      'is wrong where a pair comes twice',
      {
        given: ['POST', '/trees?dead=true&dead=true'],
        want: { key: 'POST /trees?dead=true', wrong: ['dead'] },
      },
    ],
    [
      'has its variables',
      { given: ['GET', '/trees/1?by=2'], want: { key: 'GET /trees/{id}?by={by}', path: { id: 1, by: 2 } } },
    ],
    [
      'a variable of which may be a parameter',
      { given: ['GET', '/leaves?tree=a'], want: { key: 'GET /leaves?tree={tree}', query: { tree: 'a' } } },
    ],
    ['which need not be given', { given: ['GET', '/leaves'], want: { key: 'GET /leaves?tree={tree}' } }],
    ['which are not empty', { given: ['GET', '/trees/1?by='], want: { key: null, wrong: [null] } }],
  ])('%s', async (_name, { given, want }) => {
    const { operation, params, problems } = await ask(...given);
    expect({
      key: operation?.key ?? null,
      path: params.path,
      query: params.query,
      wrong: problems.map(({ name }) => name),
    }).toEqual({ path: {}, query: {}, wrong: [], ...want });
  });
});

it.each<[string, { kind: string; want: string }]>([
  ['is that which allows it', { kind: 'b', want: 'POST /trees#second' }],
  ['else the first', { kind: 'c', want: 'POST /trees#first' }],
])('of operations that differ in a fragment, a request %s', async (_name, { kind, want }) => {
  const of = (value: string): JsonObject => ({
    post: { parameters: [{ name: 'X-Kind', in: 'header', schema: { const: value } }], responses: {} },
  });
  const contract = openContract(sampleProvider({ '/trees#first': of('a'), '/trees#second': of('b') }));
  const headers = new Map([['x-kind', kind]]);
  const request = { method: 'POST', target: '/trees', headers, body: new Uint8Array() };
  const { operation } = await checkRequest(contract, request, { credentials: {} });
  expect(operation?.key).toBe(want);
});
