import { describe, expect, it } from 'vitest';
import { testProvider } from './testing/provider.ts';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `u${i}`, age: i, status: 'ACTIVE' }));

describe('how many pages are asked for', () => {
  const table: [string, { given: string; want: number; rows: number }][] = [
    ['all of them', { given: 'SELECT id FROM acme.people.users', want: 10, rows: 20 }],
    ['a LIMIT that fits into one', { given: 'SELECT id FROM acme.people.users LIMIT 7', want: 1, rows: 7 }],
    [
      'a LIMIT of pages that the statement sizes',
      { given: 'SELECT id FROM acme.people.users WHERE size = 5 LIMIT 10', want: 2, rows: 10 },
    ],
    [
      'one row more',
      { given: 'SELECT id FROM acme.people.users WHERE size = 5 LIMIT 11', want: 3, rows: 11 },
    ],
    [
      'OFFSET',
      { given: 'SELECT id FROM acme.people.users WHERE size = 5 LIMIT 5 OFFSET 5', want: 2, rows: 5 },
    ],
    [
      'a condition, until there are enough',
      { given: 'SELECT id FROM acme.people.users WHERE age >= 4 LIMIT 2', want: 3, rows: 2 },
    ],
    [
      'a condition that all pages are asked for',
      { given: 'SELECT id FROM acme.people.users WHERE age >= 4 AND age < 6 LIMIT 3', want: 10, rows: 2 },
    ],
    ['LIMIT 0', { given: 'SELECT id FROM acme.people.users LIMIT 0', want: 0, rows: 0 }],
    ['what cannot be', { given: 'SELECT id FROM acme.people.users WHERE status IN ()', want: 0, rows: 0 }],
    [
      'one by its id',
      { given: "SELECT * FROM acme.people.users WHERE id = 'u3' AND age > 1", want: 1, rows: 1 },
    ],
    [
      'of several, no more than are needed',
      { given: "SELECT id FROM acme.people.users WHERE id IN ('u1', 'u2', 'u3') LIMIT 2", want: 2, rows: 2 },
    ],
    [
      'an order needs all',
      { given: 'SELECT id FROM acme.people.users ORDER BY age DESC LIMIT 1', want: 10, rows: 1 },
    ],
  ];
  it.each(table)('%s', async (_name, { given, want, rows }) => {
    const { rows: run, requests } = testProvider({ users: numbered(20) });
    expect(await run(given)).toHaveLength(rows);
    expect(requests()).toHaveLength(want);
  });

  it('a page when its rows are taken, no sooner', async () => {
    const { sql, requests } = testProvider({ users: numbered(20) });
    const answer = sql`SELECT id FROM acme.people.users`;
    let taken = 0;
    for await (const _row of answer) {
      taken += 1;
      expect(requests()).toHaveLength(Math.ceil(taken / 2));
      if (taken === 5) break;
    }
    expect(requests()).toHaveLength(3);
    expect([answer.requests, answer.rowsRead]).toEqual([3, 6]);
  });
});

describe('a join of 1,000 users', () => {
  const users = numbered(1000);
  const tokens = users.flatMap(({ id }) => [{ id: `${id}-t`, userId: id, scopes: [] }]);
  const text =
    'SELECT u.id, t.id AS token FROM acme.people.users u JOIN acme.people.tokens t ON t.userId = u.id WHERE u.size = 200';

  it.each([1, 8, 20])('never has more than %i requests on their way', async (concurrency) => {
    let [flying, most] = [0, 0];
    const { rows, requests } = testProvider(
      { users, tokens },
      {
        around: async (respond) => {
          flying += 1;
          most = Math.max(most, flying);
          await new Promise(setImmediate);
          flying -= 1;
          return respond();
        },
      },
    );
    const got = await rows(text, { concurrency, maxRequests: 1005 });
    expect(got).toEqual(users.map(({ id }) => ({ id, token: `${id}-t` })));
    expect(requests()).toHaveLength(1005);
    expect(most).toBe(concurrency);
  });

  it('is refused by the cap before any of them is asked for', async () => {
    const { rows, requests } = testProvider({ users, tokens });
    await expect(rows(text, { maxRequests: 100 })).rejects.toMatchObject({
      code: 'too-many-requests',
      message: '`acme.people.tokens` would be asked 1000 times, which is more than 100.',
    });
    expect(requests()).toHaveLength(5);
  });

  it('stops asking where a request fails', async () => {
    let count = 0;
    const { rows, requests } = testProvider(
      { users, tokens },
      {
        around: async (respond) => {
          count += 1;
          return count === 50 ? new Response('{}', { status: 500 }) : respond();
        },
      },
    );
    await expect(rows(text, { maxRequests: 2000 })).rejects.toMatchObject({ status: 500 });
    expect(requests().length).toBeLessThan(60);
  });
});

describe('30 lists of 3 pages each', () => {
  const statuses = Array.from({ length: 30 }, (_, i) => `s${i}`);
  const users = statuses.flatMap((status) =>
    Array.from({ length: 6 }, (_, i) => ({ id: `${status}-${i}`, status })),
  );
  const list = statuses.map((status) => `'${status}'`).join(', ');
  const streamed = `SELECT id FROM acme.people.users WHERE status IN (${list})`;
  const stored = `SELECT id, count(*) OVER () FROM acme.people.users WHERE status IN (${list})`;

  /** A provider that answers all that it was asked meanwhile at once; `most` requests were on their way then. */
  function inRounds() {
    const waiting: (() => void)[] = [];
    const facts = { rounds: 0, most: 0 };
    const answer = async (): Promise<void> => {
      // Until everything that does not wait for an answer has come to an end.
      for (let asked = 0; asked < waiting.length; ) {
        asked = waiting.length;
        for (let i = 0; i < 4; i += 1) await new Promise(setImmediate);
      }
      facts.rounds += 1;
      facts.most = Math.max(facts.most, waiting.length);
      for (const one of waiting.splice(0)) one();
    };
    const around = (respond: () => Promise<Response>): Promise<Response> =>
      new Promise((resolve) => {
        waiting.push(() => resolve(respond()));
        if (waiting.length === 1) void answer();
      });
    return { facts, ...testProvider({ users }, { around }) };
  }

  it.each([
    ['as they come', { text: streamed, concurrency: 1, rounds: 90 }],
    ['as they come', { text: streamed, concurrency: 8, rounds: 12 }],
    ['into a table', { text: stored, concurrency: 1, rounds: 90 }],
    ['into a table', { text: stored, concurrency: 8, rounds: 12 }],
    ['into a table', { text: stored, concurrency: 90, rounds: 3 }],
  ])('%s: all that may be on their way are, %o', async (_name, { text, concurrency, rounds }) => {
    const { facts, rows, requests } = inRounds();
    const got = await rows(text, { concurrency });
    expect(got.map((row) => 'id' in row && row.id)).toEqual(users.map(({ id }) => id));
    expect(requests()).toHaveLength(90);
    expect(facts).toEqual({ rounds, most: Math.min(concurrency, 30) });
  });

  it('are read no further ahead than somebody waits for', async () => {
    const { sql, requests } = inRounds();
    for await (const _row of sql.run(streamed, { concurrency: 4 })) {
      for (let i = 0; i < 50; i += 1) await new Promise(setImmediate);
      break;
    }
    expect(requests()).toHaveLength(4);
  });
});

it('holds no more rows than a page, however many there are', async () => {
  const { sql, received } = testProvider({ users: numbered(20_000) });
  let [taken, most] = [0, 0];
  for await (const _row of sql.run('SELECT id, age FROM acme.people.users WHERE size = 1000')) {
    most = Math.max(most, received.length * 1000 - taken);
    taken += 1;
  }
  expect(taken).toBe(20_000);
  expect(most).toBe(1000);
});
