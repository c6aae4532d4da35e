// What a statement costs beside a loop over the client: the same rows from a `fetch` that answers at once, in one process.
import process from 'node:process';
import { type Catalogue, type ClientCore, createCore, linkPages, method } from '@plumbline/client-runtime';
import { sqlFor } from '@plumbline/sql-engine';

const COUNT = 100_000;
const PAGE = 1000;
const COLUMNS = ['id', 'login', 'status', 'created', 'age', 'active', 'profile', 'tags'] as const;
const TYPES = ['string', 'string', 'string', 'string', 'integer', 'boolean', 'object', 'array'] as const;

/** Pages of users, as text: reading them is the work of both. */
function pageOf(page: number): Response {
  const rows = Array.from({ length: PAGE }, (_, i) => {
    const n = page * PAGE + i;
    return {
      id: `00u${n}`,
      login: `user${n}@example.com`,
      status: n % 3 === 0 ? 'ACTIVE' : 'STAGED',
      created: '2026-01-01T00:00:00.000Z',
      age: n % 90,
      active: n % 2 === 0,
      profile: { email: `user${n}@example.com`, firstName: 'Ada', lastName: `L${n}` },
      tags: ['a', `t${n % 10}`],
    };
  });
  const isLast = (page + 1) * PAGE >= COUNT;
  const headers = {
    'content-type': 'application/json',
    ...(isLast ? {} : { link: `</users?page=${page + 1}>; rel="next"` }),
  };
  return new Response(JSON.stringify(rows), { headers });
}

const list = method('GET /users', { query: ['page'], page: { by: linkPages } });
const client: ClientCore = createCore(
  { server: 'https://api.example.com', variables: [] },
  {
    fetch: async (input: string | Request) =>
      pageOf(Number(new URL(typeof input === 'string' ? input : input.url).searchParams.get('page') ?? 0)),
  },
);
const catalogue: Catalogue = {
  provider: 'acme',
  server: 'https://api.example.com',
  variables: [],
  services: [
    {
      name: 'people',
      resources: ['users'],
      load: async () => ({
        resources: [
          {
            name: 'users',
            load: async () => ({ list }),
            methods: [
              {
                name: 'list_users',
                verb: 'select',
                call: 'list',
                operation: 'GET /users',
                params: [{ name: 'page', in: 'query', type: 'integer' }],
                columns: COLUMNS.map((name, i) => ({ name, type: TYPES[i] ?? 'any' })),
                isPaged: true,
              },
            ],
          },
        ],
      }),
    },
  ],
};
const sql = sqlFor(client, catalogue);

const runs: { readonly [name: string]: () => Promise<number> } = {
  async loop() {
    let count = 0;
    const pages = (list(client, {} as never) as unknown as AsyncIterable<{ readonly id: string }>)[
      Symbol.asyncIterator
    ]();
    for (let row = await pages.next(); !row.done; row = await pages.next())
      count += row.value.id === '' ? 0 : 1;
    return count;
  },
  columns: () => countOf('SELECT id, login, status FROM acme.people.users'),
  filtered: () => countOf("SELECT id FROM acme.people.users WHERE status = 'ACTIVE' AND age > 10"),
  all: () => countOf('SELECT * FROM acme.people.users'),
  ordered: () => countOf('SELECT id, login FROM acme.people.users ORDER BY login'),
};

async function countOf(text: string): Promise<number> {
  let count = 0;
  for await (const row of sql.run(text)) count += row.id === '' ? 0 : 1;
  return count;
}

const [name = 'all'] = process.argv.slice(2);
const before = process.cpuUsage();
const rows = await runs[name]?.();
const { user, system } = process.cpuUsage(before);
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ rows, cpuSeconds: (user + system) / 1e6, megabytes }));
