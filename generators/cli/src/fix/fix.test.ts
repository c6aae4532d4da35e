import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STAGES_HERE } from '../bad-input/stages.ts';
import { STAGES, type Stages } from '../pipeline/stages.ts';
import { runCommand } from '../testing/run-command.ts';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';

const SPEC = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Library', version: '1' },
  paths: {
    '/books/{bookId}': {
      parameters: [{ name: 'bookId', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'getBook',
        tags: ['books'],
        responses: {
          200: {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: { id: { type: 'string' }, pages: { type: 'integer' } },
                },
              },
            },
          },
        },
      },
    },
  },
});

const page = (required: string, type = 'integer'): string =>
  `# books\n\n## Overview\n<table><tbody>\n<tr><td><b>Name</b></td><td><code>books</code></td></tr>\n<tr><td><b>Id</b></td><td><CopyableCode code="acme.books.books" /></td></tr>\n</tbody></table>\n\n## Fields\n| Name | Datatype |\n|:-----|:---------|\n| <CopyableCode code="id" /> | \`string\` |\n| <CopyableCode code="pages" /> | \`${type}\` |\n\n## Methods\n| Name | Accessible by | Required Params |\n|:-----|:--------------|:----------------|\n| <CopyableCode code="get_book" /> | \`SELECT\` | ${required} |\n`;

const GOOD = page('<CopyableCode code="bookId" />');
const BAD = page('', 'string');
const FIX = 'fix --provider acme --spec spec.json --pages pages/*.md';

const folderWith = (text: string | Uint8Array, more: { readonly [path: string]: string } = {}): string =>
  temporaryFolder({ 'spec.json': SPEC, 'pages/books.md': text, ...more });

const pageIn = (folder: string): string => readFileSync(join(folder, 'pages/books.md'), 'utf8');

describe('fix', () => {
  it('mends the pages, says what it mended, and has nothing to do the second time', async () => {
    const folder = folderWith(BAD);
    const first = await runCommand(folder, FIX, STAGES_HERE);
    expect(first).toMatchObject({ ending: 0, stdout: '' });
    expect(first.stderr).toMatch(/mended 2 findings on 1 page; left: nothing\./);
    expect(pageIn(folder)).toBe(GOOD);
    const before = statSync(join(folder, 'pages/books.md'));
    const second = await runCommand(folder, FIX, STAGES_HERE);
    expect(second.stderr).toMatch(/nothing to mend; left:/);
    expect(statSync(join(folder, 'pages/books.md')).mtimeMs).toBe(before.mtimeMs);
    expect(Object.keys(filesIn(folder))).toEqual(['pages/books.md', 'spec.json']);
  });

  it('prints a diff and writes nothing, with --dry-run', async () => {
    const folder = folderWith(BAD);
    const { ending, stdout, stderr } = await runCommand(folder, `${FIX} --dry-run`, STAGES_HERE);
    expect(ending).toBe(0);
    expect(stdout.split('\n').filter((line) => /^[-+]/.test(line))).toEqual([
      '--- a/pages/books.md',
      '+++ b/pages/books.md',
      '-| <CopyableCode code="pages" /> | `string` |',
      '+| <CopyableCode code="pages" /> | `integer` |',
      '-| <CopyableCode code="get_book" /> | `SELECT` |  |',
      '+| <CopyableCode code="get_book" /> | `SELECT` | <CopyableCode code="bookId" /> |',
    ]);
    expect(stderr).toContain('would mend 2 findings');
    expect(pageIn(folder)).toBe(BAD);
  });

  it('colours the diff where it is asked to', async () => {
    const { stdout } = await runCommand(folderWith(BAD), `${FIX} --dry-run`, STAGES_HERE, {
      FORCE_COLOR: '1',
    });
    expect(stdout).toContain('\u001b[32m+| <CopyableCode code="pages" /> | `integer` |\u001b[39m');
  });

  it('mends and reports what --only names alone', async () => {
    const folder = folderWith(BAD);
    const only = await runCommand(folder, `${FIX} --only field-type-differs`, STAGES_HERE);
    expect(only.ending).toBe(0);
    expect(pageIn(folder)).toBe(page(''));
  });

  it.each([
    [
      'no code',
      'param-mising-from-page',
      '`param-mising-from-page` is not a diagnostic code. Did you mean `param-missing-from-page`?',
    ],
    ['not fixable', 'method-unbound', '`method-unbound` is not fixable.'],
  ])('refuses --only of what is %s', async (_, code, message) => {
    const { ending, stderr } = await runCommand(folderWith(BAD), `${FIX} --only ${code}`, STAGES_HERE);
    expect(ending).toBe(2);
    expect(stderr).toContain(message);
  });

  it('exits with 1 where an error is left, and reports it', async () => {
    const folder = folderWith(`${BAD}| <CopyableCode code="lend_it" /> | \`EXEC\` |  |\n`);
    const { ending, stdout } = await runCommand(folder, `${FIX} --reporter json`, STAGES_HERE);
    expect(ending).toBe(1);
    const { diagnostics } = JSON.parse(stdout) as {
      readonly diagnostics: readonly { readonly code: string }[];
    };
    expect(diagnostics.map(({ code }) => code)).toEqual(['method-unbound']);
    expect(pageIn(folder)).toBe(`${GOOD}| <CopyableCode code="lend_it" /> | \`EXEC\` |  |\n`);
  });

  it('leaves what is silenced', async () => {
    const text = `${BAD}\n<!-- plumbline-ignore-file field-type-differs: it is text -->\n`;
    const config = `export default { provider: 'acme', spec: ['./spec.json'], pages: ['./pages/*.md'], ignore: [{ code: 'field-type-differs', reason: 'text' }] };`;
    const folder = folderWith(text, { 'plumbline.config.ts': config });
    await runCommand(folder, 'fix', STAGES_HERE);
    expect(pageIn(folder)).toContain('`string` |\n\n## Methods');
    expect(pageIn(folder)).toContain('<CopyableCode code="bookId" />');
  });

  it('keeps the byte order mark and the mode of a file', async () => {
    const folder = folderWith(`\uFEFF${BAD}`);
    chmodSync(join(folder, 'pages/books.md'), 0o640);
    await runCommand(folder, FIX, STAGES_HERE);
    expect(pageIn(folder)).toBe(`\uFEFF${GOOD}`);
    expect(statSync(join(folder, 'pages/books.md')).mode & 0o777).toBe(0o640);
  });

  it('writes through a link to a page, and leaves the link', async () => {
    const folder = temporaryFolder({ 'spec.json': SPEC, 'elsewhere/books.md': BAD, 'pages/.keep': '' });
    symlinkSync('../elsewhere/books.md', join(folder, 'pages/books.md'));
    await runCommand(folder, FIX, STAGES_HERE);
    expect(filesIn(folder)).toMatchObject({
      'elsewhere/books.md': GOOD,
      'pages/books.md': '-> ../elsewhere/books.md',
    });
  });

  it('writes nothing where a page is edited meanwhile', async () => {
    const folder = folderWith(BAD, { 'pages/more.md': BAD.replaceAll('books.books', 'books.more') });
    const edited = `${BAD}\nMore.\n`;
    const stages: Stages = {
      ...STAGES,
      async loadRead() {
        writeFiles(folder, { 'pages/books.md': edited });
        return STAGES.loadRead();
      },
    };
    const { ending, stderr } = await runCommand(folder, FIX, stages);
    expect(ending).toBe(2);
    expect(stderr).toContain('page-edited-meanwhile');
    expect(pageIn(folder)).toBe(edited);
    expect(filesIn(folder)['pages/more.md']).toContain('`string` |\n\n## Methods');
  });

  it('says which parameters the provider YAML does not accept yet', async () => {
    const operation = { operationId: 'getBook', responses: {} };
    const service = {
      openapi: '3.0.0',
      paths: { '/books/{bookId}': { parameters: [{ name: 'bookId', in: 'path' }], get: operation } },
      components: {
        'x-stackQL-resources': {
          books: {
            id: 'acme.books.books',
            methods: {
              get_book: {
                operation: { $ref: '#/paths/~1books~1{bookId}/get' },
                response: { openAPIDocKey: '200', mediaType: 'application/json' },
              },
            },
            sqlVerbs: { select: [{ $ref: '#/components/x-stackQL-resources/books/methods/get_book' }] },
          },
        },
      },
    };
    const folder = folderWith(BAD, { 'books.yaml': JSON.stringify(service) });
    const { stdout } = await runCommand(
      folder,
      `${FIX} --provider-yaml books.yaml --reporter json`,
      STAGES_HERE,
    );
    expect(stdout).toContain('`get_book` now lists `bookId`, which `GET /books/{bookId}` of the provider');
  });

  it('writes the bindings beside the config, and keeps what a mapping says of other operations', async () => {
    const config = `export default { provider: 'acme', spec: ['./spec.json'], pages: ['./pages/*.md'] };`;
    const folder = folderWith(BAD, { 'plumbline.config.ts': config });
    expect(await runCommand(folder, 'fix --bindings', STAGES_HERE)).toMatchObject({ ending: 0 });
    const { 'bindings.overlay.yaml': overlay, 'all_services.csv': csv } = filesIn(folder);
    expect(overlay).toContain("$ref: '#/paths/~1books~1{bookId}/get'");
    expect(csv?.split('\n')[1]).toBe(
      'books.yaml,/books/{bookId},getBook,get_book,get,,books,books,books,get_book,select,,',
    );
    const again = await runCommand(folder, 'fix --bindings --dry-run', STAGES_HERE);
    expect(again.stdout).toBe('');
  });

  it('writes an overlay for each file of a spec, each by a name of its own', async () => {
    const other = SPEC.replaceAll('/books', '/tapes').replaceAll('getBook', 'getTape');
    const tapes = page('<CopyableCode code="bookId" />')
      .replaceAll('books', 'tapes')
      .replaceAll('get_book', 'get_tape');
    const folder = folderWith(GOOD, { 'a/api.json': SPEC, 'b/api.json': other, 'pages/tapes.md': tapes });
    const line =
      'fix --provider acme --spec a/api.json b/api.json --pages pages/*.md --bindings --fail-on never';
    await runCommand(folder, line, STAGES_HERE);
    const written = filesIn(folder);
    expect(Object.keys(written).filter((name) => name.endsWith('overlay.yaml'))).toEqual([
      'a_api.bindings.overlay.yaml',
      'b_api.bindings.overlay.yaml',
    ]);
    expect(written['b_api.bindings.overlay.yaml']).toContain('extends: b/api.json');
  });
});
