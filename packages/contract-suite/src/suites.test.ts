import { createContractServer, type JsonValue } from '@plumbline/contract-server';
import { describe, expect, it } from 'vitest';
import { type Broken, failuresOf, ShopError } from './testing/run-checks.ts';
import { workings } from './testing/sample-client.ts';

const { calls } = workings;

it('finds nothing wrong with a client that does what the document says', async () => {
  expect(await failuresOf({})).toEqual([]);
});

/** Each with a check that fails, and a part of what it says. */
const broken: readonly [string, Broken & { readonly fails: string; readonly says: string }][] = [
  [
    'sends another method',
    {
      client: { calls: { ...calls, add: { ...calls.add, method: 'PUT' } } },
      fails: 'add_thing sends what is required',
      says: 'has no method PUT',
    },
  ],
  [
    'goes to another path',
    {
      client: { calls: { ...calls, label: { ...calls.label, path: '/things/{id}/labels' } } },
      fails: 'get_label sends what is required',
      says: 'No operation has the path',
    },
  ],
  [
    'drops a header',
    {
      client: { calls: { ...calls, add: { ...calls.add, headers: [] } }, refuses: () => null },
      fails: 'add_thing sends what is required',
      says: 'The header parameter `X-Trace` is missing.',
    },
  ],
  [
    'drops an optional parameter',
    {
      client: {
        calls: { ...calls, list: { ...calls.list, query: ['limit', 'after'] } },
        refuses: () => null,
      },
      fails: 'list_things sends everything that is accepted',
      says: 'the query parameter `tags` was given as ',
    },
  ],
  [
    'swaps parameters',
    {
      client: { calls: { ...calls, list: { ...calls.list, query: ['after'] } }, refuses: () => null },
      fails: 'list_things sends everything that is accepted',
      says: 'the query parameter `limit` was given as ',
    },
  ],
  [
    'encodes nothing',
    {
      client: { encode: (text) => text },
      fails: 'get_label sends what is required',
      says: 'GET /things/{id}/label: ',
    },
  ],
  [
    'encodes twice',
    {
      client: { encode: (text) => encodeURIComponent(encodeURIComponent(text)) },
      fails: 'get_label sends any values as they are given',
      says: 'again     seed 1 (PLUMBLINE_CONTRACT_SEED), path ',
    },
  ],
  [
    'writes blanks as plus signs in a path',
    {
      client: { encode: (text) => encodeURIComponent(text).replaceAll('%20', '+') },
      fails: 'get_label sends what is required',
      says: 'the path parameter `id` was given as "id a b&c=d/é?#%+" and arrived as "id+a+b&c=d/é?#%+"',
    },
  ],
  [
    'loses a field of the body',
    {
      client: { write: (body) => JSON.stringify({ ...(body as object), kind: undefined }) },
      fails: 'add_thing sends everything that is accepted',
      says: 'the body at `/kind` was given as "',
    },
  ],
  [
    'shortens what it sends',
    {
      client: {
        write: (body) =>
          JSON.stringify(body, (_key, value) => (typeof value === 'string' ? value.slice(0, 11) : value)),
      },
      fails: 'add_thing accepts what is at a limit',
      says: 'the body at `/name` was given as "',
    },
  ],
  [
    'keeps to itself what is beyond a limit',
    {
      client: {
        write: (body) =>
          JSON.stringify(body, (key, value) => (key === 'name' ? String(value).slice(0, 12) : value)),
      },
      fails: 'add_thing is refused what is beyond a limit',
      says: 'the body at `/name` breaks maxLength with "',
    },
  ],
  [
    'forgets the credentials',
    {
      client: { credentials: () => undefined },
      fails: 'get_label sends what is required',
      says: 'The credentials of `key` are missing.',
    },
  ],
  [
    'knows one kind of credentials',
    {
      client: { credentials: ({ key }) => (key === undefined ? undefined : `Key ${key}`) },
      fails: 'get_label sends the credentials of token',
      says: 'credentials',
    },
  ],
  [
    'lets a path be left',
    {
      client: { refuses: () => null },
      fails: 'get_label refuses path id to lead elsewhere',
      says: 'the path parameter `id` given as "" a request is sent',
    },
  ],
  [
    'takes parameters that nobody declared',
    {
      client: { refuses: () => null },
      fails: 'list_things refuses a parameter that nobody declared',
      says: 'with a parameter that nobody declared a request is sent',
    },
  ],
  [
    'does without a required parameter',
    {
      client: { refuses: () => null },
      fails: 'add_thing refuses a call without header X-Trace',
      says: 'with the header parameter `X-Trace` missing a request is sent',
    },
  ],
  [
    'does without a required field',
    {
      client: { refuses: () => null },
      fails: 'add_thing is refused a body without a required field',
      says: 'with a body without `/name` a request is sent',
    },
  ],
  [
    'reads numbers as texts',
    {
      client: {
        read: (text) =>
          text === ''
            ? undefined
            : JSON.parse(text, (_key, value) => (typeof value === 'number' ? String(value) : value)),
      },
      fails: 'list_things decodes 200 application/json',
      says: 'is decoded as ',
    },
  ],
  [
    'reads texts as JSON',
    {
      client: { read: (text) => (text === '' ? undefined : JSON.parse(text)) },
      fails: 'get_label decodes 200 text/plain',
      says: 'was rejected',
    },
  ],
  [
    'takes errors for successes',
    {
      client: { isFailure: () => false },
      fails: 'list_things rejects with 404 application/json',
      says: 'the answer 404 was taken for a success',
    },
  ],
  [
    'has one class of errors',
    {
      client: { error: (status, body) => new ShopError(status, body) },
      fails: 'list_things rejects with 404 application/json',
      says: 'the error of 404 is not one of the class of 404',
    },
  ],
  [
    'loses the body of an error',
    {
      client: { error: (status) => workings.error(status, undefined) },
      fails: 'list_things rejects with 404 application/json',
      says: 'the body of 404 at ``',
    },
  ],
  [
    'reads the first page alone',
    {
      client: { next: () => null },
      fails: 'list_things pages to the last item',
      says: 'the list has 7 items, and 3 are read',
    },
  ],
  [
    'loses the last item',
    {
      client: { stopsAt: (items) => items.length === 6 },
      fails: 'list_things pages to the last item',
      says: 'the list has 7 items, and 6 are read',
    },
  ],
  [
    'reads a page twice',
    {
      client: { calls: { ...calls, list: { ...calls.list } }, next: firstPageTwice() },
      fails: 'list_things pages to the last item',
      says: 'the list has 7 items, and 10 are read',
    },
  ],
  [
    'asks for one page too many',
    {
      client: { next: beyondTheLast() },
      fails: 'list_things pages nothing where the first page is empty',
      says: '2 pages are asked for, where 1 would do',
    },
  ],
  [
    'never sends again',
    {
      client: { waits: () => null },
      fails: 'get_label sends again after 429, as Retry-After says',
      says: 'after 429 it is not sent again',
    },
  ],
  [
    'waits as long as it likes',
    {
      client: { waits: (...given) => (workings.waits(...given) === null ? null : 1500) },
      fails: 'get_label sends again after 503, as Retry-After says',
      says: 'Retry-After asks for 7 s, and the client waits [1.5]',
    },
  ],
  [
    'does not know the header of the provider',
    {
      client: {
        waits: (response, ...rest) =>
          response.headers.get('retry-after') === '' ? 1000 : workings.waits(response, ...rest),
      },
      fails: 'get_label sends again after 429, as x-reset says',
      says: 'x-reset asks for 23 s',
    },
  ],
  [
    'sends anything again',
    {
      client: { waits: (response, call) => workings.waits(response, call, true) },
      fails: 'add_thing is not sent again by itself',
      says: 'it is sent 2 times, though it is not idempotent',
    },
  ],
];

describe('a client that', () => {
  it.each(broken)('%s', async (_what, { fails, says, ...given }) => {
    await expectFailure(given, fails, says);
  });
});

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

async function expectFailure(given: Broken, fails: string, says: string): Promise<void> {
  const name = fails.slice(fails.indexOf(' ') + 1);
  const only = new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  const failures = await failuresOf({ ...given, only });
  expect(failures.find((failure) => failure.name === fails)?.message ?? failures).toContain(says);
}

function without(value: unknown, name: string): JsonValue {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === name ? undefined : part)));
}

/** Follows the first page's own link once, before it goes on. */
function firstPageTwice(): (response: Response) => string | null {
  let isTwice = false;
  return (response) => {
    const next = workings.next(response);
    if (isTwice || next === null) return next;
    isTwice = true;
    return /<([^>]*)>; rel="self"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
  };
}

function beyondTheLast(): (response: Response) => string | null {
  let isDone = false;
  return (response) => {
    const next = workings.next(response);
    if (isDone || next !== null) return next;
    isDone = true;
    return response.url;
  };
}
