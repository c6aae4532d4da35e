import { dictionary } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { describeOperation, usual } from '../testing/describe-operation.ts';
import { operation, parameter } from '../testing/model.ts';
import { object, property, string } from '../testing/plan.ts';

const list = { kind: 'array', items: string } as const;
const record = object([property('a', string)]);

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
    'a required parameter of the query',
    {
      given: parameter('q', 'query', { required: true }),
      want: "query: [{ name: 'q', required: true }]",
    },
  ],
  [
    'simple, exploded',
    {
      given: parameter('id', 'path', { explode: true, of: record }),
      want: "path: [{ name: 'id', write: simpleExploded }]",
    },
  ],
  [
    'tabs, for which OpenAPI 3 has no style',
    {
      given: parameter('q', 'query', { of: list, extensions: dictionary([['x-collectionFormat', 'tsv']]) }),
      want: "query: [{ name: 'q', write: tabDelimited }]",
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
    expect(describeOperation(bound, { keys: { id: 'id2' } }).descriptor).toBe(
      "{ path: [{ name: 'id', key: 'id2' }], query: [{ name: 'id', key: 'id2' }] }",
    );
  });
});
