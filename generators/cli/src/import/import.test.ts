import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../command-line/parse.ts';
import { type Ending, run } from '../commands/run.ts';
import { printWrongUse } from '../commands/wrong-use.ts';
import { STAGES } from '../pipeline/stages.ts';
import { filesIn, temporaryFolder } from '../testing/temporary-folder.ts';
import { importFiles } from './import-files.ts';

const PAGE = `Skip to main content

books

Overview

Namebooks
TypeResource
Idacme.books.books

Fields

NameDatatypeDescription
idstringThe id.

Methods

NameAccessible byRequired ParamsOptional ParamsDescription
get_bookselectbookIdRetrieves a book
list_booksselectLists books

Parameters

NameDatatypeDescription
bookIdstringWhich.

SELECT examples

Retrieves a book

SELECT
id
FROM acme.books.books
WHERE bookId = '{{ bookId }}' -- required;
`;

const REFERENCE = `Books

Retrieve a book

Retrieves a book

path Parameters
bookId
required
string

Which.

Responses
200

OK

Response Schema: application/json
id
string

The id.

get/books/{bookId}
Response samples
application/json
{}
`;

interface Said {
  readonly ending: Ending;
  readonly stdout: string;
  readonly stderr: string;
}

async function command(cwd: string, line: string, stdin?: string | Uint8Array): Promise<Said> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const host = {
    cwd,
    env: {},
    stdout: { write: (text: string) => stdout.push(text) },
    stderr: { write: (text: string) => stderr.push(text) },
    ...(stdin === undefined
      ? {}
      : { stdin: Readable.from([Buffer.from(stdin)]) as unknown as NodeJS.ReadStream }),
  };
  const invocation = parseCommandLine(line.split(' '));
  const end = async (): Promise<Ending> => {
    if (invocation.kind === 'import') return importFiles(invocation, host);
    if (invocation.kind === 'run') return run(invocation, host, STAGES);
    if (invocation.kind !== 'wrong-use') throw new Error(line);
    printWrongUse(invocation, host);
    return 2;
  };
  return { ending: await end(), stdout: stdout.join(''), stderr: stderr.join('') };
}

describe('import', () => {
  it('writes a page and a fragment with which drift works', async () => {
    const folder = temporaryFolder({ 'books.txt': PAGE, 'api.txt': REFERENCE });
    const page = await command(folder, 'import books.txt --output books.md');
    expect(page).toMatchObject({ ending: 0, stdout: '' });
    expect(page.stderr).toContain(
      'books.txt:13:1 info import-tab-missing: The fields of `list_books` are not in the text: its tab was not shown.\n' +
        '    12 │\n  > 13 │ NameDatatypeDescription\n       │ ^\n',
    );
    expect(page.stderr).toMatch(/\nbooks\.txt: a provider page, to books\.md\nfound: 1 info\n$/);
    const fragment = await command(folder, 'import - --output api.yaml --quiet', REFERENCE);
    expect(fragment.ending).toBe(0);
    expect(fragment.stderr).toMatch(/^standard input:1:1 info import-fragment-partial: /);
    const drift = await command(
      folder,
      'drift --provider acme --spec api.yaml --pages books.md --reporter json',
    );
    const { diagnostics } = JSON.parse(drift.stdout) as {
      diagnostics: { code: string; subject: { method?: string } }[];
    };
    // One of the two methods is bound, and says what the reference does.
    expect(diagnostics.map(({ code, subject }) => [code, subject.method])).toEqual([
      ['method-unbound', 'list_books'],
    ]);
  });

  it('writes to standard output what it reads from standard input', async () => {
    const said = await command(temporaryFolder(), 'import', PAGE);
    expect(said.ending).toBe(0);
    expect(said.stdout).toMatch(/^---\ntitle: books\n---\n[\s\S]*;\n```\n\n<\/TabItem>\n<\/Tabs>\n$/);
    expect(said.stderr).toMatch(/standard input: a provider page, to standard output\nfound: 1 info\n$/);
  });

  it('writes several into a folder, each with the ending of what it became', async () => {
    const folder = temporaryFolder({ 'in/a.b.txt': PAGE, 'in/c.html': REFERENCE, 'in/d.log': '' });
    const said = await command(folder, 'import in/*.txt in/c.html --out sources --reporter json');
    expect(said.ending).toBe(0);
    expect(Object.keys(filesIn(join(folder, 'sources')))).toEqual(['a.b.md', 'c.yaml']);
    const { summary } = JSON.parse(said.stdout) as { summary: { infos: number } };
    expect(summary.infos).toBe(3);
  });

  it.each([
    ['nothing', 'import in.txt --quiet', 0],
    ['a warning that counts', 'import in.txt --quiet --fail-on warning', 1],
    ['a warning', 'import in.txt --quiet --fail-on never', 0],
  ])('ends as --fail-on says: %s', async (_, line, ending) => {
    const folder = temporaryFolder({
      'in.txt': PAGE.replace(/^Id.*$/m, '').replace(/SELECT examples[\s\S]*/, ''),
    });
    expect((await command(folder, line)).ending).toBe(ending);
  });
});

const refused: readonly (readonly [
  string,
  { line: string; files?: Record<string, string | Uint8Array>; stdin?: string | Uint8Array; want: string },
])[] = [
  [
    'no document',
    {
      line: 'import',
      want: 'plumbline: No document is given. Name a file, or pipe a text into `plumbline import`.\n',
    },
  ],
  [
    'a document of neither kind',
    {
      line: 'import notes.txt --output out.md',
      files: { 'notes.txt': 'Some notes.\n' },
      want: 'notes.txt:1:1 error import-kind-unknown: The document is neither a provider page nor an API reference.',
    },
  ],
  [
    'an empty document',
    { line: 'import', stdin: '', want: 'standard input:1:1 error import-kind-unknown: ' },
  ],
  [
    'a binary',
    {
      line: 'import a.png --output out.md',
      files: { 'a.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]) },
      want: 'a.png:1:1 error input-not-utf8: `a.png` is not UTF-8.',
    },
  ],
  [
    'a binary on standard input',
    {
      line: 'import',
      stdin: new Uint8Array([0xff, 0xfe, 0x41]),
      want: 'standard input:1:1 error input-not-utf8: ',
    },
  ],
  [
    'a file that is missing',
    { line: 'import a.txt', want: 'a.txt:1:1 error input-not-found: `a.txt` does not exist.' },
  ],
  [
    'a pattern that matches nothing',
    { line: 'import *.txt --out out', want: '*.txt:1:1 error input-no-match: ' },
  ],
  [
    'a folder',
    {
      line: 'import in',
      files: { 'in/a.txt': PAGE },
      want: 'in:1:1 error input-is-folder: `in` is a folder.',
    },
  ],
  [
    'one of several of neither kind',
    {
      line: 'import a.txt b.txt --out out',
      files: { 'a.txt': PAGE, 'b.txt': 'Notes' },
      want: 'b.txt:1:1 error import-kind-unknown: ',
    },
  ],
  [
    'several without a folder',
    { line: 'import a.txt b.txt', want: 'plumbline: 2 files cannot become one document. Give `--out DIR`' },
  ],
  [
    'a pattern of several without a folder',
    {
      line: 'import *.txt',
      files: { 'a.txt': PAGE, 'b.txt': PAGE },
      want: 'plumbline: `*.txt` names 2 files, which cannot become one document. Give `--out DIR`',
    },
  ],
  [
    'two of one name',
    {
      line: 'import x/a.txt y/A.txt --out out',
      files: { 'x/a.txt': PAGE, 'y/A.txt': PAGE },
      want: 'plumbline: Two files would be written to `out/A.md`.',
    },
  ],
  ['a folder for standard input', { line: 'import --out out', want: 'plumbline: `--out` needs files.' }],
  [
    'both a file and a folder',
    { line: 'import a.txt --out out --output b.md', want: 'plumbline: `--output` cannot go with `--out`.' },
  ],
  ['standard input beside files', { line: 'import - a.txt', want: 'plumbline: `-` cannot go with files.' }],
  [
    'a report on the stream of the document',
    {
      line: 'import a.txt --reporter json',
      want: 'plumbline: `--reporter json` needs `--output FILE` or `--out DIR`.',
    },
  ],
  [
    'a kind that there is not',
    {
      line: 'import a.txt --as pages',
      want: 'plumbline: `pages` is not a value of `--as`. Did you mean `page`?',
    },
  ],
  [
    'a target that is a folder',
    {
      line: 'import a.txt --output in',
      files: { 'a.txt': PAGE, 'in/x.txt': '' },
      want: '`in` cannot be written: it is a folder',
    },
  ],
];

describe('refused, with nothing written:', () => {
  it.each(refused)('%s', async (_, { line, files = {}, stdin, want }) => {
    const folder = temporaryFolder(files);
    const before = filesIn(folder);
    const said = await command(folder, line, stdin);
    expect(said).toMatchObject({ ending: 2, stdout: '' });
    expect(said.stderr).toContain(want);
    expect(filesIn(folder)).toEqual(before);
  });
});

it('takes a kind that the content does not tell', async () => {
  const folder = temporaryFolder({ 'a.txt': 'get/a\n' });
  expect((await command(folder, 'import a.txt --as page --output a.md')).ending).toBe(0);
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toMatch(/^---\n---\n/);
});
