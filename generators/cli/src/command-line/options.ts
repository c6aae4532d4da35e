/** An option of the command line: parser, help and documentation are made from it. */
export interface OptionSpec {
  readonly short?: string;
  /** What stands for the value in help; an option without one is a flag. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** A comma list of choices. */
  readonly isList?: true;
  readonly repeatable?: true;
  /** One sentence, without the full stop; the choices are added to it. */
  readonly help: string;
  readonly fallback?: string;
  /** The value is a whole number from 0 to this. */
  readonly most?: number;
  readonly group: 'Statements' | 'Documents' | 'Server' | 'Output' | 'Report' | 'Other';
}

export const OUTPUTS = ['client', 'docs', 'contract-tests'] as const;
export type Output = (typeof OUTPUTS)[number];

export const REPORTERS = ['pretty', 'json', 'github', 'sarif', 'junit', 'markdown'] as const;
export type ReporterName = (typeof REPORTERS)[number];

/** Those that `diff` has. */
export const DIFF_REPORTERS = [
  'pretty',
  'json',
  'github',
  'markdown',
] as const satisfies readonly ReporterName[];
export type DiffReporter = (typeof DIFF_REPORTERS)[number];

/** Those that `watch` has. */
export const WATCH_REPORTERS = ['pretty', 'json'] as const satisfies readonly ReporterName[];
export type WatchReporter = (typeof WATCH_REPORTERS)[number];

const FAIL_ON = ['error', 'warning', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export const ROW_MODES = ['table', 'line', 'json', 'jsonl', 'csv'] as const;
/** Forms that rows are printed in. */
export type RowMode = (typeof ROW_MODES)[number];

export const ON_FAILURE = ['stop', 'continue'] as const;
export type OnFailure = (typeof ON_FAILURE)[number];

/** Every option, in the order in which help lists them. */
export const OPTIONS = {
  config: {
    value: 'FILE',
    repeatable: true,
    group: 'Documents',
    help: 'The config to use. Default: plumbline.config.ts here, else every specs/*/plumbline.config.ts',
  },
  provider: {
    value: 'ID',
    repeatable: true,
    group: 'Documents',
    help: 'With configs: only this provider. Without: the provider that the following --spec, --pages, --provider-yaml and --out are of',
  },
  shard: {
    value: 'N/M',
    group: 'Documents',
    help: 'Of all configs, sorted by path, only every M-th, beginning with the N-th: each of M machines does its part',
  },
  spec: {
    value: 'FILE|GLOB',
    repeatable: true,
    group: 'Documents',
    help: 'OpenAPI document, YAML or JSON; several are merged (one per service)',
  },
  pages: {
    value: 'GLOB',
    repeatable: true,
    group: 'Documents',
    help: "Resource pages, Markdown or MDX: 'pages/**/*.md'",
  },
  'provider-yaml': {
    value: 'FILE|GLOB',
    repeatable: true,
    group: 'Documents',
    help: "The StackQL provider's own YAML: 'provider/**/*.yaml'",
  },
  'allow-remote': { group: 'Documents', help: 'Documents that are URLs may be fetched' },
  as: {
    value: 'KIND',
    choices: ['page', 'reference'],
    group: 'Documents',
    help: 'What the document is, where its content does not tell',
  },
  package: {
    value: 'NAME',
    group: 'Documents',
    help: 'Use the client of this npm package, as it is installed here, in place of a config',
  },
  command: {
    short: 'c',
    value: 'SQL',
    repeatable: true,
    group: 'Statements',
    help: 'Run these statements, separated by semicolons',
  },
  file: {
    value: 'FILE',
    repeatable: true,
    group: 'Statements',
    help: 'Run the statements of a file; - is standard input',
  },
  set: {
    value: 'NAME=VALUE',
    repeatable: true,
    group: 'Statements',
    help: 'A server variable of the client, or the value of a template: id=7 for {{ id }} in statements',
  },
  write: { group: 'Statements', help: 'Allow INSERT, UPDATE, REPLACE, DELETE and EXEC' },
  'on-failure': {
    value: 'WHAT',
    choices: ON_FAILURE,
    fallback: 'stop',
    group: 'Statements',
    help: 'What follows a failed statement, or one failed call of many (the exit code is 1 in either case)',
  },
  mode: {
    value: 'MODE',
    choices: ROW_MODES,
    fallback: 'table',
    group: 'Statements',
    help: 'Form of the rows',
  },
  'base-url': {
    value: 'URL',
    group: 'Server',
    help: 'Send requests there: a mock, a proxy, a custom domain',
  },
  'max-requests': {
    value: 'N',
    most: 1_000_000,
    fallback: '1000',
    group: 'Server',
    help: 'How many requests a statement may send',
  },
  concurrency: {
    value: 'N',
    most: 1000,
    fallback: '8',
    group: 'Server',
    help: 'How many requests may be on their way at once',
  },
  timeout: {
    value: 'SECONDS',
    most: 86_400,
    fallback: '300',
    group: 'Server',
    help: 'How long a request may take, with its answer and what it is sent again for',
  },
  'max-steps': {
    value: 'N',
    most: 2_000_000_000,
    fallback: '20000000',
    group: 'Server',
    help: 'How often SQLite may look at a row, for a statement of several sources',
  },
  port: {
    value: 'N',
    most: 65_535,
    fallback: '4010',
    group: 'Server',
    help: 'The port; 0 takes any free one',
  },
  host: {
    value: 'ADDRESS',
    fallback: '127.0.0.1',
    group: 'Server',
    help: 'The address to listen at: the default can be reached from this machine alone',
  },
  seed: {
    value: 'N',
    most: 4_294_967_295,
    fallback: '1',
    group: 'Server',
    help: 'Of generated values: the same seed, the same answers',
  },
  dynamic: { group: 'Server', help: 'Generate answers, though the spec has examples' },
  items: {
    value: 'N',
    most: 100_000,
    fallback: '5',
    group: 'Server',
    help: 'The length of lists, over all their pages',
  },
  delay: { value: 'MS', most: 60_000, fallback: '0', group: 'Server', help: 'Wait before each answer' },
  'no-cors': { group: 'Server', help: 'Do not let pages of other origins call it from a browser' },
  out: {
    value: 'DIR',
    repeatable: true,
    group: 'Output',
    help: 'Emit the packages DIR/client and DIR/contract-tests and the folder DIR/docs',
  },
  dir: { value: 'DIR', group: 'Output', help: 'The folder to write into', fallback: '.' },
  scope: { value: '@NAME', group: 'Output', help: 'The npm scope of the packages. Default: the provider' },
  yes: { short: 'y', group: 'Output', help: 'Ask nothing: take what is suggested' },
  only: {
    value: 'LIST',
    choices: OUTPUTS,
    isList: true,
    group: 'Output',
    help: 'Only these outputs, separated by commas',
  },
  bindings: {
    group: 'Output',
    help: 'Write the operation of each method, as an overlay with x-stackQL-resources and as a CSV',
  },
  changeset: {
    group: 'Output',
    help: 'Write the changes as a changeset, into the nearest folder .changeset',
  },
  'write-baseline': {
    group: 'Output',
    help: 'Record the findings of today: from now on only others count',
  },
  base: {
    value: 'REV',
    group: 'Documents',
    help: 'The git revision to compare with. Default: the base of the pull request, in a workflow for one',
  },
  'pull-request': {
    group: 'Output',
    help: 'Commit to the branch plumbline/regenerate, and open its pull request or bring it up to date',
  },
  sarif: { value: 'FILE', group: 'Report', help: 'Write a SARIF log, for code scanning' },
  comment: { value: 'FILE', group: 'Report', help: 'Write the text of a comment, in Markdown' },
  'dry-run': { group: 'Output', help: 'Say what would be written, and write nothing' },
  reporter: {
    value: 'NAME',
    choices: REPORTERS,
    fallback: 'pretty',
    group: 'Report',
    help: 'Form of the report; all but pretty go to standard output',
  },
  output: {
    value: 'FILE',
    group: 'Report',
    help: 'Write the report to a file instead',
  },
  'fail-on': {
    value: 'LEVEL',
    choices: FAIL_ON,
    fallback: 'error',
    group: 'Report',
    help: 'Exit with 1 when a finding is at least this severe',
  },
  quiet: {
    group: 'Report',
    help: 'Findings alone: no progress, no closing summary',
  },
  help: { short: 'h', group: 'Other', help: 'Show this help' },
  version: { short: 'v', group: 'Other', help: 'Show the version' },
} as const satisfies { readonly [name: string]: OptionSpec };

export type OptionName = keyof typeof OPTIONS;
export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[];

export function optionSpec(name: OptionName): OptionSpec {
  return OPTIONS[name];
}

export function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}
