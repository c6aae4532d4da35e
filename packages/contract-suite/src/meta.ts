/** The kinds of checks. */
export type CheckKind =
  | 'request'
  | 'limits'
  | 'required'
  | 'answer'
  | 'error'
  | 'paging'
  | 'retry'
  | 'page'
  | 'sql'
  | 'table'
  | 'server';

/** What a test of a suite was about, for reports: `task.meta.contract`. */
export interface ContractMeta {
  /** `okta.users.users`; null for a test of the whole provider. */
  readonly resource: string | null;
  /** As pages name it. */
  readonly method: string | null;
  /** `GET /api/v1/users`. */
  readonly operation: string | null;
  readonly kind: CheckKind;
  /** What was sent: `path userId`, `query limit`, `body /profile`. */
  readonly parameters: readonly string[];
  /** As the document declares them: `200`, `4XX`, `default`. */
  readonly statuses: readonly string[];
  /** JSON Pointers of the components that values were made or checked by: `/components/schemas/User`. */
  readonly schemas: readonly string[];
  /** What could not be covered: named as above, or `status 404`. */
  readonly uncovered: readonly { readonly subject: string; readonly why: string }[];
}

declare module 'vitest' {
  interface TaskMeta {
    contract?: ContractMeta;
  }
}

/** Gathers what a check covers while it runs. */
export interface Coverage {
  readonly parameters: Set<string>;
  readonly statuses: Set<string>;
  readonly schemas: Set<string>;
  readonly uncovered: Map<string, string>;
}

export function newCoverage(): Coverage {
  return { parameters: new Set(), statuses: new Set(), schemas: new Set(), uncovered: new Map() };
}

export function metaOf(
  about: Pick<ContractMeta, 'resource' | 'method' | 'operation' | 'kind'>,
  { parameters, statuses, schemas, uncovered }: Coverage,
): ContractMeta {
  return {
    ...about,
    parameters: [...parameters].sort(),
    statuses: [...statuses].sort(),
    schemas: [...schemas].sort(),
    uncovered: [...uncovered].map(([subject, why]) => ({ subject, why })),
  };
}
