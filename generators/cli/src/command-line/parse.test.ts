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

const refused: readonly (readonly [given: string, message: string, hint: string])[] = [
  ['serve --port 99999', '`99999` is not a value of `--port`.', 'from 0 to 65535'],
  ['serve a.yaml b.yaml', '`b.yaml` is one operand too many.', 'plumbline serve FILE'],
  ['serve a.yaml --spec b.yaml', '`--spec` cannot go with `a.yaml`.', 'options alone'],
  ['', 'No command is given.', 'plumbline --help'],
  ['drfit', '`drfit` is not a command.', 'Did you mean `plumbline drift`?'],
  ['xyzzy', '`xyzzy` is not a command.', 'generate, watch, check'],
  ['drift --confg a', '`--confg` is not an option.', 'Did you mean `--config`?'],
  ['drift -x', '`-x` is not an option.', 'plumbline drift --help'],
  ['drift --dry-run', '`--dry-run` is not an option of `drift`.', 'It belongs to init, generate, fix.'],
  ['diff', 'Nothing to compare is given.', '`plumbline diff OLD NEW`'],
  ['diff a b c', '`c` is one operand too many.', '`plumbline diff OLD NEW`'],
  [
    'diff a b --reporter sarif',
    '`sarif` is not a value of `--reporter`.',
    'Values: pretty, json, github, markdown.',
  ],
  ['drift --config', '`--config` needs a value.', '--config FILE'],
  ['drift --config --quiet', '`--config` needs a value.', '--config FILE'],
  ['drift --output=', '`--output` needs a value.', '--output FILE'],
  ['drift --quiet=yes', '`--quiet` takes no value.', '`--quiet` alone'],
  ['drift --reporter jsn', '`jsn` is not a value of `--reporter`.', 'Did you mean `json`?'],
  ['check --only client,doc', '`doc` is not a value of `--only`.', 'Did you mean `docs`?'],
  ['check --only ,', '`,` is not a value of `--only`.', 'client, docs'],
  ['drift --output a --output b', '`--output` is given twice.', 'once'],
  ['drift spec.yaml', '`drift` takes no operand, and `spec.yaml` is one.', '--spec'],
  ['explain a b', '`b` is one operand too many.', 'one code'],
  ['drift --config a.ts --spec b', '`--spec` cannot go with `--config`.', '--provider'],
  ['drift --spec a.yaml', 'The provider is not named.', '--provider ID'],
  ['drift --provider okta --pages a.md', 'The provider `okta` has no spec.', '--spec FILE'],
  ['generate --provider okta --spec a', '`generate` needs a folder for `okta`.', '--out DIR'],
  ['check --provider okta --spec a --out a --out b', '`--out` is given twice for `okta`.', 'one folder'],
  ['drift --provider okta --spec a --provider okta --spec b', 'The provider `okta` is given twice.', 'once'],
  ['drift --provider ../x --spec a', '`../x` is not a provider id.', 'letter'],
  ['check --onl x', '`--onl` is not an option.', '`--only`'],
];

describe('a command line', () => {
  it.each(accepted)('is read: %s', (_, { given, want }) => {
    expect(parseCommandLine(words(given))).toEqual(want);
  });

  it.each(refused)('is refused: %s', (given, message, hint) => {
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
