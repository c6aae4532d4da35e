import type { OptionName } from './options.ts';

/** A command: parser, help and documentation are made from it. */
export interface CommandSpec {
  /** A phrase, for the list of commands. */
  readonly summary: string;
  /** Paragraphs. */
  readonly about: readonly string[];
  /** The operand that it takes, as help shows it. */
  readonly operand?: string;
  readonly options: readonly OptionName[];
  /** Options that mean something of their own here: their values are looked at by the command. */
  readonly own?: { readonly [O in OptionName]?: { readonly value: string; readonly help: string } };
  readonly examples: readonly { readonly does: string; readonly line: string }[];
}

const DOCUMENTS = ['config', 'provider', 'spec', 'pages', 'provider-yaml'] as const;
const REPORT = ['reporter', 'output', 'fail-on', 'quiet'] as const;

export const COMMANDS = {
  init: {
    summary: 'Make a workspace of a spec: client, docs site, contract tests, CI',
    about: [
      'Makes a monorepo that installs, builds and passes its tests: the spec with a config, resource pages (copied, or written from the spec where there are none), the packages of the client and its contract tests, a docs site, workflows and a README. Then it generates all outputs.',
      'On a terminal it asks for what is not given; elsewhere --spec and --provider are needed, or --yes. Nothing that is there already is overwritten: what is in the way is listed, and nothing is written. In a workspace that it has made it adds another provider.',
    ],
    options: ['provider', 'spec', 'pages', 'allow-remote', 'dir', 'scope', 'yes', 'dry-run'],
    own: {
      provider: { value: 'ID', help: 'The provider, the first part of every resource id' },
      spec: {
        value: 'FILE|GLOB|URL',
        help: 'OpenAPI document, YAML or JSON, which is copied with all that it refers to. Repeatable',
      },
      pages: {
        value: 'GLOB',
        help: 'Resource pages that there are already, which are copied. Repeatable',
      },
      'dry-run': { value: '', help: 'List the files, and write nothing' },
    },
    examples: [
      { does: 'With questions', line: 'plumbline init' },
      {
        does: 'Without',
        line: 'plumbline init --provider acme --spec openapi.yaml --dir acme',
      },
      {
        does: 'With pages that there are already, and a spec on the network',
        line: "plumbline init --provider acme --spec https://example.com/openapi.yaml --allow-remote --pages 'pages/**/*.md' --dir acme",
      },
    ],
  },
  generate: {
    summary: 'Read, reconcile, emit, and write what changed',
    about: [
      'Reads the OpenAPI spec and the resource pages of each provider, reports where they disagree, and writes the typed client, the docs pages and the contract tests.',
      'Findings never stop it: --fail-on sets the exit code alone. Equal files are not written, files that someone edited are reported and kept, and a run writes everything or nothing.',
    ],
    options: [...DOCUMENTS, 'shard', 'out', 'only', 'dry-run', ...REPORT],
    examples: [
      { does: 'Everything that the configs of this workspace name', line: 'plumbline generate' },
      {
        does: 'What would be written, for one provider',
        line: 'plumbline generate --provider okta --dry-run',
      },
      {
        does: 'Without a config',
        line: "plumbline generate --provider okta --spec openapi.yaml --pages 'pages/**/*.md' --out build",
      },
    ],
  },
  watch: {
    summary: 'Generate, and after each save what it reaches',
    about: [
      'Generates as `generate` does, then waits. When a page, a file of the spec, an overlay, the provider YAML, the changelog, the baseline or the config is saved, it writes what that changes, says what it wrote and how long it took, and reports what is found in the file that was saved, and what is new elsewhere.',
      'Only what was saved is read again. Files that come and go are seen; one that cannot be read is reported, and waited for. Files that a config imports, and documents on the network, are as they were at the start. Ctrl-C stops it.',
    ],
    options: [...DOCUMENTS, 'out', 'only', 'reporter', 'quiet'],
    own: {
      reporter: {
        value: 'NAME',
        help: 'Form of the report: pretty, or json, a line for each save on standard output',
      },
      quiet: { value: '', help: 'What saves come to alone: nothing of the first generation' },
    },
    examples: [
      { does: 'Everything that the configs of this workspace name', line: 'plumbline watch' },
      { does: 'One provider, and its docs alone', line: 'plumbline watch --provider okta --only docs' },
    ],
  },
  check: {
    summary: 'Exit with 1 on drift, or if a generated file is out of date',
    about: [
      'Generates in memory and compares with what is on disk. Lists every file that is stale, edited by hand or orphaned, and every finding. Writes nothing.',
      'For CI: it fails when somebody forgot to run generate, whatever --fail-on says.',
    ],
    options: [...DOCUMENTS, 'shard', 'out', 'only', 'write-baseline', ...REPORT],
    examples: [
      { does: 'Half of the providers, on the first of two machines', line: 'plumbline check --shard 1/2' },
      { does: 'In a pull request, with annotations', line: 'plumbline check --reporter github' },
      { does: 'Generated files alone, drift allowed', line: 'plumbline check --fail-on never' },
    ],
  },
  drift: {
    summary: 'Report where pages and spec disagree',
    about: [
      'Reads and reconciles, reports each disagreement with its file, line and column, and emits nothing.',
      'With --write-baseline it records what is found today, so that a team with old drift can begin: what the baseline holds is counted, and does not fail a run.',
    ],
    options: [...DOCUMENTS, 'shard', 'write-baseline', ...REPORT],
    examples: [
      { does: 'Read it', line: 'plumbline drift' },
      { does: 'From now on, only what is new counts', line: 'plumbline drift --write-baseline' },
      { does: 'Upload it to code scanning', line: 'plumbline drift --reporter sarif --output drift.sarif' },
      {
        does: 'Two files, no config',
        line: 'plumbline drift --provider okta --spec openapi.yaml --pages users.md',
      },
    ],
  },
  fix: {
    summary: 'Mend the resource pages where the spec is right',
    about: [
      'Reads and reconciles as `drift` does, and writes into the pages what they lack or have wrong: rows, parameters, types, allowed values, bounds, marks, links, examples and manifests, each as its page writes them. Prose, order, indentation and line ends stay. Then it reads the pages again and reports what is left.',
      'A second run changes nothing more. What is silenced is not mended. A page that is edited meanwhile is not overwritten: nothing is written then. `plumbline explain CODE` tells whether a code is fixable.',
      'With --bindings it also writes which operation each method is bound to, beside the config or into --out: bindings.overlay.yaml (OpenAPI Overlay 1.0, with x-stackQL-resources; one for each file of a spec) and all_services.csv (the mapping that the pipeline of StackQL keeps).',
    ],
    options: [...DOCUMENTS, 'out', 'only', 'bindings', 'dry-run', ...REPORT],
    own: {
      out: { value: 'DIR', help: 'Where --bindings writes, if there is no config' },
      only: { value: 'CODE…', help: 'Only what these codes find; several are separated by commas or blanks' },
      'dry-run': { value: '', help: 'Print what would change as a diff, and write nothing' },
    },
    examples: [
      { does: 'What would change', line: 'plumbline fix --dry-run' },
      { does: 'Two kinds of drift', line: 'plumbline fix --only param-missing-from-page,param-link-dead' },
      {
        does: 'Without a config',
        line: "plumbline fix --provider okta --spec openapi.yaml --pages 'pages/**/*.md'",
      },
    ],
  },
  diff: {
    summary: 'Tell what changed between two states, and what it means to users of the client',
    about: [
      'Compares two specs, two models that `plumbline model` printed, or the documents of a config in two git revisions, which are read without a checkout. Without NEW it compares with the documents as they are now.',
      'Operations, methods, parameters, fields, values, types, responses and credentials that were added, removed, changed or renamed are each told once, with the operations that they reach, and are breaking, compatible or docs-only for who uses the client: for its types and at run time. Together they give the step of its version: major, minor, patch or none.',
      'The pages that change with them are listed; with a config they are those of the config.',
    ],
    operand: 'OLD [NEW]',
    options: ['config', 'provider', 'changeset', ...REPORT],
    own: {
      provider: { value: 'ID', help: 'The provider, where the configs are of several' },
      reporter: {
        value: 'NAME',
        help: 'Form of the report: pretty, json, github or markdown; all but pretty go to standard output',
      },
      'fail-on': {
        value: 'LEVEL',
        help: 'Exit with 1 on a breaking change (error), also on a compatible one that is to be noted (warning), or never',
      },
    },
    examples: [
      { does: 'Two specs', line: 'plumbline diff openapi-2025.yaml openapi-2026.yaml' },
      {
        does: 'A changelog of the last release',
        line: 'plumbline diff v1.4.0 HEAD --reporter markdown --fail-on never',
      },
      { does: 'In a pull request', line: 'plumbline diff origin/main --reporter github' },
      { does: 'For the next release', line: 'plumbline diff v1.4.0 --changeset --fail-on never' },
    ],
  },
  import: {
    summary: 'Make a source document of rendered text or saved HTML',
    about: [
      'Reads a document that exists only as a browser shows it, text that was copied or HTML that was saved: a provider page becomes a resource page in Markdown, an API reference (ReDoc) a fragment of OpenAPI in YAML. Without FILE, or with `-`, it reads standard input.',
      'Nothing is made up: what the text does not hold is left out, and told with its line and column. A copy of a page has the first tab of each section alone; saved HTML has them all.',
      'Several files, or a glob, are written into --out, each under its own name with the ending of what it became.',
    ],
    operand: '[FILE…]',
    options: ['as', 'out', ...REPORT],
    own: {
      out: { value: 'DIR', help: 'The folder that each of several files is written into' },
      reporter: {
        value: 'NAME',
        help: 'Form of the report; all but pretty go to standard output, and need --output or --out for the document',
      },
      output: { value: 'FILE', help: 'Write the document to a file instead of standard output' },
    },
    examples: [
      { does: 'A page that was copied', line: 'plumbline import tokens.txt --output tokens.md' },
      { does: 'Standard input', line: 'plumbline import - --as reference' },
      { does: 'All that a browser saved', line: "plumbline import 'saved/*.html' --out resources" },
      {
        does: 'And then',
        line: 'plumbline drift --provider okta --spec fragment.yaml --pages tokens.md',
      },
    ],
  },
  model: {
    summary: 'Print the provider model as JSON',
    about: [
      'Prints what spec and pages come to, reconciled: services, resources, methods with their parameters and fields, operations and schemas. With several providers it prints an array.',
      'It exits with 0 whatever is found, unless --fail-on says otherwise.',
    ],
    options: [...DOCUMENTS, 'output', 'fail-on', 'quiet'],
    own: { output: { value: 'FILE', help: 'Write the model to a file instead of standard output' } },
    examples: [
      {
        does: 'Methods that no operation was found for',
        line: 'plumbline model | jq -r \'..|objects|select(.boundBy=="none").name\'',
      },
    ],
  },
  review: {
    summary: 'Check, and tell it wherever a pull request shows it',
    about: [
      'Runs `check` once. Findings become annotations of GitHub (standard output), a SARIF log, the summary of the job ($GITHUB_STEP_SUMMARY), and the text of a comment, which `plumbline comment` publishes.',
      'Compared with the base of the pull request, it tells what the change means to users of the client, which findings are new, and the drift before and after; what lies in changed files is told first, and on their lines.',
    ],
    options: ['config', 'provider', 'base', 'sarif', 'comment', 'fail-on', 'quiet'],
    own: { provider: { value: 'ID', help: 'Only this provider of the configs' } },
    examples: [
      {
        does: 'In a workflow for pull requests',
        line: 'plumbline review --sarif drift.sarif --comment comment.md',
      },
      { does: 'Against another branch, on this machine', line: 'plumbline review --base origin/main' },
    ],
  },
  comment: {
    summary: 'Keep one comment of a pull request up to date',
    about: [
      'Makes FILE, Markdown, the comment of the pull request that the workflow of GitHub Actions runs for: the first time a new one, from then on in place of what it said before. It needs GITHUB_TOKEN, which may write pull requests.',
      'In a run for no pull request it does nothing.',
    ],
    operand: 'FILE',
    options: [],
    examples: [{ does: 'What a review wrote', line: 'plumbline comment comment.md' }],
  },
  regenerate: {
    summary: 'Take up what is published, and what a new generator makes',
    about: [
      'First regenerates from the documents as they are, which shows what a new version of Plumbline changes. Then fetches the files that `upstream` of the config names, and takes up those that differ: writes them, a section of CHANGELOG.md beside the config, a changeset for the client where changesets are in use, and regenerates. What cannot be read as a spec is not taken up.',
      'With --pull-request each step is a commit on the branch plumbline/regenerate, and its one pull request is opened, brought up to date, or, where nothing is left of it, closed. It needs GITHUB_TOKEN and GITHUB_REPOSITORY, as in GitHub Actions, and a tree without changes. A branch that somebody else committed to is left alone.',
    ],
    options: ['config', 'provider', 'pull-request', 'quiet'],
    own: {
      provider: { value: 'ID', help: 'Only this provider of the configs' },
      quiet: { value: '', help: 'Errors alone: no progress, no summary' },
    },
    examples: [
      { does: 'On this machine', line: 'plumbline regenerate' },
      { does: 'In a scheduled workflow', line: 'plumbline regenerate --pull-request' },
    ],
  },
  serve: {
    summary: 'Mock the API on this machine: check requests, answer as the spec declares',
    about: [
      'Serves the API of one provider from its spec alone: `plumbline serve openapi.yaml`. Each request is checked; what the spec does not allow is refused, and the log says what would mend it. Answers are the examples of the spec, or values made of its schemas; lists have pages. Any credentials of the right form will do.',
      'A request says in its header `Prefer` what it wants to see: `code=404`, `example=NAME`, `dynamic`, `items=0`, `delay=500`, `drop`, `truncate`, `code=429, times=2`. For instance: `curl -i http://127.0.0.1:4010/users -H "Prefer: code=404"`.',
      'FILE is an OpenAPI document, or a provider.json that Plumbline emitted, which starts faster. Without it, config and options name the documents as for the other commands. Ctrl-C stops it.',
    ],
    operand: '[FILE]',
    options: ['port', 'host', 'seed', 'dynamic', 'items', 'delay', 'no-cors', ...DOCUMENTS, 'quiet'],
    own: { quiet: { value: '', help: 'No log of requests' } },
    examples: [
      { does: 'A document', line: 'plumbline serve openapi.yaml' },
      { does: 'Long lists, answered slowly', line: 'plumbline serve openapi.yaml --items 500 --delay 300' },
      {
        does: 'The provider of a config, on any free port',
        line: 'plumbline serve --provider okta --port 0',
      },
    ],
  },
  sql: {
    summary: 'Query the API with SQL, through the generated client',
    about: [
      'Runs statements of the StackQL dialect: `SELECT … FROM okta.users.users WHERE …`. Conditions that are parameters of the API are sent to it, SQLite does the rest. `EXPLAIN` in front of a statement lists the requests that it would send, and sends none. SHOW SERVICES, SHOW RESOURCES IN a service and DESCRIBE a resource tell what there is.',
      'Statements come from -c and --file, or from standard input; on a terminal it is a shell, in which .help tells more. The first statement that fails ends the run, with 1, unless --on-failure says otherwise. Rows alone go to standard output.',
      'The client is the one that the config names, or --package; it has its credentials and server variables from the environment, as in code: OKTA_API_TOKEN, OKTA_SUBDOMAIN. What changes something needs --write, and on a terminal a yes.',
    ],
    options: [
      'command',
      'file',
      'set',
      'write',
      'yes',
      'on-failure',
      'mode',
      'config',
      'provider',
      'package',
      'base-url',
      'max-requests',
      'max-steps',
      'concurrency',
      'timeout',
      'quiet',
    ],
    own: {
      provider: { value: 'ID', help: 'The provider, where the configs are of several' },
      yes: { value: '', help: 'Do not ask before a statement that changes something' },
      quiet: { value: '', help: 'Rows and errors alone: no counts, no timing' },
    },
    examples: [
      { does: 'The shell', line: 'plumbline sql' },
      {
        does: 'One statement, as JSON',
        line: "plumbline sql --mode json -c 'SELECT id, status FROM okta.users.users LIMIT 5'",
      },
      { does: 'Against a mock', line: 'plumbline sql --base-url http://127.0.0.1:4010' },
      { does: 'Changes, without a question', line: 'plumbline sql --file changes.sql --write --yes' },
    ],
  },
  explain: {
    summary: 'Tell what a diagnostic code means',
    about: [
      'Explains a code: what it means, why it matters, how to mend it, with an example before and after. Without a code it lists them all.',
    ],
    operand: '[CODE]',
    options: [],
    examples: [{ does: 'One code', line: 'plumbline explain param-missing-from-page' }],
  },
} as const satisfies { readonly [name: string]: CommandSpec };

export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

export function commandSpec(name: CommandName): CommandSpec {
  return COMMANDS[name];
}

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/** Whether a command takes an option. */
export function isOptionOf(command: CommandName, option: OptionName): boolean {
  return option === 'help' || commandSpec(command).options.includes(option);
}
