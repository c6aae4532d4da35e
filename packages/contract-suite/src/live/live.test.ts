import {
  type ContractServer,
  createContractServer,
  type Provider,
  type ProviderMethod,
} from '@plumbline/contract-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveOptions } from './environment.ts';
import { runLive } from './run-live.ts';
import { liveSummaryOf } from './summary.ts';

const list = (schema: string) => ({
  200: {
    description: '',
    content: {
      'application/json': { schema: { type: 'array', items: { $ref: `#/components/schemas/${schema}` } } },
    },
  },
});
const path = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });

const provider: Provider = {
  format: 1,
  provider: 'acme',
  title: 'Acme',
  specVersion: '1.0',
  serverVariables: [
    { name: 'subdomain', url: 'https://{subdomain}.acme.test', default: 'my-org', env: 'ACME_SUBDOMAIN' },
  ],
  auth: { apiToken: { prefix: 'SSWS ', env: 'ACME_TOKEN' } },
  errors: {},
  rateLimit: { reset: 'x-rate-limit-reset' },
  methods: [
    ['pets', 'list_toys', 'GET /users/{userId}/pets/{petId}/toys'],
    ['pets', 'list_pets', 'GET /users/{userId}/pets'],
    ['users', 'get_user', 'GET /users/{userId}'],
    ['users', 'list_users', 'GET /users'],
    ['users', 'add_user', 'POST /users'],
    ['logs', 'list_logs', 'GET /logs'],
    ['rooms', 'get_room', 'GET /rooms/{roomId}'],
  ].map(
    ([resource = '', method = '', operation = '']): ProviderMethod => ({
      resource: `acme.${resource}`,
      method,
      call: `${resource}.${method}`,
      sqlVerb: 'select',
      operation,
      deprecated: false,
      params: [...operation.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
        name,
        wireName: name,
        key: name,
        in: 'path',
        required: true,
      })),
      body: null,
      fields: [],
      pagination: null,
      successes: ['200'],
      security: [['apiToken']],
    }),
  ),
  document: {
    openapi: '3.1.0',
    info: { title: 'Acme', version: '1.0' },
    paths: {
      '/users': { get: { responses: list('User') }, post: { responses: list('User') } },
      '/users/{userId}': {
        get: {
          parameters: [path('userId')],
          responses: {
            200: {
              description: '',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } },
            },
          },
        },
      },
      '/users/{userId}/pets': { get: { parameters: [path('userId')], responses: list('Pet') } },
      '/users/{userId}/pets/{petId}/toys': {
        get: { parameters: [path('userId'), path('petId')], responses: list('Pet') },
      },
      '/logs': {
        get: {
          parameters: [{ name: 'since', in: 'query', required: true, schema: { type: 'string' } }],
          responses: list('Pet'),
        },
      },
      '/rooms/{roomId}': { get: { parameters: [path('roomId')], responses: list('Pet') } },
    },
    components: {
      securitySchemes: { apiToken: { type: 'apiKey', in: 'header', name: 'Authorization' } },
      schemas: {
        User: {
          type: 'object',
          required: ['id', 'name'],
          properties: {
            id: { type: 'string' },
            name: { type: 'string' },
            age: { type: 'integer' },
            profile: { type: 'object', properties: { nick: { type: 'string' } } },
            labels: { type: 'object', additionalProperties: { type: 'string' } },
          },
        },
        Pet: { type: 'object', properties: { id: { type: 'string' } } },
      },
    },
  },
};

/** A client as small as can be. */
function createClient(given: object): unknown {
  const { baseUrl, fetch } = given as { baseUrl: string; fetch: (request: Request) => Promise<Response> };
  const services: { [service: string]: { [method: string]: unknown } } = {};
  for (const { call, operation } of provider.methods) {
    const [service = '', method = ''] = call.split('.');
    const [verb = '', template = ''] = (operation ?? '').split(' ');
    services[service] = {
      ...services[service],
      [method]: async (input: { readonly [key: string]: string }) => {
        const target = template.replace(/\{(\w+)\}/g, (_whole, name: string) =>
          encodeURIComponent(String(input[name])),
        );
        const answer = await fetch(
          new Request(baseUrl + target, { method: verb, headers: { authorization: 'SSWS secret' } }),
        );
        return answer.json();
      },
    };
  }
  return services;
}

describe('a live run', () => {
  let org: ContractServer;
  beforeAll(async () => {
    org = await createContractServer(provider);
  });
  afterAll(() => org.close());

  const clock = () => {
    const waits: number[] = [];
    let now = 1_700_000_000_000;
    const sleep = async (milliseconds: number) => {
      waits.push(milliseconds);
      now += milliseconds;
    };
    return { waits, now: () => now, sleep };
  };
  const run = (time = clock()) =>
    runLive({ provider, createClient }, { options: { baseUrl: org.url }, clock: time, rate: 10 });
  const user = { id: 'u/1', name: 'Ada Secretkeeper', labels: { 'very private': 'x' } };

  it('reads what lists have answered, and tells what it could not reach', async () => {
    org.reset();
    org.respondWith('GET /users', { body: [user] });
    org.respondWith('GET /users/{userId}/pets', { body: [] });
    const { covered, uncovered, requests } = await run();
    expect(covered.map(({ method }) => method)).toEqual([
      'acme.users.list_users',
      'acme.users.get_user',
      'acme.pets.list_pets',
    ]);
    expect(uncovered.map(({ method, why }) => `${method}: ${why}`)).toEqual([
      'acme.logs.list_logs: nothing says a value of the required query parameter `since`',
      'acme.rooms.get_room: no method lists `/rooms`, so that no `roomId` is known',
      'acme.pets.list_toys: `GET /users/{userId}/pets` is empty, so that no `petId` is known',
    ]);
    expect(org.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'GET /users',
      'GET /users/u%2F1',
      'GET /users/u%2F1/pets',
    ]);
    expect(requests).toBe(3);
  });

  it.each<[string, unknown, object | null]>([
    ['nothing where all is declared, keys of maps too', user, null],
    [
      'a member that the document lacks, by its type',
      { ...user, profile: { nick: 'a', shoe: [{}] } },
      {
        keyword: 'undeclared',
        at: '/profile/shoe',
        document: '/components/schemas/User/properties/profile',
        type: 'array of object',
      },
    ],
    [
      'another type',
      { ...user, age: 'Secretkeeper' },
      { keyword: 'type', at: '/age', document: '/components/schemas/User/properties/age', type: 'string' },
    ],
    [
      'another type in a map, without its key',
      { ...user, labels: { 'very private': 1 } },
      {
        keyword: 'type',
        at: '/labels/{}',
        document: '/components/schemas/User/properties/labels/additionalProperties',
        type: 'integer',
      },
    ],
    [
      'a required member that does not come',
      { id: 'u1' },
      { keyword: 'required', at: '/name', document: '/components/schemas/User/properties/name', type: null },
    ],
  ])('finds %s', async (_name, body, want) => {
    org.reset();
    org.respondWith('GET /users', { body: [user] });
    org.respondWith('GET /users/{userId}', { body: body as never });
    org.respondWith('GET /users/{userId}/pets', { body: [] });
    const report = await run();
    const about = { method: 'acme.users.get_user', operation: 'GET /users/{userId}' };
    expect(report.findings).toEqual(want === null ? [] : [{ ...about, ...want }]);
    expect(JSON.stringify(report) + liveSummaryOf(report)).not.toMatch(/Secretkeeper|very private|u\/1/);
  });

  it('tells a status that is not declared', async () => {
    org.reset();
    // What the document does not declare, the contract server answers by 400.
    org.respondWith('GET /users', { code: 418 });
    const { findings, uncovered } = await run();
    expect(findings).toMatchObject([{ keyword: 'status', document: '/paths/~1users/get/responses' }]);
    expect(uncovered).toContainEqual({
      method: 'acme.users.get_user',
      operation: 'GET /users/{userId}',
      why: '`GET /users` answers 400, so that no `userId` is known',
    });
  });

  it('keeps to its rate, and waits as the server says', async () => {
    org.reset();
    org.respondWith('GET /users', { code: 429, retryAfter: 7, times: 1 }, { body: [user] });
    org.respondWith('GET /users/{userId}', {
      body: user,
      headers: {
        'x-rate-limit-limit': '100',
        'x-rate-limit-remaining': '10',
        'x-rate-limit-reset': '1700000030',
      },
    });
    const time = clock();
    const { covered } = await run(time);
    expect(covered).toHaveLength(4);
    expect(time.waits).toEqual([7000, 100, 22_900, 100]);
  });

  it('takes what was given, where no list has it', async () => {
    org.reset();
    const values = { roomId: 'r 1' };
    await runLive({ provider, createClient }, { options: { baseUrl: org.url }, clock: clock(), values });
    expect(org.requests.map(({ target }) => target)).toContain('/rooms/r%201');
  });

  it('sends nothing but GET', async () => {
    org.reset();
    const posting: Provider = {
      ...provider,
      methods: provider.methods.map((method) => ({ ...method, call: 'users.add_user' })),
    };
    const { uncovered, requests } = await runLive(
      { provider: posting, createClient },
      { options: { baseUrl: org.url }, clock: clock() },
    );
    expect(requests).toBe(0);
    expect(org.requests).toEqual([]);
    expect(uncovered[0]?.why).toMatch(/^(?:no answer came: TypeError|nothing says)/);
  });

  it('is told as Markdown', async () => {
    org.reset();
    org.respondWith('GET /users', { body: [{ ...user, 'a|`b`': null }] });
    org.respondWith('GET /users/{userId}', { body: user });
    expect(liveSummaryOf(await run())).toMatchInlineSnapshot(`
      "## Acme 1.0, live

      **1 difference between the server and the document.** 4 of 6 reading methods were answered, with 4 requests.

      | operation | in the answer | what | type that came | in the document |
      | --- | --- | --- | --- | --- |
      | \`GET /users\` | \`\` /*/a\\|\`b\` \`\` | not in the document | null | \`/components/schemas/User\` |

      <details>
      <summary>2 not covered</summary>

      - \`acme.logs.list_logs\`: nothing says a value of the required query parameter \`since\`
      - \`acme.rooms.get_room\`: no method lists \`/rooms\`, so that no \`roomId\` is known

      </details>
      "
    `);
  });
});

describe('what a live run needs of the environment', () => {
  it.each<[string, { readonly [name: string]: string }, object]>([
    [
      'both',
      { ACME_SUBDOMAIN: 'x', ACME_TOKEN: 'y' },
      { options: { subdomain: 'x', auth: { apiToken: 'y' } } },
    ],
    ['no token', { ACME_SUBDOMAIN: 'x' }, { refused: 'ACME_TOKEN is not set in the environment' }],
    [
      'an empty server variable',
      { ACME_SUBDOMAIN: '', ACME_TOKEN: 'y' },
      { refused: 'ACME_SUBDOMAIN is not set in the environment' },
    ],
    ['neither', {}, { refused: 'ACME_SUBDOMAIN and ACME_TOKEN are not set in the environment' }],
  ])('%s', (_name, environment, want) => {
    expect(liveOptions(provider, environment)).toEqual(want);
  });
});
