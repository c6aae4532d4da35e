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
    'tabs',
    {
      given: { parameter: inQuery(list, { 'x-collectionFormat': 'tsv' }), target: '/x?c=1%092' },
      want: [1, 2],
    },
  ],
  [
    'a deep list',
    {
      given: { parameter: inQuery(list, { style: 'deepObject' }), target: '/x?c[]=1&c%5B%5D=2' },
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
});
