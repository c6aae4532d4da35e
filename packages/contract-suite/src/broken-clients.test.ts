import { describe, expect, it } from 'vitest';
import { expectFailure } from './testing/expect-failure.ts';
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
