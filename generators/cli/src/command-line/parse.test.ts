import { describe, expect, it } from 'vitest';
import type { Invocation } from './invocation.ts';
import { parseCommandLine } from './parse.ts';

const DEFAULTS = {
  kind: 'run',
  command: 'drift',
  documents: { by: 'config', files: [], providers: [] },
  only: ['client', 'docs', 'contract-tests'],
  writeBaseline: false,
  dryRun: false,
  reporter: 'pretty',
  output: null,
  failOn: 'error',
  quiet: false,
} as const satisfies Invocation;

/** One provider without a config. */
function okta(given: { spec?: string[]; pages?: string[]; providerYaml?: string[]; out?: string | null }) {
  return { provider: 'okta', spec: ['s.yaml'], pages: [], providerYaml: [], out: null, ...given };
}

const SERVE = {
  kind: 'serve',
  file: null,
  documents: { by: 'config', files: [], providers: [] },
  port: 4010,
  host: '127.0.0.1',
  seed: 1,
  dynamic: false,
  items: 5,
  delay: 0,
  cors: true,
  quiet: false,
} as const satisfies Invocation;

const accepted: [string, { given: string; want: Invocation }][] = [
  ['serve alone', { given: 'serve', want: SERVE }],
  ['serve of a file', { given: 'serve a.yaml', want: { ...SERVE, file: 'a.yaml', documents: null } }],
  [
    'serve of a spec that nobody named',
    {
      given: 'serve --spec s.yaml',
      want: {
        ...SERVE,
        documents: { by: 'options', providers: [{ ...okta({}), provider: 'api' }] },
      },
    },
  ],
  [
    'every option of the server',
    {
      given: 'serve --port 0 --host 0.0.0.0 --seed 2 --dynamic --items 9 --delay 10 --no-cors --quiet',
      want: {
        ...SERVE,
        port: 0,
        host: '0.0.0.0',
        seed: 2,
        dynamic: true,
        items: 9,
        delay: 10,
        cors: false,
        quiet: true,
      },
    },
  ],
  ['a command alone', { given: 'drift', want: DEFAULTS }],
  [
    'every option of generate',
    {
      given:
        'generate --config a.ts --provider okta --only docs,client --dry-run --reporter json --output r.json --fail-on warning --quiet',
      want: {
        kind: 'run',
        command: 'generate',
        documents: { by: 'config', files: ['a.ts'], providers: ['okta'] },
        only: ['client', 'docs'],
        writeBaseline: false,
        dryRun: true,
        reporter: 'json',
        output: 'r.json',
        failOn: 'warning',
        quiet: true,
      },
    },
  ],
  [
    'every option of diff',
    {
      given:
        'diff v1 v2 --provider okta --changeset --reporter markdown --output r.md --fail-on never --quiet',
      want: {
        kind: 'diff',
        command: 'diff',
        before: 'v1',
        after: 'v2',
        documents: { by: 'config', files: [], providers: ['okta'] },
        changeset: true,
        reporter: 'markdown',
        output: 'r.md',
        failOn: 'never',
        quiet: true,
      },
    },
  ],
  ['the baseline', { given: 'drift --write-baseline', want: { ...DEFAULTS, writeBaseline: true } }],
  [
    'every option of fix',
    {
      given:
        'fix --config a.ts --provider okta --only param-link-dead row-duplicate --only x,y --bindings --dry-run --reporter json --output r.json --fail-on never --quiet',
      want: {
        kind: 'fix',
        command: 'fix',
        documents: { by: 'config', files: ['a.ts'], providers: ['okta'] },
        only: ['param-link-dead', 'row-duplicate', 'x', 'y'],
        bindings: true,
        dryRun: true,
        reporter: 'json',
        output: 'r.json',
        failOn: 'never',
        quiet: true,
      },
    },
  ],
  [
    'several configs',
    {
      given: 'drift --config a.ts --config=b.ts',
      want: { ...DEFAULTS, documents: { by: 'config', files: ['a.ts', 'b.ts'], providers: [] } },
    },
  ],
  [
    'model, which does not fail by itself',
    { given: 'model', want: { ...DEFAULTS, command: 'model', failOn: 'never' } },
  ],
  [
    'a provider without a config',
    {
      given: 'drift --provider okta --spec s.yaml --pages p/**/*.md',
      want: { ...DEFAULTS, documents: { by: 'options', providers: [okta({ pages: ['p/**/*.md'] })] } },
    },
  ],
  [
    'options before their provider',
    {
      given: 'drift --spec s.yaml --provider okta',
      want: { ...DEFAULTS, documents: { by: 'options', providers: [okta({})] } },
    },
  ],
  [
    "the provider's own YAML, as a shell expands it",
    {
      given: 'drift --provider okta --spec s.yaml --provider-yaml provider.yaml users.yaml',
      want: {
        ...DEFAULTS,
        documents: {
          by: 'options',
          providers: [okta({ providerYaml: ['provider.yaml', 'users.yaml'] })],
        },
      },
    },
  ],
  [
    'a pattern that the shell expanded',
    {
      given: 'drift --provider okta --pages a.md b.md --spec s.yaml t.yaml',
      want: {
        ...DEFAULTS,
        documents: {
          by: 'options',
          providers: [okta({ spec: ['s.yaml', 't.yaml'], pages: ['a.md', 'b.md'] })],
        },
      },
    },
  ],
  [
    'two providers, each with its own documents',
    {
      given: 'drift --provider okta --spec s.yaml --provider github --spec g.json --pages g.md',
      want: {
        ...DEFAULTS,
        documents: {
          by: 'options',
          providers: [
            okta({}),
            { provider: 'github', spec: ['g.json'], pages: ['g.md'], providerYaml: [], out: null },
          ],
        },
      },
    },
  ],
  [
    '--only repeated',
    {
      given: 'check --only docs --only client',
      want: { ...DEFAULTS, command: 'check', only: ['client', 'docs'] },
    },
  ],
  ['help', { given: '--help', want: { kind: 'help', command: null } }],
  ['the help of a command', { given: 'drift -h', want: { kind: 'help', command: 'drift' } }],
  ['help as a command', { given: 'help model', want: { kind: 'help', command: 'model' } }],
  [
    'help wherever it stands',
    { given: '--help --config a.ts check', want: { kind: 'help', command: 'check' } },
  ],
  ['the version', { given: '-v', want: { kind: 'version' } }],
  ['explain', { given: 'explain input-not-found', want: { kind: 'explain', code: 'input-not-found' } }],
  ['explain alone', { given: 'explain', want: { kind: 'explain', code: null } }],
];

const refused: [string, { given: string; message: string; hint: string }][] = [
  [
    'a port that is none',
    { given: 'serve --port 99999', message: '`99999` is not a value of `--port`.', hint: 'from 0 to 65535' },
  ],
  [
    'two files to serve',
    {
      given: 'serve a.yaml b.yaml',
      message: '`b.yaml` is one operand too many.',
      hint: 'plumbline serve FILE',
    },
  ],
  [
    'a file to serve beside a spec',
    {
      given: 'serve a.yaml --spec b.yaml',
      message: '`--spec` cannot go with `a.yaml`.',
      hint: 'options alone',
    },
  ],
  ['nothing', { given: '', message: 'No command is given.', hint: 'drift' }],
  [
    'a misspelt command',
    { given: 'drfit', message: '`drfit` is not a command.', hint: 'Did you mean `plumbline drift`?' },
  ],
  [
    'an unknown command',
    { given: 'xyzzy', message: '`xyzzy` is not a command.', hint: 'generate, watch, check' },
  ],
  [
    'a misspelt option',
    { given: 'drift --confg a', message: '`--confg` is not an option.', hint: 'Did you mean `--config`?' },
  ],
  [
    'an unknown short option',
    { given: 'drift -x', message: '`-x` is not an option.', hint: 'plumbline --help' },
  ],
  [
    'an option of another command',
    {
      given: 'drift --dry-run',
      message: '`--dry-run` is not an option of `drift`.',
      hint: 'It belongs to init, generate, fix.',
    },
  ],
  [
    'nothing to compare',
    { given: 'diff', message: 'Nothing to compare is given.', hint: '`plumbline diff OLD NEW`' },
  ],
  [
    'a third state',
    { given: 'diff a b c', message: '`c` is one operand too many.', hint: '`plumbline diff OLD NEW`' },
  ],
  [
    'a form that changes do not have',
    {
      given: 'diff a b --reporter sarif',
      message: '`sarif` is not a value of `--reporter`.',
      hint: 'Values: pretty, json, github, markdown.',
    },
  ],
  [
    'a value that is missing at the end',
    { given: 'drift --config', message: '`--config` needs a value.', hint: '--config FILE' },
  ],
  [
    'a value that is another option',
    { given: 'drift --config --quiet', message: '`--config` needs a value.', hint: '--config FILE' },
  ],
  [
    'an empty value',
    { given: 'drift --output=', message: '`--output` needs a value.', hint: '--output FILE' },
  ],
  [
    'a value of a flag',
    { given: 'drift --quiet=yes', message: '`--quiet` takes no value.', hint: '`--quiet` alone' },
  ],
  [
    'a wrong choice',
    {
      given: 'drift --reporter jsn',
      message: '`jsn` is not a value of `--reporter`.',
      hint: 'Did you mean `json`?',
    },
  ],
  [
    'a wrong item of a list',
    {
      given: 'check --only client,doc',
      message: '`doc` is not a value of `--only`.',
      hint: 'Did you mean `docs`?',
    },
  ],
  [
    'an empty list',
    { given: 'check --only ,', message: '`,` is not a value of `--only`.', hint: 'client, docs' },
  ],
  [
    'an option twice',
    { given: 'drift --output a --output b', message: '`--output` is given twice.', hint: 'once' },
  ],
  [
    'an operand',
    {
      given: 'drift spec.yaml',
      message: '`drift` takes no operand, and `spec.yaml` is one.',
      hint: '--spec',
    },
  ],
  ['two codes', { given: 'explain a b', message: '`b` is one operand too many.', hint: 'one code' }],
  [
    'config and documents',
    {
      given: 'drift --config a.ts --spec b',
      message: '`--spec` cannot go with `--config`.',
      hint: '--provider',
    },
  ],
  [
    'documents of nobody',
    { given: 'drift --spec a.yaml', message: 'The provider is not named.', hint: '--provider ID' },
  ],
  [
    'pages alone',
    {
      given: 'drift --provider okta --pages a.md',
      message: 'The provider `okta` has no spec.',
      hint: '--spec FILE',
    },
  ],
  [
    'nowhere to write',
    {
      given: 'generate --provider okta --spec a',
      message: '`generate` needs a folder for `okta`.',
      hint: '--out DIR',
    },
  ],
  [
    'two folders',
    {
      given: 'check --provider okta --spec a --out a --out b',
      message: '`--out` is given twice for `okta`.',
      hint: 'one folder',
    },
  ],
  [
    'a provider twice',
    {
      given: 'drift --provider okta --spec a --provider okta --spec b',
      message: 'The provider `okta` is given twice.',
      hint: 'once',
    },
  ],
  [
    'a provider that is a path',
    { given: 'drift --provider ../x --spec a', message: '`../x` is not a provider id.', hint: 'letter' },
  ],
];

describe('a command line', () => {
  it.each(accepted)('is read: %s', (_, { given, want }) => {
    expect(parseCommandLine(words(given))).toEqual(want);
  });

  it.each(refused)('is refused: %s', (_, { given, message, hint }) => {
    expect(parseCommandLine(words(given))).toEqual({
      kind: 'wrong-use',
      message,
      hint: expect.stringContaining(hint),
    });
  });
});

function words(line: string): readonly string[] {
  return line === '' ? [] : line.split(' ');
}
