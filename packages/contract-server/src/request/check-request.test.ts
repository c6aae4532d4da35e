import { describe, expect, it } from 'vitest';
import { openContract } from '../contract.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { sampleProvider } from '../testing/sample-provider.ts';
import { checkRequest } from './check-request.ts';

interface Given {
  readonly parameter?: JsonObject;
  readonly path?: string;
  readonly target: string;
  readonly headers?: Record<string, string>;
}

async function check({ parameter, path = '/x', target, headers = {} }: Given) {
  const paths = {
    [path]: { get: { parameters: parameter === undefined ? [] : [parameter], responses: {} } },
  };
  return checkRequest(
    openContract(sampleProvider(paths)),
    { method: 'GET', target, headers: new Map(Object.entries(headers)), body: new Uint8Array() },
    { credentials: {} },
  );
}

const list = { type: 'array', items: { type: 'integer' } };
const record = { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' } } };
const inQuery = (schema: JsonObject, more: JsonObject = {}) => ({ name: 'c', in: 'query', schema, ...more });
const inPath = (schema: JsonObject, more: JsonObject = {}) => ({
  name: 'c',
  in: 'path',
  required: true,
  schema,
  ...more,
});

/** The table of OpenAPI 3.1 section 4.8.12.4, read backwards. */
const styles: [string, { given: Given; want: JsonValue }][] = [
  ['form, exploded, list', { given: { parameter: inQuery(list), target: '/x?c=1&c=2' }, want: [1, 2] }],
  [
    'form, list',
    { given: { parameter: inQuery(list, { explode: false }), target: '/x?c=1,2' }, want: [1, 2] },
  ],
  [
    'form, list or text',
    {
      given: {
        parameter: inQuery({ oneOf: [{ type: 'string' }, { type: 'array', items: { enum: ['a'] } }] }),
        target: '/x?c=b',
      },
      want: 'b',
    },
  ],
  [
    'form, list of numbers or texts, as they are allowed',
    {
      given: {
        parameter: inQuery({
          type: 'array',
          items: {
            anyOf: [
              { type: 'integer', minimum: 5 },
              { type: 'string', maxLength: 2 },
            ],
          },
        }),
        target: '/x?c=1&c=20',
      },
      want: ['1', '20'],
    },
  ],
  [
    'form, list that is not exploded, or text',
    {
      given: {
        parameter: inQuery(
          { oneOf: [{ type: 'string' }, { type: 'array', items: { enum: ['a', 'b'] } }] },
          { explode: false },
        ),
        target: '/x?c=*,b',
      },
      want: '*,b',
    },
  ],
  [
    'form, number or text, as it is written',
    {
      given: { parameter: inQuery({ type: ['integer', 'string'] }), target: '/x?c=-1e3' },
      want: '-1e3',
    },
  ],
  [
    'form, odd number that only as one is allowed',
    {
      given: { parameter: inQuery({ anyOf: [{ type: 'integer' }, { enum: ['me'] }] }), target: '/x?c=1e3' },
      want: 1000,
    },
  ],
  [
    'form, exploded, object',
    { given: { parameter: inQuery(record), target: '/x?R=1&G=2' }, want: { R: 1, G: 2 } },
  ],
  [
    'form, object',
    {
      given: { parameter: inQuery(record, { explode: false }), target: '/x?c=R,1,G,2' },
      want: { R: 1, G: 2 },
    },
  ],
  [
    'spaceDelimited',
    {
      given: { parameter: inQuery(list, { style: 'spaceDelimited', explode: false }), target: '/x?c=1%202' },
      want: [1, 2],
    },
  ],
  [
    'pipeDelimited',
    {
      given: { parameter: inQuery(list, { style: 'pipeDelimited', explode: false }), target: '/x?c=1%7C2' },
      want: [1, 2],
    },
  ],
  [
    'deepObject',
    {
      given: { parameter: inQuery(record, { style: 'deepObject' }), target: '/x?c%5BR%5D=1&c[G]=2' },
      want: { R: 1, G: 2 },
    },
  ],
  [
    'content',
    {
      given: {
        parameter: { name: 'c', in: 'query', content: { 'application/json': { schema: record } } },
        target: '/x?c=%7B%22R%22%3A1%7D',
      },
      want: { R: 1 },
    },
  ],
  [
    'an encoded comma is no separator',
    {
      given: {
        parameter: inQuery({ type: 'array', items: { type: 'string' } }, { explode: false }),
        target: '/x?c=a%2Cb,c',
      },
      want: ['a,b', 'c'],
    },
  ],
  [
    'a blank as a plus',
    { given: { parameter: inQuery({ type: 'string' }), target: '/x?c=a+b' }, want: 'a b' },
  ],
  [
    'text stays text, whatever it looks like',
    { given: { parameter: inQuery({ type: 'string' }), target: '/x?c=12' }, want: '12' },
  ],
  [
    'the reading that the schema allows',
    {
      given: {
        parameter: inQuery({ anyOf: [{ type: 'integer', maximum: 5 }, { type: 'string' }] }),
        target: '/x?c=12',
      },
      want: '12',
    },
  ],
  ['simple', { given: { parameter: inPath(list), path: '/x/{c}', target: '/x/1,2' }, want: [1, 2] }],
  [
    'simple, object',
    { given: { parameter: inPath(record), path: '/x/{c}', target: '/x/R,1,G,2' }, want: { R: 1, G: 2 } },
  ],
  [
    'simple, exploded, object',
    {
      given: { parameter: inPath(record, { explode: true }), path: '/x/{c}', target: '/x/R=1,G=2' },
      want: { R: 1, G: 2 },
    },
  ],
  [
    'label',
    {
      given: { parameter: inPath(list, { style: 'label' }), path: '/x/{c}', target: '/x/.1,2' },
      want: [1, 2],
    },
  ],
  [
    'label, exploded',
    {
      given: {
        parameter: inPath(list, { style: 'label', explode: true }),
        path: '/x/{c}',
        target: '/x/.1.2',
      },
      want: [1, 2],
    },
  ],
  [
    'matrix',
    {
      given: { parameter: inPath(list, { style: 'matrix' }), path: '/x/{c}', target: '/x/;c=1,2' },
      want: [1, 2],
    },
  ],
  [
    'matrix, exploded',
    {
      given: {
        parameter: inPath(list, { style: 'matrix', explode: true }),
        path: '/x/{c}',
        target: '/x/;c=1;c=2',
      },
      want: [1, 2],
    },
  ],
  [
    'matrix, exploded, object',
    {
      given: {
        parameter: inPath(record, { style: 'matrix', explode: true }),
        path: '/x/{c}',
        target: '/x/;R=1;G=2',
      },
      want: { R: 1, G: 2 },
    },
  ],
  [
    'a path value with an encoded slash',
    { given: { parameter: inPath({ type: 'string' }), path: '/x/{c}', target: '/x/a%2Fb' }, want: 'a/b' },
  ],
  [
    'part of a segment',
    {
      given: { parameter: inPath({ type: 'string' }), path: '/x/{c}.json', target: '/x/a.b.json' },
      want: 'a.b',
    },
  ],
  [
    'a header',
    {
      given: {
        parameter: { name: 'X-C', in: 'header', schema: list },
        target: '/x',
        headers: { 'x-c': '1,2' },
      },
      want: [1, 2],
    },
  ],
  [
    'a cookie',
    {
      given: {
        parameter: { name: 'c', in: 'cookie', schema: { type: 'integer' } },
        target: '/x',
        headers: { cookie: 'a=1; c=2' },
      },
      want: 2,
    },
  ],
];

const wrong: [string, { given: Given; want: string }][] = [
  ['a parameter that nobody declared', { given: { target: '/x?nope=1' }, want: 'query nope unknown' }],
  [
    'a required parameter that is missing',
    {
      given: { parameter: inQuery({ type: 'string' }, { required: true }), target: '/x' },
      want: 'query c required',
    },
  ],
  ['a type', { given: { parameter: inQuery({ type: 'integer' }), target: '/x?c=a' }, want: 'query c type' }],
  ['an item', { given: { parameter: inQuery(list), target: '/x?c=1&c=a' }, want: 'query c/1 type' }],
  [
    'a scalar that comes twice',
    { given: { parameter: inQuery({ type: 'string' }), target: '/x?c=1&c=2' }, want: 'query c style' },
  ],
  [
    'another style',
    {
      given: { parameter: inPath(list, { style: 'label' }), path: '/x/{c}', target: '/x/1,2' },
      want: 'path c style',
    },
  ],
  [
    'percent signs that encode nothing',
    {
      given: { parameter: inPath({ type: 'string' }), path: '/x/{c}', target: '/x/%zz' },
      want: 'path c style',
    },
  ],
  ['a path that is not there', { given: { target: '/y' }, want: 'path unknown' }],
];

describe('checkRequest', () => {
  it.each(styles)('reads %s', async (_name, { given, want }) => {
    const { params, problems } = await check(given);
    expect(problems).toEqual([]);
    expect(Object.values(params).flatMap((each) => Object.values(each))).toEqual([want]);
  });

  it.each(wrong)('refuses %s', async (_name, { given, want }) => {
    const { problems } = await check(given);
    expect(
      problems.map(({ place, name, pointer, keyword }) =>
        [place, `${name ?? ''}${pointer}`, keyword].filter((part) => part !== '').join(' '),
      ),
    ).toEqual([want]);
  });

  const get = { get: { responses: {} } };
  it.each([
    ['/a/me', 'GET /a/me'],
    ['/a/b', 'GET /a/{id}'],
    ['/v2/a/me', 'GET /a/me'],
  ])('finds for %s the path %s', async (target, want) => {
    const provider = sampleProvider(
      { '/a/{id}': get, '/a/me': get },
      { document: { servers: [{ url: 'https://{host}.example.com/v2/' }] } },
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

it.each<[string, { method: string; text?: string; schema: JsonObject; want: JsonValue }]>([
  ['a form that is one text', { method: 'post', text: 'a=1 b', schema: { type: 'string' }, want: 'a=1 b' }],
  ['nothing with GET, which many clients cannot send', { method: 'get', schema: {}, want: null }],
])('takes a body: %s', async (_name, { method, text = '', schema, want }) => {
  const type = 'application/x-www-form-urlencoded';
  const requestBody = { required: true, content: { [type]: { schema } } };
  const contract = openContract(sampleProvider({ '/x': { [method]: { requestBody, responses: {} } } }));
  const headers = new Map(text === '' ? [] : [['content-type', type]]);
  const body = new TextEncoder().encode(text);
  const request = { method: method.toUpperCase(), target: '/x', headers, body };
  const { body: read, problems } = await checkRequest(contract, request, { credentials: {} });
  expect([read ?? null, problems]).toEqual([want, []]);
});
