import {
  type Catalogue,
  type CatalogueMethod,
  createCore,
  jsonBody,
  method,
} from '@plumbline/client-runtime';
import type { Provider } from '@plumbline/contract-server';
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

/** A shop that takes any things, by their names. */
const MAP: Provider = {
  ...shop,
  document: JSON.parse(
    JSON.stringify(shop.document).replace(
      '{"$ref":"#/components/schemas/NewThing"}',
      '{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}}',
    ),
  ),
};
const ADD: CatalogueMethod = {
  name: 'add_thing',
  verb: 'insert',
  call: 'list',
  operation: 'POST /shops/{shopId}/things',
  params: [
    { name: 'shopId', in: 'path', type: 'string', required: true },
    { name: 'X-Trace', in: 'header', type: 'string', required: true },
  ],
  body: { type: 'object', required: true, fields: [] },
  columns: [],
};

interface Broken {
  readonly provider?: Provider;
  readonly list?: CatalogueMethod;
  readonly function?: ReturnType<typeof method>;
  readonly statement?: string;
  /** Of the checks. */
  readonly names?: readonly string[];
}

const RUNS = 'runs as it is shown in SQL';

/** What the check says of the SQL, and what it leaves out. */
async function verdictOf(broken: Broken) {
  const { provider = shop, list = LIST, function: run = call, statement = shown, names = [RUNS] } = broken;
  const suite = defineContract({ provider, createClient: createShopClient(workings) });
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
  const things = provider.methods.find((one) => one.method === list.name);
  const page = pages[list.name];
  if (things === undefined || page === undefined) throw new Error('The shop has no such method.');
  const given = { call: async () => null, page: { ...page, statements: [statement] } };
  const sqlOf = async () => sqlFor(core, catalogue);
  const checks = checksOf({ ...suite, sqlOf }, things, given);
  const coverage = newCoverage();
  try {
    for (const { name, run: check } of checks) if (names.includes(name)) await check(session, coverage);
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

it('takes `body` for all of a body that has no members to name', async () => {
  const adding = {
    provider: MAP,
    list: ADD,
    names: ['is shown in SQL that names what it has', RUNS],
    function: method('POST /shops/{shopId}/things', { header: ['X-Trace'], body: { write: jsonBody } }),
  };
  const columns = 'INSERT INTO shop.things.things (body, shopId, "X-Trace")';
  const values = "'{{ shopId }}', '{{ X-Trace }}'";
  expect(await verdictOf({ ...adding, statement: `${columns} SELECT '{{ body }}', ${values}` })).toEqual({
    failure: '',
    gaps: [],
  });
  const other = await verdictOf({ ...adding, statement: `${columns} SELECT '{"a":["b"]}', ${values}` });
  expect(other.failure).toContain('the body at `/');
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
