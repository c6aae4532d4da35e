import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importCommand as command } from '../testing/import-command.ts';
import { filesIn, temporaryFolder } from '../testing/temporary-folder.ts';

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

it('takes a kind that the content does not tell', async () => {
  const folder = temporaryFolder({ 'a.txt': 'get/a\n' });
  expect((await command(folder, 'import a.txt --as page --output a.md')).ending).toBe(0);
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toMatch(/^---\n---\n/);
});
