import { dictionary, type Operation, type Param } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { methodOf, modelOf, operation, parameter, paramOf, response } from '../testing/model.ts';
import { ORIGIN, object, property, string } from '../testing/plan.ts';
import { boundResources } from './bound-resource.ts';
import { printDescriptor } from './descriptor.ts';
import { planSecurity } from './security.ts';
import { planServer } from './servers.ts';

const list = { kind: 'array', items: string } as const;
const record = object([property('a', string)]);
const json = { 'application/json': record };

/** The descriptor of an operation, and what it needs of the runtime. */
function describeOperation(bound: Operation, keys: { readonly [name: string]: string } = {}) {
  const params: Param[] = bound.parameters.map((one) => paramOf(one, keys[one.name]));
  const model = modelOf(
    { services: { things: { things: [[methodOf('call', bound, { params }), bound]] } } },
    {
      securitySchemes: ['token', 'key', 'cert'].map((name) => ({
        name,
        type: name === 'cert' ? 'mutualTLS' : 'oauth2',
        description: '',
        origin: ORIGIN,
      })),
      // What the others need, so that it is the usual.
      operations: dictionary([
        ['GET /a', operation('GET /a', { security: [requirement('token')] })],
        ['GET /b', operation('GET /b', { security: [requirement('token')] })],
        [bound.key, bound],
      ]),
    },
  );
  const [method] = boundResources(model)[0]?.methods ?? [];
  if (method === undefined) throw new Error('no method');
  const runtime: string[] = [];
  const descriptor = printDescriptor(method, {
    schemas: model.schemas,
    security: planSecurity(model),
    server: planServer(model),
    onRuntime: (name) => runtime.push(name),
  });
  return { descriptor, runtime };
}

const requirement = (...names: readonly string[]) => ({
  schemes: names.map((name) => ({ name, scopes: [] })),
});
const usual = { security: [requirement('token')] };

const placements: [string, { given: ReturnType<typeof parameter>; want: string | null }][] = [
  ['a path parameter that is plain: the path says it', { given: parameter('id', 'path'), want: null }],
  [
    'matrix',
    { given: parameter('id', 'path', { style: 'matrix' }), want: "path: [{ name: 'id', write: matrix }]" },
  ],
  [
    'matrix, exploded, of a scalar: the same',
    {
      given: parameter('id', 'path', { style: 'matrix', explode: true }),
      want: "path: [{ name: 'id', write: matrix }]",
    },
  ],
  [
    'matrix, exploded',
    {
      given: parameter('id', 'path', { style: 'matrix', explode: true, of: list }),
      want: "path: [{ name: 'id', write: matrixExploded }]",
    },
  ],
  [
    'label, exploded',
    {
      given: parameter('id', 'path', { style: 'label', explode: true, of: list }),
      want: "path: [{ name: 'id', write: labelExploded }]",
    },
  ],
  [
    'simple, exploded, of a list: the same as not',
    { given: parameter('id', 'path', { explode: true, of: list }), want: null },
  ],
  [
    'simple, exploded',
    {
      given: parameter('id', 'path', { explode: true, of: record }),
      want: "path: [{ name: 'id', write: simpleExploded }]",
    },
  ],
  [
    'content in a path',
    {
      given: parameter('id', 'path', { mediaType: 'application/json' }),
      want: "path: [{ name: 'id', write: jsonText }]",
    },
  ],
  ['a query parameter', { given: parameter('q', 'query'), want: "query: ['q']" }],
  [
    'form, not exploded',
    {
      given: parameter('q', 'query', { explode: false, of: list }),
      want: "query: [{ name: 'q', write: formJoined }]",
    },
  ],
  [
    'form, not exploded, of a scalar: the same',
    { given: parameter('q', 'query', { explode: false }), want: "query: ['q']" },
  ],
  [
    'spaceDelimited',
    {
      given: parameter('q', 'query', { style: 'spaceDelimited', explode: false, of: list }),
      want: "query: [{ name: 'q', write: spaceDelimited }]",
    },
  ],
  [
    'pipeDelimited, exploded: as form',
    {
      given: parameter('q', 'query', { style: 'pipeDelimited', explode: true, of: list }),
      want: "query: ['q']",
    },
  ],
  [
    'deepObject',
    {
      given: parameter('q', 'query', { style: 'deepObject', explode: true, of: record }),
      want: "query: [{ name: 'q', write: deepObject }]",
    },
  ],
  [
    'allowReserved',
    {
      given: parameter('q', 'query', { allowReserved: true }),
      want: "query: [{ name: 'q', encode: reserved }]",
    },
  ],
  [
    'content in a query',
    {
      given: parameter('q', 'query', { mediaType: 'application/json' }),
      want: "query: [{ name: 'q', write: jsonContent }]",
    },
  ],
  [
    'content that is text',
    { given: parameter('q', 'query', { mediaType: 'text/plain' }), want: "query: ['q']" },
  ],
  ['a header', { given: parameter('If-Match', 'header'), want: "header: ['If-Match']" }],
  [
    'a header of a list: its values are joined anyway',
    { given: parameter('X-Ids', 'header', { of: list, explode: true }), want: "header: ['X-Ids']" },
  ],
  ['a cookie', { given: parameter('sid', 'cookie'), want: "cookie: ['sid']" }],
  [
    'a style that its place does not have',
    { given: parameter('q', 'header', { style: 'deepObject' }), want: "header: ['q']" },
  ],
  ['a hostile name', { given: parameter("it's", 'query'), want: "query: ['it\\'s']" }],
];

describe('where a parameter goes', () => {
  it.each(placements)('%s', (_name, { given, want }) => {
    const key = given.in === 'path' ? 'GET /x/{id}' : 'GET /x';
    const { descriptor, runtime } = describeOperation(operation(key, { ...usual, parameters: [given] }));
    expect(descriptor).toBe(want === null ? null : `{ ${want} }`);
    const named = [...(want ?? '').matchAll(/(?:write|encode): (\w+)/g)].map(([, name]) => name);
    expect(runtime).toEqual(named);
  });

  it('into the variable left over, where the spec spells the two differently', () => {
    const bound = operation('GET /teams/{team_id}', { parameters: [parameter('team-id', 'path')], ...usual });
    expect(describeOperation(bound).descriptor).toBe("{ path: [{ name: 'team_id', key: 'team-id' }] }");
  });

  it('under another key than its name', () => {
    const parameters = [parameter('id', 'path'), parameter('id', 'query')];
    const bound = operation('GET /x/{id}', { ...usual, parameters });
    expect(describeOperation(bound, { id: 'id2' }).descriptor).toBe(
      "{ path: [{ name: 'id', key: 'id2' }], query: [{ name: 'id', key: 'id2' }] }",
    );
  });
});

const bodies: [string, { given: Operation; want: string | null }][] = [
  ['JSON', { given: operation('POST /x', { body: json }), want: 'body: true' }],
  [
    'JSON of another type',
    {
      given: operation('POST /x', { body: { 'application/merge-patch+json': record } }),
      want: "body: { type: 'application/merge-patch+json' }",
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

const text = response('200', { 'text/csv': string });
const none = response('200');
const answers: [string, { given: Operation['responses']; want: string | null }][] = [
  ['JSON', { given: [response('200', json), response('404', { 'text/html': string })], want: null }],
  [
    'JSON of another type',
    { given: [response('200', { 'application/hal+json': record })], want: "accept: 'application/hal+json'" },
  ],
  [
    'JSON of several types',
    {
      given: [response('200', json), response('201', { 'application/hal+json': record })],
      want: "accept: 'application/json, application/hal+json'",
    },
  ],
  ['text', { given: [text], want: "accept: 'text/csv', decode: decodeText" }],
  [
    'text by its schema',
    {
      given: [response('200', { 'application/pkcs10': string })],
      want: "accept: 'application/pkcs10', decode: decodeText",
    },
  ],
  ['bytes', { given: [response('200', { 'image/*': null })], want: "accept: 'image/*', decode: decodeBlob" }],
  [
    'JSON or something else: JSON is asked for',
    { given: [response('200', { 'text/csv': string, ...json })], want: 'decode: decodeByType' },
  ],
  ['nothing, by a status that never has a body', { given: [response('204')], want: null }],
  ['nothing, by one that may', { given: [none], want: 'decode: decodeNothing' }],
  ['something or nothing', { given: [response('200', json), response('202')], want: null }],
  [
    'what is left, where no success is named',
    {
      given: [response('404'), response('default', { 'text/csv': string })],
      want: "accept: 'text/csv', decode: decodeText",
    },
  ],
];

describe('an answer', () => {
  it.each(answers)('of %s', (_name, { given, want }) => {
    const { descriptor } = describeOperation(operation('GET /x', { ...usual, responses: given }));
    expect(descriptor).toBe(want === null ? null : `{ ${want} }`);
  });
});

describe('security', () => {
  it.each<[string, { given: Operation['security']; want: string | null }]>([
    ['the usual', { given: [requirement('token')], want: null }],
    ['none', { given: [], want: '{ security: [] }' }],
    [
      'alternatives',
      {
        given: [requirement('key'), requirement('token', 'key')],
        want: "{ security: [['key'], ['token', 'key']] }",
      },
    ],
    ['without what no request shows', { given: [requirement('token', 'cert')], want: null }],
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
