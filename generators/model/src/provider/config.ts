import type { Severity } from '../diagnostics/severity.ts';
import type { Dictionary } from '../dictionary.ts';

/** What the config says that neither document does, with defaults filled in. Paths and folders are the CLI's. */
export interface ProviderSettings {
  readonly provider: string;
  readonly serverVariables: Dictionary<ServerVariableSetting>;
  /** `okta.users.users.get` → `GET /api/v1/users/{id}`. */
  readonly bind: Dictionary<string>;
  /** `okta.users.users.get` → the name it shall have. */
  readonly rename: Dictionary<string>;
  readonly severity: Dictionary<Severity | 'off'>;
  readonly ignore: readonly IgnoreRule[];
  readonly client: ClientSettings;
}

export interface ServerVariableSetting {
  readonly url: string;
  readonly default?: string;
  readonly env?: string;
  readonly description?: string;
}

/** Silences a finding, with a reason. Every given member must match; `*` stands for any run of characters. */
export interface IgnoreRule {
  readonly code: string;
  readonly resource?: string;
  readonly method?: string;
  /** `GET /api/v1/users`. */
  readonly operation?: string;
  readonly name?: string;
  readonly reason: string;
}

/** How a client of this provider behaves: it travels with the model to the emitters. */
export interface ClientSettings {
  /** The npm name of the client's package. */
  readonly package: string;
  /** Its version, as its package.json has it; absent where there is none yet. */
  readonly version?: string;
  /** Security scheme in camel case → prefix of its value, and the environment variable that holds it. */
  readonly auth: Dictionary<{ readonly prefix?: string; readonly env?: string }>;
  /** Overrides what was recognised in the spec. */
  readonly pagination: { readonly kind: 'link' | 'cursor' | 'offset' | 'page' | 'none' } | null;
  /** Members of the error body. */
  readonly errors: { readonly message?: string; readonly code?: string; readonly id?: string };
  /** The response header that says when the limit resets, in seconds since the epoch. */
  readonly rateLimit: { readonly reset?: string };
  /** Where the docs site will stand, without a trailing slash; null: links are relative to its root. */
  readonly siteUrl: string | null;
}
