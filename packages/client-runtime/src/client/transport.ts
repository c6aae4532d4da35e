import createClient, { type Client } from 'openapi-fetch';

/** The only place that knows openapi-fetch. */

/** Plain openapi-fetch, typed by the paths of the whole document. */
export type HttpClient<Paths extends object> = Client<Paths>;

/** Headers by name; null takes one away that the client would send. */
export type HeaderValues = { readonly [name: string]: string | null | undefined };

/** Sends a request. It must heed the request's `signal`. */
export type Fetch = (request: Request) => Promise<Response>;

export interface TransportOptions {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly headers: HeaderValues;
}

/** openapi-fetch without its types, which speak of one document. */
export function createTransport(options: TransportOptions): HttpClient<object> {
  return createClient<object>(options);
}

/** One set of headers of several, the later over the earlier, by names in lower case. */
export function headersOf(...layers: readonly (HeaderValues | undefined)[]): {
  readonly [name: string]: string;
} {
  const headers: { [name: string]: string } = {};
  for (const layer of layers) {
    for (const name in layer) {
      const value = layer[name];
      const key = name.toLowerCase();
      if (value === null) delete headers[key];
      else if (value !== undefined) headers[key] = value;
    }
  }
  return headers;
}
