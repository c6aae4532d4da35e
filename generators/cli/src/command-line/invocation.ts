import type { CommandName } from './commands.ts';
import type {
  DiffReporter,
  FailOn,
  OnFailure,
  Output,
  ReporterName,
  RowMode,
  WatchReporter,
} from './options.ts';

/** What a command line asks for. */
export type Invocation =
  | { readonly kind: 'help'; readonly command: CommandName | null }
  | { readonly kind: 'version' }
  | { readonly kind: 'explain'; readonly code: string | null }
  | RunInvocation
  | WatchInvocation
  | FixInvocation
  | DiffInvocation
  | ImportInvocation
  | ServeInvocation
  | SqlInvocation
  | InitInvocation
  | ReviewInvocation
  | CommentInvocation
  | RegenerateInvocation
  | WrongUse;

/** One of the commands that read documents. */
export interface RunInvocation {
  readonly kind: 'run';
  readonly command: 'generate' | 'check' | 'drift' | 'model';
  readonly documents: Documents;
  readonly only: readonly Output[];
  /** Today's findings become the baseline. */
  readonly writeBaseline: boolean;
  readonly dryRun: boolean;
  readonly reporter: ReporterName;
  readonly output: string | null;
  readonly failOn: FailOn;
  readonly quiet: boolean;
}

/** A run that nobody called by hand: whoever asks for it says itself what came of it. */
export function quietRun(
  command: RunInvocation['command'],
  documents: Documents,
  rest: Partial<Omit<RunInvocation, 'kind' | 'command' | 'documents' | 'quiet'>>,
): RunInvocation {
  return {
    kind: 'run',
    command,
    documents,
    only: [],
    writeBaseline: false,
    dryRun: false,
    reporter: 'json',
    output: null,
    failOn: 'never',
    ...rest,
    quiet: true,
  };
}

/** Generate after each save, until a signal comes. */
export interface WatchInvocation {
  readonly kind: 'watch';
  readonly documents: Documents;
  readonly only: readonly Output[];
  readonly reporter: WatchReporter;
  readonly quiet: boolean;
}

/** Mend the pages. */
export interface FixInvocation {
  readonly kind: 'fix';
  readonly command: 'fix';
  readonly documents: Documents;
  /** Codes, as they were given; empty: all that can be mended. */
  readonly only: readonly string[];
  readonly bindings: boolean;
  readonly dryRun: boolean;
  readonly reporter: ReporterName;
  readonly output: string | null;
  readonly failOn: FailOn;
  readonly quiet: boolean;
}

/** Compare two states. */
export interface DiffInvocation {
  readonly kind: 'diff';
  readonly command: 'diff';
  /** A file or a git revision. */
  readonly before: string;
  /** Null: the documents of the config, as they are now. */
  readonly after: string | null;
  readonly documents: Documents;
  readonly changeset: boolean;
  readonly reporter: DiffReporter;
  readonly output: string | null;
  readonly failOn: FailOn;
  readonly quiet: boolean;
}

/** Make sources of rendered documents. */
export interface ImportInvocation {
  readonly kind: 'import';
  readonly command: 'import';
  /** Files and globs; empty: standard input. */
  readonly files: readonly string[];
  /** Null: what their content says. */
  readonly as: 'page' | 'reference' | null;
  /** The folder for several. */
  readonly out: string | null;
  readonly reporter: ReporterName;
  readonly output: string | null;
  readonly failOn: FailOn;
  readonly quiet: boolean;
}

/** Serve one provider, until a signal comes. */
export interface ServeInvocation {
  readonly kind: 'serve';
  /** An OpenAPI document or a provider.json. */
  readonly file: string | null;
  /** What else names the documents; null where there is a file. */
  readonly documents: Documents | null;
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly dynamic: boolean;
  readonly items: number;
  readonly delay: number;
  readonly cors: boolean;
  readonly quiet: boolean;
}

/** Run SQL through the client of one provider. */
export interface SqlInvocation {
  readonly kind: 'sql';
  /** In the order in which they were given; empty: standard input, or a shell. */
  readonly scripts: readonly SqlScript[];
  readonly client: SqlClient;
  /** Server variables, and values of templates. */
  readonly values: ReadonlyMap<string, string>;
  readonly mode: RowMode;
  readonly baseUrl: string | null;
  readonly maxRequests: number;
  readonly maxSteps: number;
  readonly concurrency: number;
  /** Seconds. */
  readonly timeout: number;
  readonly onFailure: OnFailure;
  /** Whether something may be changed, and whether without a question. */
  readonly write: boolean;
  readonly yes: boolean;
  readonly quiet: boolean;
}

/** Statements: themselves, or the file that they are in; `-` is standard input. */
export type SqlScript = { readonly text: string } | { readonly file: string };

/** Where a client is: the one of a config, or an npm package. */
export type SqlClient =
  | { readonly by: 'config'; readonly documents: Documents }
  | { readonly by: 'package'; readonly name: string };

/** Check for a pull request. */
export interface ReviewInvocation {
  readonly kind: 'review';
  readonly documents: Documents;
  /** A git revision; null: that of the workflow's pull request, if there is one. */
  readonly base: string | null;
  /** Files. */
  readonly sarif: string | null;
  readonly comment: string | null;
  readonly failOn: FailOn;
  readonly quiet: boolean;
}

/** Publish a comment. */
export interface CommentInvocation {
  readonly kind: 'comment';
  readonly file: string;
}

/** Take up what is new. */
export interface RegenerateInvocation {
  readonly kind: 'regenerate';
  readonly documents: Documents;
  readonly pullRequest: boolean;
  readonly quiet: boolean;
}

/** Make a workspace. */
export interface InitInvocation {
  readonly kind: 'init';
  /** Null: it is asked for, or suggested. */
  readonly provider: string | null;
  readonly spec: readonly string[];
  readonly pages: readonly string[];
  /** The npm scope of the packages. */
  readonly scope: string | null;
  readonly dir: string;
  readonly allowRemote: boolean;
  /** Nothing is asked. */
  readonly yes: boolean;
  readonly dryRun: boolean;
}

/** Where the documents are named. */
export type Documents =
  /** No file: the default places. No provider: all of them. */
  | {
      readonly by: 'config';
      readonly files: readonly string[];
      readonly providers: readonly string[];
      /** Absent: all of them. */
      readonly shard?: Shard;
    }
  | { readonly by: 'options'; readonly providers: readonly ProviderOptions[] };

/** The part of one of several machines, which each have another: 1/2 and 2/2 are all. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** A provider without a config. */
export interface ProviderOptions {
  readonly provider: string;
  readonly spec: readonly string[];
  /** Where the spec is named, in words; absent: by `--spec`. */
  readonly specOption?: string;
  readonly pages: readonly string[];
  readonly providerYaml: readonly string[];
  readonly out: string | null;
}

export interface WrongUse {
  readonly kind: 'wrong-use';
  /** A sentence. */
  readonly message: string;
  /** A sentence: the way out. */
  readonly hint: string;
}

export function wrongUse(message: string, hint: string): WrongUse {
  return { kind: 'wrong-use', message, hint };
}
