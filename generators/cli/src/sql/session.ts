import type { Statement } from '@plumbline/sql';
import type { Sql } from '@plumbline/sql-engine';
import type { SqlInvocation } from '../command-line/invocation.ts';
import type { OnFailure, OptionName, RowMode } from '../command-line/options.ts';
import type { Host } from '../host.ts';
import type { LoadedClient } from './load-client.ts';
import type { Traffic } from './traffic.ts';

/** What statements are run with, one after another. */
export interface Session {
  readonly sql: Sql;
  /** Whether a statement may change something; of the engine, which is imported late. */
  readonly isMutation: (statement: Statement) => boolean;
  readonly client: LoadedClient;
  readonly traffic: Traffic;
  /** Where requests go, or why they go nowhere yet. */
  readonly server: () => ServerState;
  readonly host: Host;
  readonly invocation: Pick<SqlInvocation, 'write' | 'yes' | 'quiet'>;
  /** Asks a person; null: nobody answers. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
  /** How a person allows what changes something. */
  readonly allow: string;
  /** How a person sets an option: `--max-requests`, `.max-requests`. */
  readonly optionName: (name: OptionName) => string;
  /** What can be set between statements. */
  readonly settings: Settings;
}

export type ServerState = { readonly url: string } | { readonly hint: string };

export interface Settings {
  mode: RowMode;
  isTimed: boolean;
  onFailure: OnFailure;
  maxRequests: number;
  maxSteps: number;
  concurrency: number;
  /** Seconds that a request may take in all. */
  timeout: number;
  readonly values: Map<string, string>;
}

/** Where statements are taken from. */
export interface Script {
  readonly text: string;
  /** Null: typed. */
  readonly file: string | null;
}
