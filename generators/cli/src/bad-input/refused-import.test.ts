import { describe, expect, it } from 'vitest';
import { importCommand } from '../testing/import-command.ts';
import { filesIn, temporaryFolder } from '../testing/temporary-folder.ts';

interface Case {
  readonly line: string;
  readonly files?: { readonly [path: string]: string | Uint8Array };
  readonly stdin?: string | Uint8Array;
  /** All that is said. */
  readonly want: string;
}

const NOTES = 'Some notes.\n';
const UNKNOWN = 'error import-kind-unknown: The document is neither a provider page nor an API reference.';
const AGAIN =
  '  hint: Copy the whole page again or save it as HTML; `--as page` or `--as reference` says what it is.\n';
const NOTHING = '\nNothing was written.\n';
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);

const cases: [string, Case][] = [
  [
    'no document',
    {
      line: 'import',
      want: 'plumbline: No document is given. Name a file, or pipe a text into `plumbline import`.\n',
    },
  ],
  [
    'a file that is missing',
    {
      line: 'import a.txt --output out.md',
      want: `a.txt:1:1 error input-not-found: \`a.txt\` does not exist.
  hint: Mend the path in the command line.
${NOTHING}`,
    },
  ],
  [
    'a pattern that matches nothing',
    {
      line: 'import *.txt --out out',
      want: `*.txt:1:1 error input-no-match: \`*.txt\` matches no file.
  hint: Mend the pattern in the command line; leave it out if there are no such files.
${NOTHING}`,
    },
  ],
  [
    'a folder',
    {
      line: 'import in --out out',
      files: { 'in/a.html': NOTES },
      want: `in:1:1 error input-is-folder: \`in\` is a folder.
  hint: Write \`in/**/*.html\` in the command line.
${NOTHING}`,
    },
  ],
  [
    'an empty file',
    {
      line: 'import a.txt --as page --output out.md',
      files: { 'a.txt': ' \n' },
      want: `a.txt:1:1 error import-kind-unknown: The document is empty.
  > 1 │
      │ ^
    2 │
  hint: Copy the whole page again, or save it as HTML.
${NOTHING}`,
    },
  ],
  [
    'empty standard input',
    {
      line: 'import',
      stdin: '',
      want: `standard input:1:1 error import-kind-unknown: The document is empty.
  > 1 │
      │ ^
  hint: Copy the whole page again, or save it as HTML.
${NOTHING}`,
    },
  ],
  [
    'a document of neither kind',
    {
      line: 'import notes.txt --output out.md',
      files: { 'notes.txt': NOTES },
      want: `notes.txt:1:1 ${UNKNOWN}
  > 1 │ Some notes.
      │ ^
    2 │
${AGAIN}${NOTHING}`,
    },
  ],
  [
    'several, of which one is of neither kind',
    {
      line: 'import a.txt b.txt --out out',
      files: { 'a.txt': 'get/books\nResponses\n200\n', 'b.txt': 'Notes' },
      want: `b.txt:1:1 ${UNKNOWN}
  > 1 │ Notes
      │ ^
${AGAIN}${NOTHING}`,
    },
  ],
  [
    'text that is not UTF-8',
    {
      line: 'import a.txt --output out.md',
      files: { 'a.txt': new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x0a]) },
      want: `a.txt:1:4 error input-not-utf8: \`a.txt\` is not UTF-8.
  hint: Convert it, for instance with \`iconv -f ISO-8859-1 -t UTF-8\`, or take it out of the list.
${NOTHING}`,
    },
  ],
  [
    'a binary',
    {
      line: 'import a.png --output out.md',
      files: { 'a.png': PNG },
      want: `a.png:1:1 error input-not-utf8: \`a.png\` is no text: it holds binary data.
  hint: Name another file, or take it out of the list.
${NOTHING}`,
    },
  ],
  [
    'a binary on standard input',
    {
      line: 'import --output out.md',
      stdin: PNG,
      want: `standard input:1:1 error input-not-utf8: \`standard input\` is no text: it holds binary data.
  hint: Name another file, or take it out of the list.
${NOTHING}`,
    },
  ],
  [
    'a target that is a folder',
    {
      line: 'import a.txt --as page --output in',
      files: { 'a.txt': NOTES, 'in/x.txt': '' },
      want: `in:1:1 error output-not-writable: \`in\` cannot be written: it is a folder.
  hint: Make room or give permission, or name another folder, and run the command again.
${NOTHING}`,
    },
  ],
  [
    'a target in a file',
    {
      line: 'import a.txt --as page --out b.txt',
      files: { 'a.txt': NOTES, 'b.txt': NOTES },
      want: `b.txt/a.md:1:1 error output-not-writable: \`b.txt/a.md\` cannot be written: a part of the path is a file, not a folder.
  hint: Make room or give permission, or name another folder, and run the command again.
${NOTHING}`,
    },
  ],
  [
    'several without a folder',
    {
      line: 'import a.txt b.txt',
      want: 'plumbline: 2 files cannot become one document. Give `--out DIR`: each is written into it under its own name.\n',
    },
  ],
  [
    'a pattern of several without a folder',
    {
      line: 'import *.txt',
      files: { 'a.txt': NOTES, 'b.txt': NOTES },
      want: 'plumbline: `*.txt` names 2 files, which cannot become one document. Give `--out DIR`: each is written into it under its own name.\n',
    },
  ],
  [
    'two of one name',
    {
      line: 'import x/a.txt y/A.txt --as page --out out',
      files: { 'x/a.txt': NOTES, 'y/A.txt': NOTES },
      want: 'plumbline: Two files would be written to `out/A.md`. Import them into different folders.\n',
    },
  ],
  [
    'a folder for standard input',
    {
      line: 'import --out out',
      want: 'plumbline: `--out` needs files. Give `--output FILE` for standard input.\n',
    },
  ],
  [
    'both a file and a folder',
    {
      line: 'import a.txt --out out --output b.md',
      want: 'plumbline: `--output` cannot go with `--out`. Name one file, or the folder for several.\n',
    },
  ],
  [
    'standard input beside files',
    {
      line: 'import - a.txt',
      want: 'plumbline: `-` cannot go with files. Import standard input by itself.\n',
    },
  ],
  [
    'a report on the stream of the document',
    {
      line: 'import a.txt --reporter json',
      want: 'plumbline: `--reporter json` needs `--output FILE` or `--out DIR`. Without them the document goes to standard output.\n',
    },
  ],
  [
    'a kind that there is not',
    {
      line: 'import a.txt --as pages',
      want: 'plumbline: `pages` is not a value of `--as`. Did you mean `page`? Values: page, reference.\n',
    },
  ],
];

describe('import refuses, with exit code 2 and nothing written,', () => {
  it.each(cases)('%s', async (_, { line, files = {}, stdin, want }) => {
    const folder = temporaryFolder(files);
    const before = filesIn(folder);
    const said = await importCommand(folder, line, stdin);
    expect(said).toEqual({ ending: 2, stdout: '', stderr: want });
    expect(filesIn(folder)).toEqual(before);
  });
});
