import type { DraftDiagnostic } from '../diagnostics/diagnostic.ts';
import type { Locate, SpecOrigin } from '../origin.ts';
import type { SqlVerb } from '../page/sql-verb.ts';
import type { HttpMethod } from '../spec/operation.ts';

/**
 * What a StackQL provider's own YAML says (any-sdk, `docs/provider_spec.md`): the answer of `read-provider-yaml`.
 * Settings that a method inherits from its resource, its service and the provider are filled in.
 */
export interface ProviderYaml {
  /** By file, then in document order; ids are unique. */
  readonly resources: readonly YamlResource[];
  /** The servers of the service documents, each once. */
  readonly servers: readonly YamlServer[];
  readonly diagnostics: readonly DraftDiagnostic[];
  readonly locate: Locate;
  /** The parameters that StackQL takes for an operation of these documents; null where they do not have it. */
  readonly accepted: (operation: YamlOperation) => ReadonlySet<string> | null;
  /** The files that were read, in reading order. */
  readonly files: readonly string[];
}

/** A value and its place in the YAML. */
export interface Placed<T> {
  readonly value: T;
  readonly origin: SpecOrigin;
}

/** An entry of `components.x-stackQL-resources`. */
export interface YamlResource {
  /** `okta.users.oauth_tokens`. */
  readonly id: string;
  readonly service: string;
  readonly name: string;
  readonly description: string;
  readonly methods: readonly YamlMethod[];
  /** It has no methods, but is made of others by SQL. */
  readonly isView: boolean;
  readonly origin: SpecOrigin;
}

/** An entry of a resource's `methods`. */
export interface YamlMethod {
  readonly name: string;
  /** Null where it cannot be read, which the reader reports. */
  readonly operation: YamlOperation | null;
  /** The verbs whose list of `sqlVerbs` has it; without any it is reached by EXEC. */
  readonly verbs: readonly Placed<SqlVerb>[];
  readonly response: YamlResponse;
  /**
   * How SQL names the fields of the body: `data__title`, or `title` where `requestBodyTranslate` is `naive`. Null where
   * another algorithm decides.
   */
  readonly bodyNames: 'prefixed' | 'plain' | null;
  readonly pagination: YamlPagination | null;
  /** The parameter that LIMIT is sent by (`queryParamPushdown.top`). */
  readonly limit: Placed<string> | null;
  readonly origin: SpecOrigin;
}

/** What `operation.$ref` points at: `#/paths/~1users~1{id}/get`. */
export interface YamlOperation {
  readonly method: HttpMethod;
  readonly path: string;
  readonly origin: SpecOrigin;
}

/** A method's `response`; what it does not say is null. */
export interface YamlResponse {
  /** `openAPIDocKey`. */
  readonly status: Placed<string> | null;
  /** Empty where there is no content. */
  readonly mediaType: Placed<string> | null;
  /** A JSONPath, or an XPath, to the rows. */
  readonly objectKey: Placed<string> | null;
  /** The rows are those of another schema, or of a transformed response, so that `objectKey` is no path in the spec's. */
  readonly isReshaped: boolean;
}

/** `pagination`: which part of a response leads to the next page, and how it is sent. */
export interface YamlPagination {
  readonly algorithm: string | null;
  readonly request: YamlToken | null;
  readonly response: YamlToken;
  readonly origin: SpecOrigin;
}

export interface YamlToken {
  readonly key: string;
  /** `query`, `header`, `body`, `request`. */
  readonly location: string;
}

/** An entry of `servers`. A pattern in a variable (`{site:.+}`) is left out of the URL. */
export interface YamlServer {
  /** Without a trailing slash. */
  readonly url: string;
  readonly variables: readonly YamlServerVariable[];
  readonly origin: SpecOrigin;
}

export interface YamlServerVariable {
  readonly name: string;
  readonly default: string | null;
  readonly description: string;
  /** `x-stackQL-envVar`. */
  readonly env: string | null;
  readonly origin: SpecOrigin;
}
