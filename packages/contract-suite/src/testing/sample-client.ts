/** A client of the shop, written by hand: it does all that suites ask of one, in the plainest way. */
export interface ShopClient {
  readonly list: (input: ListInput, options?: Options) => PromiseLike<unknown> & AsyncIterable<unknown>;
  readonly add: (input: Input, options?: Options) => PromiseLike<unknown>;
  readonly label: (input: Input, options?: Options) => PromiseLike<unknown>;
  readonly http: { readonly GET: (path: string) => Promise<unknown> };
}

type Input = { readonly [key: string]: unknown };
type ListInput = Input;

interface Options {
  readonly retry?: boolean;
}

export interface ClientOptions extends Options {
  readonly baseUrl?: string;
  readonly auth?: { readonly key?: string; readonly token?: string };
  readonly fetch?: typeof globalThis.fetch;
}

/** What an operation is to the client. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly headers: readonly string[];
  readonly hasBody: boolean;
  /** What a call must be given besides its path, fields of the body too. */
  readonly required: readonly string[];
}

/** How the client does its work; a test takes one of them and does it wrongly. */
export interface Workings {
  readonly calls: { readonly list: Call; readonly add: Call; readonly label: Call };
  readonly encode: (text: string) => string;
  readonly write: (body: unknown) => string;
  readonly credentials: (auth: NonNullable<ClientOptions['auth']>) => string | undefined;
  readonly read: (text: string, type: string) => unknown;
  readonly isFailure: (status: number) => boolean;
  readonly refuses: (call: Call, input: Input) => string | null;
  readonly next: (response: Response) => string | null;
  /** Milliseconds; null: not again. */
  readonly waits: (response: Response, call: Call, isAsked: boolean) => number | null;
  readonly stopsAt: (items: readonly unknown[]) => boolean;
  readonly error: (status: number, body: unknown) => Error;
}

export class ShopError extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly code: unknown;

  constructor(status: number, body: unknown) {
    const { text = '', code } = (body ?? {}) as { readonly text?: string; readonly code?: string };
    super(`${status}: ${text}`);
    this.name = 'ShopError';
    this.status = status;
    this.body = body;
    this.code = code;
  }
}

export class ShopMissingError extends ShopError {}

const things = '/shops/{shopId}/things';
const IDEMPOTENT = ['GET', 'PUT', 'DELETE'];

export const workings: Workings = {
  calls: {
    list: {
      method: 'GET',
      path: things,
      query: ['limit', 'after', 'tags'],
      headers: [],
      hasBody: false,
      required: [],
    },
    add: {
      method: 'POST',
      path: things,
      query: [],
      headers: ['X-Trace'],
      hasBody: true,
      required: ['X-Trace', 'body', 'body.name'],
    },
    label: {
      method: 'GET',
      path: '/things/{id}/label',
      query: [],
      headers: [],
      hasBody: false,
      required: [],
    },
  },
  encode: encodeURIComponent,
  write: (body) => JSON.stringify(body),
  credentials: ({ key, token }) =>
    key === undefined ? (token === undefined ? undefined : `Bearer ${token}`) : `Key ${key}`,
  read: (text, type) => (text === '' ? undefined : /json/.test(type) ? JSON.parse(text) : text),
  isFailure: (status) => status >= 300,
  refuses(call, input) {
    const variables = [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const known = [...variables, ...call.query, ...call.headers, ...(call.hasBody ? ['body'] : [])];
    const unknown = Object.keys(input).find((name) => !known.includes(name));
    if (unknown !== undefined) return unknown;
    const given = (name: string) =>
      name.split('.').reduce<unknown>((value, key) => (value as Input | undefined)?.[key], input);
    const missing = call.required.find((name) => given(name) === undefined);
    if (missing !== undefined) return missing;
    return variables.find((name) => /^(?:\.|%2e){0,2}$/i.test(String(input[name] ?? ''))) ?? null;
  },
  next: (response) => /<([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null,
  waits(response, call, isAsked) {
    if (![429, 503].includes(response.status) || !(isAsked || IDEMPOTENT.includes(call.method))) return null;
    const after = Number.parseFloat(response.headers.get('retry-after') ?? '');
    const reset = Number(response.headers.get('x-reset')) - Date.now() / 1000;
    return 1000 * (Number.isFinite(after) ? after : reset);
  },
  stopsAt: () => false,
  error: (status, body) =>
    status === 404 ? new ShopMissingError(status, body) : new ShopError(status, body),
};

export function createShopClient(how: Workings = workings): (options: ClientOptions) => ShopClient {
  return ({ baseUrl = 'https://shop.test', auth = {}, fetch = globalThis.fetch, retry = true }) => {
    const send = async (url: string, call: Call, input: Input, options: Options): Promise<Response> => {
      const headers = new Headers();
      const secret = how.credentials(auth);
      if (secret !== undefined) headers.set('authorization', secret);
      for (const name of call.headers) if (input[name] !== undefined) headers.set(name, String(input[name]));
      const body = call.hasBody && input.body !== undefined ? how.write(input.body) : undefined;
      if (body !== undefined) headers.set('content-type', 'application/json');
      const response = await fetch(url, {
        method: call.method,
        headers,
        ...(body !== undefined && { body }),
      });
      const wait = retry ? how.waits(response, call, options.retry === true) : null;
      if (wait === null) return response;
      await response.arrayBuffer();
      await new Promise((resolve) => setTimeout(resolve, wait));
      return fetch(url, { method: call.method, headers, ...(body !== undefined && { body }) });
    };
    const decoded = async (response: Response): Promise<unknown> => {
      const value = how.read(await response.text(), response.headers.get('content-type') ?? '');
      if (how.isFailure(response.status)) throw how.error(response.status, value);
      return value;
    };
    const addressOf = (call: Call, input: Input): string => {
      const refused = how.refuses(call, input);
      if (refused !== null) throw new TypeError(`\`${refused}\` cannot be sent.`);
      const path = call.path.replace(/\{(\w+)\}/g, (_variable, name: string) =>
        how.encode(String(input[name])),
      );
      const pairs = call.query.flatMap((name) =>
        [input[name] ?? []].flat().map((value) => `${name}=${how.encode(String(value))}`),
      );
      return `${baseUrl}${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
    };
    const run =
      (call: Call) =>
      async (input: Input, options: Options = {}) =>
        decoded(await send(addressOf(call, input), call, input, options));
    const { list, add, label } = how.calls;
    return {
      list: (input, options = {}) => ({
        // biome-ignore lint/suspicious/noThenProperty: a call is awaited, or iterated over
        then: (onFulfilled, onRejected) => run(list)(input, options).then(onFulfilled, onRejected),
        async *[Symbol.asyncIterator]() {
          const seen: unknown[] = [];
          for (let url: string | null = addressOf(list, input); url !== null; ) {
            const response = await send(url, list, input, options);
            for (const item of (await decoded(response)) as readonly unknown[]) {
              yield item;
              seen.push(item);
              if (how.stopsAt(seen)) return;
            }
            url = how.next(response);
          }
        },
      }),
      add: run(add),
      label: run(label),
      http: { GET: (path) => fetch(baseUrl + path) },
    };
  };
}
