import {
  type Catalogue,
  type CatalogueColumn,
  type CatalogueMethod,
  type ClientCore,
  createCore,
  jsonBody,
  linkPages,
  type Method,
  method,
} from '@plumbline/client-runtime';
import { type Sql, sqlFor } from '../index.ts';
import type { RunOptions } from '../sql-for.ts';

/** A request as the provider of the tests got it: `GET /users?page=2`, and its body. */
export interface Received {
  readonly request: string;
  readonly body: unknown;
}

export interface TestProvider {
  readonly client: ClientCore;
  readonly catalogue: Catalogue;
  readonly sql: Sql;
  readonly received: readonly Received[];
  /** `GET /users`, one by one. */
  readonly requests: () => readonly string[];
  /** The rows of a statement. */
  readonly rows: (text: string, options?: RunOptions) => Promise<readonly object[]>;
}

export type TestRow = { readonly [name: string]: unknown };

/** What the provider of the tests holds. */
export interface TestData {
  readonly users?: readonly TestRow[];
  readonly tokens?: readonly TestRow[];
  readonly groups?: readonly TestRow[];
}

const columns = (...names: readonly string[]): readonly CatalogueColumn[] =>
  names.map((name) => {
    const [column = '', type = 'string'] = name.split(':');
    return { name: column, type: type as CatalogueColumn['type'] };
  });

export const USER_COLUMNS = columns(
  'id',
  'login',
  'status',
  'active:boolean',
  'age:integer',
  'score:number',
  'profile:object',
  'tags:array',
  'limit:integer',
  'order:string',
  'x5t#S256',
  'If-Match',
);

const path = (name: string) => ({ name, in: 'path', type: 'string', required: true }) as const;
const query = (name: string, type: 'string' | 'integer' | 'boolean' = 'string') =>
  ({ name, in: 'query', type }) as const;

const select = (
  facts: Pick<CatalogueMethod, 'name' | 'operation' | 'columns'> & Partial<CatalogueMethod>,
): CatalogueMethod => ({ verb: 'select', call: facts.name, params: [], ...facts });

/** Users that are paged, their tokens, and groups: 2 rows a page unless `size` says more. */
export function testProvider(
  data: TestData = {},
  options: {
    readonly server?: string;
    /** Stands between the client and the provider. */
    readonly around?: (respond: () => Promise<Response>) => Promise<Response>;
  } = {},
): TestProvider {
  const { users = [], tokens = [], groups = [] } = data;
  const { around = (respond) => respond() } = options;
  const received: Received[] = [];
  const answer = (status: number, body: unknown, headers: { readonly [name: string]: string } = {}) =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });

  const respond = async (request: Request): Promise<Response> => {
    const { pathname, searchParams, search } = new URL(request.url);
    const text = await request.text();
    received.push({
      request: `${request.method} ${pathname}${search}`,
      body: text === '' ? null : JSON.parse(text),
    });
    const [, first, id, second] = pathname.split('/').map(decodeURIComponent);
    if (id === 'fails') return answer(409, { message: 'no' });
    if (request.method !== 'GET')
      return answer(200, { id: id ?? 'new', ...(text === '' ? {} : JSON.parse(text)) });
    if (first === 'users' && second === 'tokens') {
      return answer(200, { items: tokens.filter((token) => token.userId === id) });
    }
    if (first === 'users' && id !== undefined) {
      const user = users.find((one) => one.id === id || one.login === id);
      return user === undefined ? answer(404, { message: 'no user' }) : answer(200, user);
    }
    const all = (first === 'users' ? users : groups).filter(
      (row) => !searchParams.has('status') || row.status === searchParams.get('status'),
    );
    const size = Number(searchParams.get('size') ?? 2);
    const page = Number(searchParams.get('page') ?? 1);
    searchParams.set('page', String(page + 1));
    const isLast = page * size >= all.length;
    const link = isLast ? {} : { link: `<${pathname}?${searchParams}>; rel="next"` };
    return answer(200, all.slice((page - 1) * size, page * size), link);
  };

  const client = createCore(
    {
      server: options.server ?? 'https://{org}.example.com',
      variables: [{ name: 'org', default: 'acme' }],
    },
    {
      fetch: (input: string | Request, init?: RequestInit) => around(() => respond(new Request(input, init))),
      retry: { attempts: 1 },
    },
  );

  const paged = { by: linkPages };
  const functions: { readonly [call: string]: Method } = {
    list_users: method('GET /users', { query: ['status', 'page', 'size'], page: paged }),
    get_user: method('GET /users/{id}'),
    list_groups: method('GET /groups', { query: ['page', 'size'], page: paged }),
    list_tokens: method('GET /users/{userId}/tokens', { query: ['expand'] }),
    create_user: method('POST /users', { query: ['activate'], body: { write: jsonBody } }),
    update_user: method('PATCH /users/{id}', { body: { write: jsonBody } }),
    replace_user: method('PUT /users/{id}', { body: { write: jsonBody } }),
    delete_user: method('DELETE /users/{id}', { query: ['sendEmail'] }),
    reset_user: method('POST /users/{id}/reset', {
      query: ['sendEmail'],
      body: { write: jsonBody, optional: true },
    }),
    by_owner: method('GET /groups', { query: ['owner'] }),
    by_member: method('GET /groups', { query: ['member'] }),
  };
  const load = async () => functions;
  const fields = [
    { name: 'login', type: 'string', required: true },
    { name: 'active', type: 'boolean' },
    { name: 'age', type: 'integer' },
    { name: 'profile', type: 'object' },
    { name: 'tags', type: 'array' },
  ] as const;
  const body = { type: 'object', fields } as const;

  const resources = [
    {
      name: 'users',
      load,
      methods: [
        select({
          name: 'list_users',
          operation: 'GET /users',
          params: [query('status'), query('page', 'integer'), query('size', 'integer')],
          columns: USER_COLUMNS,
          isPaged: true,
          limit: { key: 'size', maximum: 200 },
        }),
        select({
          name: 'get_user',
          operation: 'GET /users/{id}',
          params: [path('id')],
          columns: USER_COLUMNS,
        }),
        {
          ...select({ name: 'create_user', operation: 'POST /users', columns: columns('id', 'login') }),
          verb: 'insert',
          params: [query('activate', 'boolean')],
          body: { ...body, required: true },
        },
        {
          ...select({ name: 'update_user', operation: 'PATCH /users/{id}', columns: columns('id', 'login') }),
          verb: 'update',
          params: [path('id')],
          body,
        },
        {
          ...select({ name: 'replace_user', operation: 'PUT /users/{id}', columns: columns('id', 'login') }),
          verb: 'replace',
          params: [path('id')],
          body: { ...body, required: true },
        },
        {
          ...select({ name: 'delete_user', operation: 'DELETE /users/{id}', columns: [] }),
          verb: 'delete',
          params: [path('id'), query('sendEmail', 'boolean')],
        },
        {
          ...select({ name: 'reset_user', operation: 'POST /users/{id}/reset', columns: columns('id') }),
          verb: 'exec',
          params: [path('id'), query('sendEmail', 'boolean')],
          body: { type: 'object', fields: [{ name: 'reason', type: 'string' }] },
        },
      ],
    },
    {
      name: 'tokens',
      load,
      methods: [
        select({
          name: 'list_tokens',
          operation: 'GET /users/{userId}/tokens',
          params: [path('userId'), query('expand')],
          columns: columns('id', 'userId', 'scopes:array'),
          items: ['items'],
        }),
      ],
    },
    {
      name: 'groups',
      load,
      methods: [
        select({
          name: 'list_groups',
          operation: 'GET /groups',
          params: [query('page', 'integer'), query('size', 'integer')],
          columns: columns('id', 'name', 'ownerId'),
          isPaged: true,
          limit: { key: 'size' },
        }),
      ],
    },
    {
      name: 'memberships',
      load,
      methods: [
        select({
          name: 'by_owner',
          operation: 'GET /groups',
          params: [query('owner')],
          columns: columns('id'),
        }),
        select({
          name: 'by_member',
          operation: 'GET /groups',
          params: [query('member')],
          columns: columns('id'),
        }),
      ],
    },
  ] as const;

  const catalogue: Catalogue = {
    provider: 'acme',
    server: options.server ?? 'https://{org}.example.com',
    variables: [{ name: 'org', in: 'server', type: 'string' }],
    services: [
      { name: 'people', resources: resources.map(({ name }) => name), load: async () => ({ resources }) },
    ],
  };
  const sql = sqlFor(client, catalogue);
  return {
    client,
    catalogue,
    sql,
    received,
    requests: () => received.map(({ request }) => request),
    rows: (text, run) => sql.run(text, run).toArray(),
  };
}
