import type { Place, Source } from '../origin.ts';
import type { Code } from './catalogue.ts';
import type { Severity } from './severity.ts';

/** What a finding is about; every member that applies is set. */
export interface Subject {
  readonly resource?: string;
  readonly method?: string;
  readonly operation?: string;
  /** The parameter, field or component. */
  readonly name?: string;
  readonly in?: 'path' | 'query' | 'header' | 'cookie' | 'server' | 'body' | 'response';
  readonly required?: boolean;
  /** The key of the config whose entry `name` is. */
  readonly setting?: 'auth' | 'bind' | 'rename';
}

/** A finding as it is reported. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence: what is wrong, with the names. */
  readonly message: string;
  /** One sentence: what would mend it. */
  readonly hint: string;
  readonly subject: Subject;
  readonly source: Source;
  readonly related: readonly { readonly message: string; readonly source: Source }[];
  /** The baseline holds it: it is old, and does not fail a run. */
  readonly baselined?: true;
}

/** A finding before positions are looked up and the settings applied: what readers and reconcile return. */
export interface DraftDiagnostic {
  readonly code: Code;
  readonly message: string;
  readonly hint: string;
  readonly subject: Subject;
  readonly place: Place;
  readonly related: readonly { readonly message: string; readonly place: Place }[];
}
