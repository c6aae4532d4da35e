import createClient, { type Client, type Middleware } from 'openapi-fetch';

/** Plain openapi-fetch, typed by the paths of the whole document. */
export type HttpClient<Paths extends object> = Client<Paths>;

/** Headers by name; null takes one away that the client would send. */
export type HeaderValues = { readonly [name: string]: string | null | undefined };

export interface TransportOptions {
  readonly baseUrl: string;
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  readonly headers?: HeaderValues | undefined;
}

/** What a method asks of openapi-fetch: the request is written by us, the paths stay templates for middleware. */
export interface TransportRequest {
  readonly baseUrl?: string;
  readonly params: object;
  readonly pathSerializer: (url: string) => string;
  readonly querySerializer: () => string;
  readonly bodySerializer: (body: BodyInit) => BodyInit;
  readonly headers: HeaderValues;
  readonly parseAs: 'stream';
  readonly body?: BodyInit;
  readonly signal?: AbortSignal;
  readonly duplex?: 'half';
}

export interface TransportAnswer {
  /** The decoded body of an answer that is no success. */
  readonly error?: unknown;
  readonly response: Response;
}

/** openapi-fetch without its types, which speak of one document. */
export interface Transport {
  request(method: string, path: string, request: TransportRequest): Promise<TransportAnswer>;
  use(middleware: Middleware): void;
}

/** The only place that knows openapi-fetch. */
export function createTransport({ baseUrl, fetch, headers }: TransportOptions): Transport {
  const client = createClient<object>({
    baseUrl,
    ...(fetch === undefined ? {} : { fetch }),
    ...(headers === undefined ? {} : { headers }),
  });
  return client as unknown as Transport;
}
