import type { Operation } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { describeOperation, requirement, together, usual } from '../testing/describe-operation.ts';
import { type OperationFacts, operation, parameter, response } from '../testing/model.ts';
import { ORIGIN, object, property, string } from '../testing/plan.ts';

const list = { kind: 'array', items: string } as const;
const record = object([property('a', string)]);
const json = { 'application/json': record };

const none = response('200');

const bodies: [string, { given: Operation; want: string | null }][] = [
  ['JSON', { given: operation('POST /x', { body: json }), want: 'body: { write: jsonBody }' }],
  [
    'JSON of another type',
    {
      given: operation('POST /x', { body: { 'application/merge-patch+json': record } }),
      want: "body: { type: 'application/merge-patch+json', write: jsonBody }",
    },
  ],
  [
    'JSON that may be left out',
    {
      given: operation('POST /x', { body: json, bodyRequired: false }),
      want: 'body: { write: jsonBody, optional: true }',
    },
  ],
  [
    'JSON with fields that must be there, those of answers left out',
    {
      given: operation('POST /x', {
        body: {
          'application/json': object([
            property('id', { ...string, readOnly: true }, true),
            property('name', string, true),
            property('note', string),
          ]),
        },
      }),
      want: "body: { write: jsonBody, fields: ['name'] }",
    },
  ],
  [
    'JSON that may be null instead',
    {
      given: operation('POST /x', {
        body: { 'application/json': { ...object([property('name', string, true)]), nullable: true } },
      }),
      want: 'body: { write: jsonBody }',
    },
  ],
  [
    'JSON of any media type',
    { given: operation('POST /x', { body: { '*/*': record } }), want: 'body: { write: jsonBody }' },
  ],
  [
    'bytes of a range of media types, which those who give them know',
    {
      given: operation('POST /x', { body: { 'image/*': { ...string, format: 'binary' } } }),
      want: 'body: { write: binary }',
    },
  ],
  [
    'a form',
    {
      given: operation('POST /x', { body: { 'application/x-www-form-urlencoded': record } }),
      want: "body: { type: 'application/x-www-form-urlencoded', write: formBody }",
    },
  ],
  [
    'a multipart form',
    {
      given: operation('POST /x', { body: { 'multipart/form-data': record } }),
      want: "body: { type: 'multipart/form-data', write: multipart }",
    },
  ],
  [
    'text',
    {
      given: operation('POST /x', { body: { 'text/plain': null } }),
      want: "body: { type: 'text/plain', write: text }",
    },
  ],
  [
    'text by its schema',
    {
      given: operation('POST /x', { body: { 'application/secevent+jwt': string } }),
      want: "body: { type: 'application/secevent+jwt', write: text }",
    },
  ],
  [
    'bytes',
    {
      given: operation('POST /x', { body: { 'application/x-pem-file': { ...string, format: 'binary' } } }),
      want: "body: { type: 'application/x-pem-file', write: binary }",
    },
  ],
];

describe('a request body', () => {
  it.each(bodies)('of %s', (_name, { given, want }) => {
    expect(describeOperation({ ...given, ...usual }).descriptor).toBe(`{ ${want} }`);
  });
});

describe('what a method tells of itself besides', () => {
  const list200 = [response('200', { 'application/json': list })];
  const wrapped = object([property('data', object([property('users', list)]))]);
  const query = ['at', 'size'].map((name) => parameter(name, 'query'));
  const paged = { items: '/data/users', limitParam: 'size' } as const;

  it.each<[string, { given: OperationFacts; want: string | null }]>([
    [
      'failures that are not the usual ones',
      {
        given: { responses: [none, response('4xx'), response('500'), response('404')] },
        want: "decode: decodeNothing, failures: [404, '4XX', 500]",
      },
    ],
    [
      'no failures, where others have some',
      { given: { responses: [response('204')] }, want: 'failures: []' },
    ],
    [
      'the scopes of all alternatives, each once',
      {
        given: { security: [requirement('token', ['a', 'b']), requirement('token', ['b', 'c'])] },
        want: "failures: [], scopes: 'a b c', security: [['token'], ['token']]",
      },
    ],
    ['that it is deprecated', { given: { deprecated: true }, want: 'failures: [], deprecated: warnOnce' }],
    [
      'pages by link',
      {
        given: { responses: list200, pagination: { kind: 'link', items: null, limitParam: 'size' } },
        want: 'page: { by: linkPages }, failures: []',
      },
    ],
    [
      'pages by cursor',
      {
        given: {
          parameters: query,
          responses: [response('200', { 'application/json': wrapped })],
          pagination: { kind: 'cursor', cursorParam: 'at', next: '/next', ...paged },
        },
        want:
          "query: ['at', 'size'], page: { by: cursorPages, param: 'at', next: ['next'], items: ['data', 'users'], limit: 'size' }, " +
          'failures: []',
      },
    ],
    [
      'pages by offset',
      {
        given: {
          parameters: query,
          responses: list200,
          pagination: { kind: 'offset', offsetParam: 'at', items: null, limitParam: null },
        },
        want: "query: ['at', 'size'], page: { by: offsetPages, param: 'at' }, failures: []",
      },
    ],
    [
      'pages by number',
      {
        given: {
          parameters: query,
          responses: list200,
          pagination: { kind: 'page', pageParam: 'at', items: null, limitParam: 'size' },
        },
        want: "query: ['at', 'size'], page: { by: numberedPages, param: 'at', limit: 'size' }, failures: []",
      },
    ],
    [
      'pages by number, from 0 on',
      {
        given: {
          parameters: [parameter('at', 'query', { of: { kind: 'integer', format: null, default: 0 } })],
          responses: list200,
          pagination: { kind: 'page', pageParam: 'at', items: null, limitParam: null },
        },
        want: "query: ['at'], page: { by: zeroBasedPages, param: 'at' }, failures: []",
      },
    ],
    [
      'no pages, where the parameter is none of its own',
      {
        given: {
          responses: list200,
          pagination: { kind: 'offset', offsetParam: 'at', items: null, limitParam: null },
        },
        want: 'failures: []',
      },
    ],
    [
      'no pages, where there is no list',
      {
        given: {
          responses: [response('200', json)],
          pagination: { kind: 'link', items: '/b', limitParam: null },
        },
        want: 'failures: []',
      },
    ],
  ])('%s', (_name, { given, want }) => {
    const { descriptor } = describeOperation(operation('GET /x', { ...usual, ...given }), {
      failures: ['404'],
    });
    expect(descriptor).toBe(want === null ? null : `{ ${want} }`);
  });
});

describe('a body of a GET', () => {
  it('is left out, since no `fetch` sends it', () => {
    expect(describeOperation(operation('GET /x', { ...usual, body: json })).descriptor).toBe(null);
  });
});

describe('security', () => {
  it.each<[string, { given: Operation['security']; want: string | null }]>([
    ['the usual', { given: [requirement('token')], want: null }],
    ['none', { given: [], want: '{ security: [] }' }],
    [
      'alternatives',
      {
        given: [requirement('key'), together('token', 'key')],
        want: "{ security: [['key'], ['token', 'key']] }",
      },
    ],
    ['without what no request shows', { given: [together('token', 'cert')], want: null }],
  ])('%s', (_name, { given, want }) => {
    expect(describeOperation(operation('GET /x', { security: given })).descriptor).toBe(want);
  });
});

describe('a server', () => {
  const at = (url: string, variables: readonly string[] = []) => [
    {
      url,
      description: '',
      variables: variables.map((name) => ({ name, default: 'eu', enum: [], description: '' })),
      origin: ORIGIN,
    },
  ];

  it.each([
    ["that is the client's is not said", { given: at('https://api.acme.test'), want: null }],
    [
      'of its own is',
      { given: at('https://upload.acme.test'), want: "{ server: 'https://upload.acme.test' }" },
    ],
    [
      'has the defaults of variables that are no options',
      { given: at('https://{region}.acme.test', ['region']), want: "{ server: 'https://eu.acme.test' }" },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(describeOperation(operation('GET /x', { ...usual, servers: given })).descriptor).toBe(want);
  });
});
