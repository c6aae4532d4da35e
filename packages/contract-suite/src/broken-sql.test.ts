import { type Catalogue, type CatalogueMethod, createCore, method } from '@plumbline/client-runtime';
import { sqlFor } from '@plumbline/sql-engine';
import { expect, it } from 'vitest';
import { checksOf } from './checks/checks.ts';
import { defineContract } from './contract.ts';
import { credentialHeaders } from './credentials.ts';
import { newCoverage } from './meta.ts';
import { pages } from './testing/run-checks.ts';
import { createShopClient, workings } from './testing/sample-client.ts';
import { shop } from './testing/sample-provider.ts';

/** What the catalogue says of the method that lists things, and what the client does. */
const LIST: CatalogueMethod = {
  name: 'list_things',
  verb: 'select',
  call: 'list',
  operation: 'GET /shops/{shopId}/things',
  params: [
    { name: 'shopId', in: 'path', type: 'string', required: true },
    { name: 'limit', in: 'query', type: 'integer' },
  ],
  columns: [
    { name: 'id', type: 'string' },
    { name: 'name', type: 'string' },
  ],
};
const call = method('GET /shops/{shopId}/things', { query: ['limit'] });
const shown = "SELECT id, name FROM shop.things.things WHERE shopId = '{{ shopId }}' AND limit = {{ limit }}";

interface Broken {
  readonly list?: CatalogueMethod;
  readonly function?: typeof call;
  readonly statement?: string;
}

/** What the check says of the SQL, and what it leaves out. */
async function verdictOf({ list = LIST, function: run = call, statement = shown }: Broken) {
  const suite = defineContract({ provider: shop, createClient: createShopClient(workings) });
  const session = await suite.open();
  const resource = { name: 'things', methods: [list], load: async () => ({ list: run }) };
  const catalogue: Catalogue = {
    provider: 'shop',
    server: session.server.url,
    variables: [],
    services: [{ name: 'things', resources: ['things'], load: async () => ({ resources: [resource] }) }],
  };
  const core = createCore(
    { server: session.server.url, variables: [] },
    {
      fetch: (input: string | Request, init?: RequestInit) => {
        const request = new Request(input, init);
        for (const [name, value] of Object.entries(credentialHeaders(shop, 'key') ?? {}))
          request.headers.set(name, value);
        return fetch(request);
      },
    },
  );
  const things = shop.methods.find((one) => one.method === 'list_things');
  const page = pages.list_things;
  if (things === undefined || page === undefined) throw new Error('The shop lists things.');
  const given = { call: async () => null, page: { ...page, statements: [statement] } };
  const sqlOf = async () => sqlFor(core, catalogue);
  const checks = checksOf({ ...suite, sqlOf }, things, given);
  const coverage = newCoverage();
  try {
    for (const { name, run: check } of checks) {
      if (name === 'runs as it is shown in SQL') await check(session, coverage);
    }
    return { failure: '', gaps: [...coverage.uncovered.values()] };
  } catch (error) {
    return { failure: String(error), gaps: [] };
  } finally {
    await session.close();
  }
}

it('finds nothing wrong with SQL that runs', async () => {
  expect(await verdictOf({})).toEqual({ failure: '', gaps: [] });
});

const broken: readonly [string, Broken & { readonly says: string }][] = [
  [
    'a client that goes elsewhere',
    { function: method('GET /things/{shopId}/label'), says: 'GET /shops/{shopId}/things: ' },
  ],
  [
    'a client that drops a parameter',
    { function: method('GET /shops/{shopId}/things'), says: '`limit` is not among the parameters' },
  ],
  [
    'a catalogue that has not the name',
    { list: { ...LIST, params: LIST.params.slice(0, 1) }, says: 'has no column `limit`' },
  ],
  [
    'a catalogue that has another type',
    {
      list: { ...LIST, params: LIST.params.map((one) => ({ ...one, type: 'object' as const })) },
      says: 'takes an object',
    },
  ],
  [
    'a catalogue that lacks a column',
    { list: { ...LIST, columns: LIST.columns.slice(0, 1) }, says: 'has no column `name`' },
  ],
  [
    'another resource',
    { statement: shown.replace('things.things', 'things.shelves'), says: 'has no resource `shelves`' },
  ],
  [
    'another value',
    {
      statement: "SELECT id FROM shop.things.things WHERE shopId = 'other'",
      says: 'the path parameter `shopId` was given as ',
    },
  ],
];

it.each(broken)('finds %s', async (_name, { says, ...given }) => {
  expect((await verdictOf(given)).failure).toContain(says);
});

it('tells of a page that gives no value to what is required, and sends nothing', async () => {
  const statement = 'SELECT id FROM shop.things.things WHERE limit = {{ limit }}';
  expect(await verdictOf({ statement })).toEqual({
    failure: '',
    gaps: ['the SQL of its page gives no value to `shopId`'],
  });
});
