import type { JsonObject } from '../json.ts';

/**
 * The version of the format. It grows when a reader of the version before would misread; members that are only added
 * leave it as it is.
 */
export const PROVIDER_FORMAT = 1;

/** What the suites' tables say of a value besides its type: the keywords that a page has a place for. */
export const DOCUMENTED_KEYWORDS = [
  'format',
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
] as const;

/** What `provider.json` holds: a provider's bundled OpenAPI document, and the methods by which people call it. */
export interface Provider {
  readonly format: typeof PROVIDER_FORMAT;
  /** Its id: `okta`. */
  readonly provider: string;
  readonly title: string;
  /** `info.version` of the spec. */
  readonly specVersion: string;
  /** Variables of the server's URL as the client knows them. */
  readonly serverVariables: readonly ProviderServerVariable[];
  /** Other names by which pages address a server. */
  readonly unmappedServerVariables?: readonly string[];
  /** Security scheme, as the document names it → what stands before its value, and where the value is found. */
  readonly auth: { readonly [scheme: string]: { readonly prefix?: string; readonly env?: string } };
  /** Security scheme, as the document names it → the client's name of its credential. */
  readonly credentials?: { readonly [scheme: string]: string };
  /** Members of the error body. */
  readonly errors: { readonly message?: string; readonly code?: string; readonly id?: string };
  /** The response header that says when the limit resets, in seconds since the epoch. */
  readonly rateLimit: { readonly reset?: string };
  /** By resource id, then in the order of the page. */
  readonly methods: readonly ProviderMethod[];
  /** The OpenAPI document, 3.0 or 3.1, of one file: every `$ref` starts with `#`. */
  readonly document: JsonObject;
}

export interface ProviderServerVariable {
  readonly name: string;
  /** `https://{subdomain}.okta.com`. */
  readonly url: string;
  readonly default: string | null;
  readonly env: string | null;
}

export interface ProviderMethod {
  /** `okta.users.oauth_tokens`. */
  readonly resource: string;
  /** As pages and SQL name it: `revoke_tokens`. */
  readonly method: string;
  /** Where the client has it: `users.oauthTokens.revokeTokens`. */
  readonly call: string;
  readonly sqlVerb: 'select' | 'insert' | 'update' | 'replace' | 'delete' | 'exec';
  /** `GET /api/v1/users/{id}`; null: no operation was found for it. */
  readonly operation: string | null;
  readonly deprecated: boolean;
  /** Required ones first. */
  readonly params: readonly ProviderParam[];
  /** Null: it takes none. */
  readonly body: {
    readonly required: boolean;
    readonly mediaType: string;
    readonly fields: readonly { readonly name: string; readonly required: boolean }[];
  } | null;
  /** The fields of a row. */
  readonly fields: readonly string[];
  readonly pagination: ProviderPagination | null;
  /** The declared statuses of success: `200`, `2XX`, or `default` where there is no other. */
  readonly successes: readonly string[];
  /** Alternatives of schemes that are needed together; empty: no credentials. */
  readonly security: readonly (readonly string[])[];
}

export interface ProviderParam {
  /** As pages and SQL name it. */
  readonly name: string;
  /** As the API names it. */
  readonly wireName: string;
  /** The key in the client's parameter object. */
  readonly key: string;
  /** `server`: a variable of the server's URL. Null: nobody knows its place. */
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'server' | null;
  readonly required: boolean;
}

/** How a list is paged. `items` is the JSON Pointer of the array in the body; null where the body is the array. */
export type ProviderPagination =
  /** RFC 8288: the next page is the `Link` header's target of `rel="next"`. */
  | { readonly kind: 'link'; readonly items: string | null; readonly limitParam: string | null }
  /** `cursorParam` is sent the value found at `next` in the body (a JSON Pointer). */
  | {
      readonly kind: 'cursor';
      readonly items: string | null;
      readonly limitParam: string | null;
      readonly cursorParam: string;
      readonly next: string;
    }
  | {
      readonly kind: 'offset';
      readonly items: string | null;
      readonly limitParam: string | null;
      readonly offsetParam: string;
    }
  | {
      readonly kind: 'page';
      readonly items: string | null;
      readonly limitParam: string | null;
      readonly pageParam: string;
    };
