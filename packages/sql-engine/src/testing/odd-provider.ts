import {
  type Catalogue,
  type CatalogueColumn,
  type CatalogueMethod,
  type CatalogueParam,
  createCore,
  cursorPages,
  jsonBody,
  type Method,
  method,
  numberedPages,
  offsetPages,
} from '@plumbline/client-runtime';
import { type Sql, sqlFor } from '../index.ts';

/** A provider whose names, pages and rows are of the kinds that specs may have, and few have. */
export interface OddProvider {
  readonly sql: Sql;
  /** `GET /labels?page=2`, one by one; behind a change its body. */
  readonly requests: string[];
}

type Respond = (request: Request, url: URL) => Promise<Response> | Response;

const ACCOUNTS = Array.from({ length: 5 }, (_, i) => ({
  id: `a${i}`,
  order: i,
  // Its name differs from the parameter's in case alone.
  accountid: `low${i}`,
  'x5t#S256': `h${i}`,
  ['__proto__']: `p${i}`,
  'a.b': `dot${i}`,
  big: i === 1 ? 2 ** 60 : i,
  active: i % 2 === 0,
  when: `2026-01-0${i + 1}T00:00:00Z`,
  nested: i === 2 ? null : { a: i === 1 ? null : { b: i } },
  tags: i === 3 ? [] : ['x', `t${i}`],
  free: [true, '[1]', [1, { x: null }], { n: 1 }, 1.5][i],
}));
const LABELS = ['a1', 'b', '', 'a1', 'zz'];

const json = (value: unknown, status = 200): Response =>
  new Response(typeof value === 'string' ? value : JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json' },
  });

/** What each path answers. */
const respond: Respond = async (request, { pathname, searchParams }) => {
  const [, first, id = '', , box] = pathname.split('/').map(decodeURIComponent);
  const number = (name: string, usual: number): number => Number(searchParams.get(name) ?? usual);
  if (id === 'e401') return json({ message: 'who' }, 401);
  if (id === 'broken') return json('{"id": ');
  if (request.method !== 'GET') return json({ id: 'new' });
  if (first === 'labels') {
    const [page, size] = [number('page', 1), number('per_page', 2)];
    return json(LABELS.slice((page - 1) * size, page * size));
  }
  if (first === 'counts') return json('[1, -5, 1.5, null, 9007199254740993]');
  if (first === 'settings') return json({ a: '1', b: { c: [2] } });
  if (box !== undefined) {
    const cursor = number('cursor', 0);
    const entries = [{ id: `${id}/${box}/${cursor}`, kind: cursor % 2 === 0 ? 'even' : 'odd' }];
    return json({ entries, next: cursor < 2 ? { cursor: cursor + 1 } : null });
  }
  if (id !== '') {
    const account = ACCOUNTS.find((one) => one.id === id);
    return account === undefined ? json({}, 404) : json(account);
  }
  const from = number('offset', 0);
  const tag = searchParams.get('tags');
  const found = ACCOUNTS.filter(({ tags }) => tag === null || tags.includes(tag));
  return json({ data: { items: found.slice(from, from + number('limit', 2)) }, total: found.length });
};

const columns = (...names: readonly string[]): readonly CatalogueColumn[] =>
  names.map((name) => {
    const [, column = '', type = 'string'] = /^(.*?)(?::(\w+))?$/.exec(name) ?? [];
    return { name: column, type: type as CatalogueColumn['type'] };
  });

const ACCOUNT = columns(
  ...['id', 'order:integer', 'accountid', 'x5t#S256', '__proto__', 'a.b', 'big:integer', 'active:boolean'],
  ...['when', 'nested:object', 'tags:array', 'free:any'],
);

const path = (name: string, type: CatalogueParam['type'] = 'string'): CatalogueParam => ({
  name,
  in: 'path',
  type,
  required: true,
});
const query = (name: string, type: CatalogueParam['type'] = 'string'): CatalogueParam => ({
  name,
  in: 'query',
  type,
});

const FUNCTIONS: { readonly [call: string]: Method } = {
  list_accounts: method('GET /accounts', {
    query: ['offset', 'limit', 'order', 'since', 'tags'],
    page: { by: offsetPages, param: 'offset', limit: 'limit', items: ['data', 'items'] },
  }),
  get_account: method('GET /accounts/{accountId}'),
  create_account: method('POST /accounts', { body: { write: jsonBody } }),
  delete_account: method('DELETE /accounts/{accountId}'),
  list_entries: method('GET /accounts/{account_id}/boxes/{boxNo}/entries', {
    query: ['cursor', 'kind'],
    page: { by: cursorPages, param: 'cursor', next: ['next', 'cursor'], items: ['entries'] },
  }),
  list_labels: method('GET /labels', {
    query: ['page', 'per_page'],
    page: { by: numberedPages, param: 'page', limit: 'per_page' },
  }),
  list_counts: method('GET /counts', { query: ['q', 'page'] }),
  get_settings: method('GET /settings'),
};

const one = (
  name: string,
  operation: string,
  params: readonly CatalogueParam[],
  facts: Partial<CatalogueMethod> = {},
): CatalogueMethod => ({ name, verb: 'select', call: name, operation, params, columns: [], ...facts });

const RESOURCES: { readonly [name: string]: readonly CatalogueMethod[] } = {
  accounts: [
    one(
      'list_accounts',
      'GET /accounts',
      [
        query('offset', 'integer'),
        query('limit', 'integer'),
        query('order'),
        query('since', 'integer'),
        query('tags', 'array'),
      ],
      { columns: ACCOUNT, items: ['data', 'items'], isPaged: true, limit: { key: 'limit', maximum: 100 } },
    ),
    one('get_account', 'GET /accounts/{accountId}', [path('accountId')], { columns: ACCOUNT }),
    one('create_account', 'POST /accounts', [], {
      verb: 'insert',
      columns: columns('id'),
      body: { type: 'object', fields: columns('name', 'big:integer') },
    }),
    one('delete_account', 'DELETE /accounts/{accountId}', [path('accountId')], { verb: 'delete' }),
  ],
  entries: [
    one(
      'list_entries',
      'GET /accounts/{account_id}/boxes/{boxNo}/entries',
      [path('account_id'), path('boxNo', 'integer'), query('cursor', 'integer'), query('kind')],
      { columns: columns('id', 'kind'), items: ['entries'], isPaged: true },
    ),
  ],
  labels: [
    one('list_labels', 'GET /labels', [query('page', 'integer'), query('per_page', 'integer')], {
      isPaged: true,
      limit: { key: 'per_page' },
    }),
  ],
  counts: [one('list_counts', 'GET /counts', [query('q'), query('page', 'integer')])],
  settings: [one('get_settings', 'GET /settings', [])],
};

/** `around` stands between the client and what the provider answers. */
export function oddProvider(
  around: (respond: () => Promise<Response> | Response, request: Request) => Promise<Response> | Response = (
    answer,
  ) => answer(),
): OddProvider {
  const requests: string[] = [];
  const client = createCore(
    { server: 'https://{region}.odd.test', variables: [{ name: 'region', default: 'eu' }] },
    {
      fetch: async (input: string | Request, init?: RequestInit) => {
        const request = new Request(input, init);
        const url = new URL(request.url);
        const body = await request.text();
        requests.push([`${request.method} ${url.pathname}${url.search}`, body].join(' ').trim());
        return around(() => respond(request, url), request);
      },
      retry: { attempts: 1 },
    },
  );
  const resources = Object.entries(RESOURCES).map(([name, methods]) => ({
    name,
    methods,
    load: async () => FUNCTIONS,
  }));
  const catalogue: Catalogue = {
    provider: 'odd',
    server: 'https://{region}.odd.test',
    variables: [{ name: 'region', in: 'server', type: 'string' }],
    services: [{ name: 'core', resources: Object.keys(RESOURCES), load: async () => ({ resources }) }],
  };
  return { sql: sqlFor(client, catalogue), requests };
}
