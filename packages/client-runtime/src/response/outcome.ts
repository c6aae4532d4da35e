/** The headers of an answer; `get` offers those that the spec declares. */
export interface ResponseHeaders<Name extends string = never> extends Headers {
  get(name: Name | (string & {})): string | null;
}

/** An answer that a method declares, with its decoded body. Its own body is read already. */
export interface Success<Status extends number | string, Data, Header extends string = never> {
  /** `200`; `'2XX'` or `'default'` where the spec says no more. */
  readonly status: Status;
  readonly ok: true;
  readonly data: Data;
  readonly headers: ResponseHeaders<Header>;
  readonly response: Response;
}

/** An answer that a method declares and that is no success. */
export interface Failure<Status extends number | string, Body, Header extends string = never> {
  /** `404`; `'4XX'` or `'default'` where the spec says no more: `response.status` tells it then. */
  readonly status: Status;
  readonly ok: false;
  readonly error: Body;
  readonly headers: ResponseHeaders<Header>;
  readonly response: Response;
}

/** What any answer may be. */
export type Outcome<Data = unknown> = Success<number | string, Data> | Failure<number | string, unknown>;
