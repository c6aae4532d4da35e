import type { Source, SqlVerb } from '@plumbline/model';
import type { Prose } from '../text/lines.ts';

/** What the text of a provider page holds: what it does not say is absent, and nothing is made up. */
export interface RenderedPage {
  /** `okta.users.oauth_tokens`; null where neither the overview nor an example says it. */
  readonly id: string | null;
  readonly name: string | null;
  /** `Resource`, `View`. */
  readonly type: string | null;
  readonly summary: Prose;
  readonly fieldSets: readonly FieldTable[];
  /** The sentence that says so, where the resource cannot be selected from. */
  readonly unsupported: string | null;
  readonly methods: readonly MethodRow[];
  /** The columns that the Methods table has. */
  readonly methodColumns: readonly MethodColumn[];
  readonly parameters: readonly FactRow[];
  readonly examples: readonly PageExample[];
}

export type MethodColumn = 'name' | 'verb' | 'required' | 'optional' | 'description';

export interface FieldTable {
  /** Null where the text does not tell whose fields they are. */
  readonly method: string | null;
  /** The response's meaning: `Success`. */
  readonly caption: string;
  readonly rows: readonly FactRow[];
  readonly hasDescriptions: boolean;
  readonly source: Source;
}

/** A row of Fields or Parameters. */
export interface FactRow {
  readonly name: string;
  /** With its format: `string (date-time)`; empty where the page has none. */
  readonly type: string;
  readonly description: Prose;
  readonly source: Source;
}

export interface MethodRow {
  readonly name: string;
  readonly verb: SqlVerb;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly description: Prose;
  readonly source: Source;
}

export interface PageExample {
  readonly language: 'sql' | 'yaml';
  readonly verb: SqlVerb;
  /** Null where the text does not tell. */
  readonly method: string | null;
  readonly description: Prose;
  readonly code: string;
  readonly source: Source;
}
