import type { Dictionary } from '../dictionary.ts';
import type { JsonValue } from '../json.ts';
import type { SpecOrigin } from '../origin.ts';
import type { Schema } from './schema.ts';

export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE' | 'QUERY';

/** An operation with everything that its path item and document lend it (OpenAPI 3.1 sections 4.8.9 and 4.8.10). */
export interface Operation {
  /** `GET /api/v1/users/{id}`: unique in a provider. */
  readonly key: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly operationId: string | null;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  /** Those of the path item first, overridden by the operation's of the same name and place. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | null;
  /** In document order. */
  readonly responses: readonly Response[];
  /** Alternatives; an empty list: no credentials needed. An alternative's schemes are all needed. */
  readonly security: readonly SecurityRequirement[];
  /** The operation's, else the path item's, else the document's. */
  readonly servers: readonly Server[];
  readonly pagination: Pagination | null;
  readonly extensions: Dictionary<JsonValue>;
  readonly origin: SpecOrigin;
}

export type ParameterIn = 'path' | 'query' | 'header' | 'cookie';
export type ParameterStyle =
  | 'matrix'
  | 'label'
  | 'simple'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject';

/** OpenAPI 3.1 section 4.8.12; `style` and `explode` are filled in from the defaults. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterIn;
  /** Always true in a path. */
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly schema: Schema;
  /** Set where the parameter is described by `content`: the value is encoded by this media type. */
  readonly mediaType: string | null;
  readonly examples: readonly JsonValue[];
  readonly level: 'path-item' | 'operation';
  readonly extensions: Dictionary<JsonValue>;
  readonly origin: SpecOrigin;
}

export interface RequestBody {
  readonly required: boolean;
  readonly description: string;
  readonly contents: readonly MediaType[];
  readonly origin: SpecOrigin;
}

/** OpenAPI 3.1 section 4.8.14. */
export interface MediaType {
  /** As written: `application/json; okta-version=1.0.0`. */
  readonly mediaType: string;
  /** Null where the document gives none. */
  readonly schema: Schema | null;
  readonly examples: readonly NamedExample[];
  /** Property → encoding of its part (multipart and form bodies). */
  readonly encoding: Dictionary<Encoding>;
  readonly origin: SpecOrigin;
}

export interface NamedExample {
  /** Empty for the unnamed `example`. */
  readonly name: string;
  readonly summary: string;
  readonly value: JsonValue;
}

export interface Encoding {
  readonly contentType?: string;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
}

export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly ResponseHeader[];
  readonly contents: readonly MediaType[];
  readonly origin: SpecOrigin;
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly origin: SpecOrigin;
}

export interface SecurityRequirement {
  readonly schemes: readonly { readonly name: string; readonly scopes: readonly string[] }[];
}

export interface SecurityScheme {
  readonly name: string;
  readonly type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  readonly description: string;
  /** `apiKey`: where the key goes, and its name there. */
  readonly in?: 'header' | 'query' | 'cookie';
  readonly parameterName?: string;
  /** `http`: `bearer`, `basic` and so on, in lower case. */
  readonly scheme?: string;
  /** `oauth2`: flow name → its URLs and scopes. */
  readonly flows?: Dictionary<OAuthFlow>;
  readonly origin: SpecOrigin;
}

/** Where the flows of OAuth lead (OpenAPI 3.1 section 4.8.29); the device flow is of 3.2. */
export const OAUTH_URLS = ['authorizationUrl', 'deviceAuthorizationUrl', 'tokenUrl', 'refreshUrl'] as const;

export interface OAuthFlow extends Readonly<Partial<Record<(typeof OAUTH_URLS)[number], string>>> {
  readonly scopes: Dictionary<string>;
}

/** OpenAPI 3.1 section 4.8.5. */
export interface Server {
  /** May hold `{variable}`. */
  readonly url: string;
  readonly description: string;
  readonly variables: readonly ServerVariable[];
  readonly origin: SpecOrigin;
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly enum: readonly string[];
  readonly description: string;
}

/** How a list is paged: where the next page's address or cursor comes from, and where the items are. */
export type Pagination =
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
// `items`: a JSON Pointer to the array in the body; null where the body is the array.

/**
 * Headers that requests have by their media types and security, parameters called so are none (OpenAPI 3.1 section
 * 4.8.12.1); and those that what sends them writes by itself (Fetch, section 2.2.2).
 */
export function isMessageHeader(name: string): boolean {
  return /^(?:accept|authorization|connection|content-length|content-type|host|transfer-encoding)$/i.test(
    name,
  );
}
