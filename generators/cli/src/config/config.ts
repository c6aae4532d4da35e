import type { Severity } from '@plumbline/model';

/**
 * A provider: its documents, what neither document says, and where the outputs go. Paths are relative to the
 * config file.
 */
export interface Config {
  /** The provider's id, the first part of every resource id. */
  readonly provider: string;
  /** OpenAPI documents, as files or globs; several are merged. */
  readonly spec: readonly string[];
  /** Where files of the spec are published: `./openapi.yaml` to its URL. `plumbline regenerate` fetches them, nothing else does. */
  readonly upstream?: { readonly [file: string]: string };
  /** Resource pages, as files or globs. */
  readonly pages?: readonly string[];
  /** The provider's own YAML, whose `x-stackQL-resources` binds methods to operations. */
  readonly providerYaml?: readonly string[];
  /** OpenAPI Overlay 1.0 documents, applied to the spec in order. */
  readonly overlays?: readonly string[];
  /** Variables of the server's URL by which the pages address a server. */
  readonly serverVariables?: { readonly [name: string]: ServerVariableConfig };
  /** How credentials are sent, by security scheme in camel case. */
  readonly auth?: { readonly [scheme: string]: AuthConfig };
  /** How lists are paged; overrides what was recognised in the spec. */
  readonly pagination?: PaginationConfig;
  /** Members of the error body. */
  readonly errors?: ErrorsConfig;
  /** What the server says about rate limits. */
  readonly rateLimit?: RateLimitConfig;
  /** The operation of a method, where none is found or the wrong one: `okta.users.users.get` to `GET /api/v1/users/{id}`. */
  readonly bind?: { readonly [method: string]: string };
  /** The name that a method shall have: `okta.users.users.get` to `get_user`. */
  readonly rename?: { readonly [method: string]: string };
  /** The severity of a diagnostic code, where it is not the catalogue's. */
  readonly severity?: { readonly [code: string]: Severity | 'off' };
  /** Findings to silence, each with a reason: those for which all members of an entry hold. */
  readonly ignore?: readonly IgnoreConfig[];
  /** The file of the baseline, the findings that do not count; default: plumbline.baseline.json beside the config. */
  readonly baseline?: string;
  /** Whether documents may be fetched from the network. */
  readonly allowRemote?: boolean;
  /** The client package; none is emitted without it. */
  readonly client?: ClientConfig;
  /** The docs pages; none are emitted without it. */
  readonly docs?: DocsConfig;
  /** The contract tests; none are emitted without it. */
  readonly contractTests?: ContractTestsConfig;
}

export interface ServerVariableConfig {
  /** The server's URL with the variable in braces. */
  readonly url: string;
  /** The value in examples; of a variable outside the host, also where none is given. */
  readonly default?: string;
  /** The environment variable that a client reads the value from. */
  readonly env?: string;
  /** What the variable is, for docs and comments. */
  readonly description?: string;
}

export interface AuthConfig {
  /** What stands before the credential in the header. */
  readonly prefix?: string;
  /** The environment variable that a client reads the credential from. */
  readonly env?: string;
}

export interface PaginationConfig {
  /** Where the next page is told. */
  readonly kind: 'link' | 'cursor' | 'offset' | 'page' | 'none';
}

export interface ErrorsConfig {
  /** The member with the message. */
  readonly message?: string;
  /** The member with the error code. */
  readonly code?: string;
  /** The member with the id of the failed request. */
  readonly id?: string;
}

export interface RateLimitConfig {
  /** The response header with the time of the reset, in seconds since the epoch. */
  readonly reset?: string;
}

export interface IgnoreConfig {
  /** The diagnostic code; `*` stands for any run of characters, here and below. */
  readonly code: string;
  /** The resource id. */
  readonly resource?: string;
  /** The method's name. */
  readonly method?: string;
  /** The operation, such as `GET /api/v1/users`. */
  readonly operation?: string;
  /** The name of the parameter, field or component. */
  readonly name?: string;
  /** Why the finding is all right. */
  readonly reason: string;
}

export interface ClientConfig {
  /** The npm name of the client package. */
  readonly package: string;
  /** The folder of the package; its `src/generated` is emitted. */
  readonly dir: string;
}

export interface DocsConfig {
  /** The folder of the pages, all of it emitted. */
  readonly dir: string;
  /** Where the docs site will stand. */
  readonly siteUrl?: string;
  /** Where the files of the config's folder can be edited: pages link to their sources there. */
  readonly editUrl?: string;
  /** What changed from version to version, in Markdown: `##` for each version, `###` for its parts; default: CHANGELOG.md beside the config, if it is there. */
  readonly changelog?: string;
}

export interface ContractTestsConfig {
  /** The folder of the package; its `src/generated` is emitted. */
  readonly dir: string;
}

/** Types a config: the answer is what is given. */
export function defineConfig(config: Config): Config {
  return config;
}
