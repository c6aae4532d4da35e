import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';
import { PAGE, spec } from './library.ts';
import { STAGES_HERE } from './stages.ts';

const CONFIG = `export default {
  provider: 'acme',
  spec: ['./openapi.yaml'],
  pages: ['./pages/*.md'],
  client: { package: 'acme-client', dir: './client' },
  docs: { dir: './docs' },
  contractTests: { dir: './contract-tests' },
};
`;

/** A provider whose outputs are generated. */
async function generated(): Promise<string> {
  const folder = temporaryFolder({
    'plumbline.config.ts': CONFIG,
    'openapi.yaml': JSON.stringify(spec(), null, 2),
    'pages/books.md': PAGE,
  });
  const { ending, stderr } = await runCommand(folder, 'generate', STAGES_HERE);
  expect(ending, stderr).toBe(0);
  return folder;
}

type Spoil = (folder: string) => void;
const write =
  (path: string, content: string | Uint8Array): Spoil =>
  (folder) =>
    writeFiles(folder, { [path]: content });
const yaml = (text: string): Spoil => write('openapi.yaml', text);
const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
  .split('')
  .map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefg'[i]}`).join(', ')}]\n`)
  .join('')}`;

const HEAD = "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\n";

interface Case {
  readonly spoil?: Spoil;
  /** Another config. */
  readonly config?: string;
  /** All that is said, but for the last line. */
  readonly want: string;
}

const cases: [string, Case][] = [
  [
    'a file that is missing',
    {
      spoil: (folder) => rmSync(join(folder, 'openapi.yaml')),
      want: `spoilt.config.ts:3:10 error input-not-found: \`openapi.yaml\` does not exist.
    2 │   provider: 'acme',
  > 3 │   spec: ['./openapi.yaml'],
      │          ^
    4 │   pages: ['./pages/*.md'],
  hint: Mend the path in \`spec[0]\` of the config.
`,
    },
  ],
  [
    'a file that is empty',
    {
      spoil: yaml(''),
      want: `openapi.yaml:1:1 error spec-empty: \`openapi.yaml\` holds no document.
  > 1 │
      │ ^
  hint: Name the file that holds the OpenAPI document, or fetch it again.
`,
    },
  ],
  [
    'a page folder that matches nothing',
    {
      spoil: (folder) => rmSync(join(folder, 'pages/books.md')),
      want: `spoilt.config.ts:4:11 error input-no-match: \`./pages/*.md\` matches no file.
    3 │   spec: ['./openapi.yaml'],
  > 4 │   pages: ['./pages/*.md'],
      │           ^
    5 │   client: { package: 'acme-client', dir: './client' },
  hint: Mend the pattern in \`pages[0]\` of the config; leave it out if there are no such files.
`,
    },
  ],
  [
    'a directory',
    {
      spoil: (folder) => {
        rmSync(join(folder, 'openapi.yaml'));
        mkdirSync(join(folder, 'openapi.yaml'));
      },
      want: `spoilt.config.ts:3:10 error input-is-folder: \`openapi.yaml\` is a folder.
    2 │   provider: 'acme',
  > 3 │   spec: ['./openapi.yaml'],
      │          ^
    4 │   pages: ['./pages/*.md'],
  hint: Write \`./openapi.yaml/**/*.yaml\` in \`spec[0]\` of the config.
`,
    },
  ],
  [
    'a spec that is not UTF-8',
    {
      spoil: write('openapi.yaml', Buffer.from(`${HEAD}# caf\u00e9\n`, 'latin1')),
      want: `openapi.yaml:3:6 error input-not-utf8: \`openapi.yaml\` is not UTF-8.
    2 │ info: { title: Acme, version: '1' }
  > 3 │ # caf�
      │      ^
    4 │
  hint: Convert it, for instance with \`iconv -f ISO-8859-1 -t UTF-8\`, or take it out of the list.
`,
    },
  ],
  [
    'a page that is not UTF-8',
    {
      spoil: write('pages/books.md', Buffer.from('# Caf\u00e9\n', 'latin1')),
      want: `pages/books.md:1:6 error input-not-utf8: \`pages/books.md\` is not UTF-8.
  > 1 │ # Caf�
      │      ^
    2 │
  hint: Convert it, for instance with \`iconv -f ISO-8859-1 -t UTF-8\`, or take it out of the list.
`,
    },
  ],
  [
    'YAML that is truncated',
    {
      spoil: yaml(`${HEAD}paths:\n  /books: { get: { operationId: "list`),
      want: `openapi.yaml:4:38 error spec-syntax: \`openapi.yaml\` cannot be parsed: unexpected end of the stream within a double quoted scalar.
    3 │ paths:
  > 4 │   /books: { get: { operationId: "list
      │                                      ^
  hint: Mend the text at this place; if it ends too early, fetch the file again.
`,
    },
  ],
  [
    'JSON that is truncated',
    {
      spoil: yaml('{ "openapi": "3.1.0",\n  "info": { "title": "Ac'),
      want: `openapi.yaml:2:25 error spec-syntax: \`openapi.yaml\` cannot be parsed: unexpected end of the stream within a double quoted scalar.
    1 │ { "openapi": "3.1.0",
  > 2 │   "info": { "title": "Ac
      │                         ^
  hint: Mend the text at this place; if it ends too early, fetch the file again.
`,
    },
  ],
  [
    'tabs in YAML',
    {
      spoil: yaml(`${HEAD}paths:\n\t/books: {}\n`),
      want: `openapi.yaml:4:1 error spec-syntax: \`openapi.yaml\` cannot be parsed: tab characters must not be used in indentation.
    3 │ paths:
  > 4 │  /books: {}
      │ ^
    5 │
  hint: Mend the text at this place; if it ends too early, fetch the file again.
`,
    },
  ],
  [
    'an alias bomb',
    {
      spoil: yaml(`openapi: 3.1.0\n${bomb}`),
      want: `openapi.yaml:3:8 error spec-too-complex: \`openapi.yaml\` is refused: its aliases expand to more than 5 million values.
    2 │ a: &a [x, x, x, x, x, x, x, x, x, x]
  > 3 │ b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
      │        ^
    4 │ c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  hint: Move what is repeated or nested to \`components\`, refer to it by \`$ref\`, and compose it of few others.
`,
    },
  ],
  [
    'nesting beyond the stack',
    {
      spoil: yaml(`openapi: 3.1.0\nx-deep: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`),
      want: `openapi.yaml:2:1008 error spec-too-complex: \`openapi.yaml\` is refused: it is nested deeper than 1000 levels or contains itself.
    1 │ openapi: 3.1.0
  > 2 │ …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
      │                                ^
    3 │
  hint: Move what is repeated or nested to \`components\`, refer to it by \`$ref\`, and compose it of few others.
`,
    },
  ],
  [
    'nesting of JSON beyond the stack',
    {
      spoil: yaml(`{"openapi":"3.1.0","x-deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      want: `openapi.yaml:1:1 error spec-too-complex: \`openapi.yaml\` is refused: it is nested deeper than 1000 levels or contains itself.
  > 1 │ {"openapi":"3.1.0","x-deep":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
      │ ^
  hint: Move what is repeated or nested to \`components\`, refer to it by \`$ref\`, and compose it of few others.
`,
    },
  ],
  [
    'a $ref that leaves the folder of the spec',
    {
      spoil: yaml(`${HEAD}paths: { /books: { $ref: ../books.yaml } }\n`),
      want: `openapi.yaml:3:20 error ref-outside-folder: \`../books.yaml\` leaves \`.\`, the folder of the spec.
    2 │ info: { title: Acme, version: '1' }
  > 3 │ paths: { /books: { $ref: ../books.yaml } }
      │                    ^
    4 │
  hint: Move the file into the folder, or bundle the spec into one file.
`,
    },
  ],
  [
    'a $ref to the network that nobody asked for',
    {
      spoil: yaml(`${HEAD}paths: { /books: { $ref: 'https://evil.test/books.yaml' } }\n`),
      want: `openapi.yaml:3:20 error ref-remote: \`https://evil.test/books.yaml\` is on the network, and is not fetched.
    2 │ info: { title: Acme, version: '1' }
  > 3 │ paths: { /books: { $ref: 'https://evil.test/books.yaml' } }
      │                    ^
    4 │
  hint: Download it beside the spec and refer to the file, or set \`allowRemote: true\` in the config.
`,
    },
  ],
  [
    'no OpenAPI document',
    {
      spoil: yaml('swaggr: 2.0\n'),
      want: `openapi.yaml:1:1 error spec-not-openapi: \`openapi.yaml\` is no OpenAPI document: it has no \`openapi\` key.
  > 1 │ swaggr: 2.0
      │ ^
    2 │
  hint: Add \`openapi: 3.1.0\`, or take the file out of the list of specs.
`,
    },
  ],
  [
    'an unknown version',
    {
      spoil: yaml('openapi: 9.0.0\n'),
      want: `openapi.yaml:1:1 error spec-version-unsupported: \`openapi.yaml\` is written in the unsupported version \`9.0.0\`.
  > 1 │ openapi: 9.0.0
      │ ^
    2 │
  hint: Convert it to OpenAPI 3.0 or 3.1.
`,
    },
  ],
  [
    'a key of the config that nobody knows',
    {
      config: CONFIG.replace('docs:', 'doc:'),
      want: `spoilt.config.ts:6:3 error config-key-unknown: \`doc\` is not a key of the config.
    5 │   client: { package: 'acme-client', dir: './client' },
  > 6 │   doc: { dir: './docs' },
      │   ^
    7 │   contractTests: { dir: './contract-tests' },
  hint: Did you mean \`docs\`?
`,
    },
  ],
  [
    'an output folder that cannot be made',
    {
      config: CONFIG.replace("'./docs'", "'./openapi.yaml/docs'"),
      want: `openapi.yaml/docs:1:1 error output-not-writable: \`openapi.yaml/docs\` cannot be written: a part of the path is a file, not a folder.
  hint: Make room or give permission, or name another folder, and run the command again.
`,
    },
  ],
  [
    'an output folder that is a file',
    {
      spoil: (folder) => {
        rmSync(join(folder, 'docs'), { recursive: true });
        writeFileSync(join(folder, 'docs'), 'a file');
      },
      want: `docs:1:1 error output-not-writable: \`docs\` cannot be written: a file stands where a folder is needed.
  > 1 │ a file
      │ ^
  hint: Make room or give permission, or name another folder, and run the command again.
`,
    },
  ],
  [
    'a manifest in conflict',
    {
      spoil: (folder) => {
        write('docs/.plumbline-manifest.json', '<<<<<<< HEAD\n')(folder);
      },
      want: `docs/.plumbline-manifest.json:1:1 error manifest-invalid: The manifest \`docs/.plumbline-manifest.json\` cannot be read: it holds an unresolved merge conflict.
  > 1 │ <<<<<<< HEAD
      │ ^
    2 │
  hint: Restore it from version control (either side of a merge will do) and run \`plumbline generate\`.
`,
    },
  ],
];

describe('refused with exit code 2, the output untouched:', () => {
  it.each(cases)('%s', async (_, { spoil = () => {}, config = CONFIG, want }) => {
    const folder = await generated();
    spoil(folder);
    // Under a name of its own: Node loads a module once.
    writeFiles(folder, { 'spoilt.config.ts': config });
    const before = filesIn(folder);
    const { ending, stdout, stderr } = await runCommand(
      folder,
      'generate --config spoilt.config.ts',
      STAGES_HERE,
    );
    expect({ ending, stdout, stderr }).toEqual({
      ending: 2,
      stdout: '',
      stderr: `${want}\nNothing was written.\n`,
    });
    expect(filesIn(folder)).toEqual(before);
  });
});
