import type { Pagination } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import { readSpec } from '../testing.ts';

interface Given {
  /** Query parameters: names, or names with a description. */
  readonly params?: readonly (string | readonly [string, string])[];
  /** The schema of the answer. */
  readonly body?: string;
  readonly headers?: string;
  readonly description?: string;
  readonly method?: string;
  /** Of all parameters. */
  readonly type?: string;
}

const LIST = '{ type: array, items: { type: object } }';

function operation({
  params = [],
  body = LIST,
  headers = '{}',
  description = '',
  method = 'get',
  type = 'string',
}: Given): string {
  const list = params.map((param) => {
    const [name, text] = typeof param === 'string' ? [param, ''] : param;
    return `{ name: '${name}', in: query, description: ${JSON.stringify(text)}, schema: { type: ${type} } }`;
  });
  return `{ ${method}: { description: ${JSON.stringify(description)}, parameters: [${list.join(', ')}], responses: { '200': { description: OK, headers: ${headers}, content: { application/json: { schema: ${body} } } } } } }`;
}

/** The paging of the first of some operations of one spec. */
function paging(...given: readonly Given[]): Pagination | null | undefined {
  const paths = given.map((one, i) => `  /p${i}: ${operation(one)}`);
  const { operations } = readSpec(`openapi: 3.1.0
info: { title: T, version: '1' }
paths:
${paths.join('\n')}
components:
  schemas:
    Things: { type: array, items: { type: string } }
`);
  return operations[0]?.pagination;
}

const link = (items: string | null, limitParam: string | null): Pagination => ({
  kind: 'link',
  items,
  limitParam,
});
const AFTER = ['after', 'The cursor, obtained from the `Link` response header.'] as const;

describe('paging by the Link header', () => {
  test.each<[string, { given: Given; want: Pagination }]>([
    [
      'the answer declares the header',
      {
        given: { headers: '{ link: { schema: { type: string } } }', params: ['limit'] },
        want: link(null, 'limit'),
      },
    ],
    ['a parameter names it', { given: { params: [AFTER] }, want: link(null, null) }],
    [
      'a parameter speaks of the next link',
      {
        given: { params: [['after', 'Obtained through the `next` link relationship.'], 'limit'] },
        want: link(null, 'limit'),
      },
    ],
    [
      'a parameter speaks of rel=next',
      { given: { params: [['after', 'A link (`rel="next"`) has it.']] }, want: link(null, null) },
    ],
    [
      'the description names it',
      { given: { params: ['limit'], description: 'Follow the Link header.' }, want: link(null, 'limit') },
    ],
    [
      'the list is a member of the body',
      {
        given: { params: [AFTER], body: `{ properties: { items: ${LIST}, total: { type: integer } } }` },
        want: link('/items', null),
      },
    ],
    [
      'the list is a component',
      { given: { params: [AFTER], body: "{ $ref: '#/components/schemas/Things' }" }, want: link(null, null) },
    ],
    [
      'the list is in an envelope within the body',
      {
        given: { params: [AFTER], body: `{ properties: { data: { properties: { items: ${LIST} } } } }` },
        want: link('/data/items', null),
      },
    ],
    [
      'a name in need of escapes',
      { given: { params: [AFTER], body: `{ properties: { a/b: ${LIST} } }` }, want: link('/a~1b', null) },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(paging(given)).toEqual(want);
  });

  test('is taken over from other operations where a cursor can only be in a header', () => {
    const cursor: Given = { params: [['after', 'The cursor of the next page'], 'limit'] };
    expect(paging(cursor)).toBeNull();
    expect(paging(cursor, { params: [AFTER] })).toEqual(link(null, 'limit'));
    expect(paging({ ...cursor, body: `{ properties: { items: ${LIST} } }` }, { params: [AFTER] })).toBeNull();
  });
});

describe('paging by a cursor in the body', () => {
  const body = (members: string): string => `{ properties: { items: ${LIST}, ${members} } }`;
  test.each<[string, { params: readonly string[]; members: string; want: Partial<Pagination> }]>([
    [
      'next and cursor',
      {
        params: ['cursor', 'limit'],
        members: 'next: { type: string }',
        want: { kind: 'cursor', items: '/items', limitParam: 'limit', cursorParam: 'cursor', next: '/next' },
      },
    ],
    [
      'next_page_token and page_token',
      {
        params: ['page_token'],
        members: 'next_page_token: { type: string }',
        want: { cursorParam: 'page_token', next: '/next_page_token' },
      },
    ],
    [
      'nextCursor in meta',
      {
        params: ['cursor'],
        members: 'meta: { properties: { nextCursor: { type: [string, "null"] } } }',
        want: { next: '/meta/nextCursor' },
      },
    ],
    [
      'after, two levels down',
      {
        params: ['after'],
        members: 'paging: { properties: { next: { properties: { after: { type: string } } } } }',
        want: { cursorParam: 'after', next: '/paging/next/after' },
      },
    ],
    [
      'limits of other names',
      {
        params: ['cursor', 'page[size]'],
        members: 'next: { type: string }',
        want: { limitParam: 'page[size]' },
      },
    ],
  ])('%s', (_name, { params, members, want }) => {
    expect(paging({ params, body: body(members) })).toMatchObject(want);
  });

  test.each<[string, { params: readonly string[]; members: string }]>([
    [
      'the address of the next page is no cursor',
      { params: ['cursor'], members: 'next: { type: string, format: uri }' },
    ],
    ['nobody takes the cursor', { params: ['limit'], members: 'next: { type: string }' }],
    ['nobody gives it', { params: ['cursor'], members: 'total: { type: integer }' }],
  ])('not where %s', (_name, { params, members }) => {
    expect(paging({ params, body: body(members) })).toBeNull();
  });
});

describe('paging by numbers', () => {
  test.each<[string, { params: readonly string[]; want: Pagination | null }]>([
    [
      'offset and limit',
      {
        params: ['offset', 'limit'],
        want: { kind: 'offset', items: null, limitParam: 'limit', offsetParam: 'offset' },
      },
    ],
    [
      'skip and top',
      {
        params: ['$skip', '$top'],
        want: { kind: 'offset', items: null, limitParam: '$top', offsetParam: '$skip' },
      },
    ],
    [
      'page and per_page',
      {
        params: ['page', 'per_page'],
        want: { kind: 'page', items: null, limitParam: 'per_page', pageParam: 'page' },
      },
    ],
    ['page alone', { params: ['page'], want: null }],
    ['limit alone', { params: ['limit'], want: null }],
  ])('%s', (_name, { params, want }) => {
    expect(paging({ params, type: 'integer' })).toEqual(want);
  });
});

describe('no paging', () => {
  test.each<[string, Given]>([
    ['of a POST', { method: 'post', params: [AFTER, 'offset', 'limit'] }],
    ['of one thing', { params: [AFTER, 'limit'], body: '{ properties: { id: { type: string } } }' }],
    ['of an answer with two lists', { params: [AFTER], body: `{ properties: { a: ${LIST}, b: ${LIST} } }` }],
    ['by an offset that is a text, for which nobody gives one', { params: ['offset', 'limit'] }],
    ['by a page that is a text', { params: ['page', 'limit'] }],
    ['of a list that nobody says is paged', { headers: '{ X-Total: { schema: { type: integer } } }' }],
    ['of a list whose text happens to name a link', { description: 'Each item has a next link.' }],
  ])('%s', (_name, given) => {
    expect(paging(given)).toBeNull();
  });
});
