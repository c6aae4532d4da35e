import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { filesIn, temporaryFolder } from '../testing/temporary-folder.ts';
import { FIELDS, METHODS, OVERVIEW, PAGE } from './library.ts';
import { STAGES_HERE } from './stages.ts';
import { findingsIn } from './workspace.ts';

/** Stands in a document before the place of the finding. */
const MARK = '▸';

/** Two resources, of which a case spoils the books. */
const SPEC = `openapi: 3.1.0
info: { title: Acme, version: '1' }
servers: [{ url: 'https://acme.test' }]
paths:
  /books:
    get:
      operationId: listBooks
      tags: [books]
      description: Lists books.
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        '200': { description: Books., content: { application/json: { schema: { $ref: '#/components/schemas/Books' } } } }
  /authors:
    get:
      operationId: listAuthors
      tags: [authors]
      description: Lists authors.
      responses:
        '200': { description: Authors., content: { application/json: { schema: { $ref: '#/components/schemas/Authors' } } } }
components:
  schemas:
    Books: { type: array, items: { type: object, properties: { id: { type: string, description: The id. } } } }
    Authors: { type: array, items: { type: object, properties: { id: { type: string, description: The id. } } } }
`;
const AUTHORS = PAGE.replaceAll('books', 'authors');
const EXAMPLES = '## `SELECT` examples\n';
const SQL = '```sql\nSELECT id FROM acme.books.books;\n```\n';

/** The spec with one part replaced; the marked place is that of the finding. */
const spec = (part: string, by: string) => ({ 'openapi.yaml': SPEC.replace(part, () => by) });
const page = (text: string) => ({ 'books.md': text });

const cases: [string, { given: { readonly [path: string]: string }; want: string }][] = [
  [
    'a dangling $ref',
    {
      given: spec("$ref: '#/components/schemas/Books'", `${MARK}$ref: '#/components/schemas/Boks'`),
      want: 'ref-unresolved',
    },
  ],
  [
    'a $ref to itself',
    {
      given: spec(
        'Books: { type: array,',
        `Books: { ${MARK}$ref: '#/components/schemas/Books' }\n    Other: { type: array,`,
      ),
      want: 'ref-circular',
    },
  ],
  [
    'a circle of $refs',
    {
      given: spec(
        'Books: {',
        `Books: { ${MARK}$ref: '#/components/schemas/A' }\n    A: { ${MARK}$ref: '#/components/schemas/B' }\n    B: { ${MARK}$ref: '#/components/schemas/Books' }\n    Other: {`,
      ),
      want: 'ref-circular',
    },
  ],
  [
    'duplicate operationIds',
    {
      given: spec('operationId: listAuthors', `${MARK}operationId: listBooks`),
      want: 'operation-id-duplicate',
    },
  ],
  [
    'paths that are equal after templating',
    {
      given: spec(
        'components:',
        `  /books/{id}:\n    delete: { parameters: [{ name: id, in: path, required: true, schema: {} }], responses: { '204': { description: Gone. } } }\n  ${MARK}/books/{key}:\n    delete: { parameters: [{ name: key, in: path, required: true, schema: {} }], responses: { '204': { description: Gone. } } }\ncomponents:`,
      ),
      want: 'paths-equal',
    },
  ],
  [
    'duplicate parameters',
    {
      given: spec(
        '{ name: limit, in: query, schema: { type: integer } }',
        `{ name: limit, in: query, schema: { type: integer } }\n        - ${MARK}{ name: limit, in: query, schema: { type: string } }`,
      ),
      want: 'param-duplicate',
    },
  ],
  [
    'a key given twice',
    { given: spec('tags: [books]', `tags: [books]\n      ${MARK}tags: [books]`), want: 'spec-duplicate-key' },
  ],
  [
    'a value of the wrong kind',
    { given: spec('tags: [books]', `${MARK}tags: books`), want: 'spec-malformed' },
  ],
  [
    'two pages of one id',
    {
      given: { 'books.md': PAGE, 'more.md': PAGE.replace('"acme.books', `"${MARK}acme.books`) },
      want: 'page-id-duplicate',
    },
  ],
  [
    'duplicate rows',
    {
      given: page(
        PAGE.replace(
          /(\| <Copy.*code="id".*\n)/,
          `$1| <CopyableCode code="${MARK}id" /> | \`string\` | The id. |\n`,
        ),
      ),
      want: 'row-duplicate',
    },
  ],
  [
    'an unread row',
    {
      given: page(
        PAGE.replace(
          /(\| <Copy.*code="id".*\n)/,
          `$1| ${MARK}<CopyableCode code=" " /> | \`string\` | The id. |\n`,
        ),
      ),
      want: 'row-unreadable',
    },
  ],
  [
    'a tab without a body',
    {
      given: page(
        `${PAGE}${EXAMPLES}<Tabs\n    values={[{ label: 'a', value: 'a' }]}\n>\n${MARK}<TabItem value="a">\n</TabItem>\n</Tabs>\n`,
      ),
      want: 'tab-empty',
    },
  ],
  [
    'an unclosed fence',
    { given: page(`${PAGE}${EXAMPLES}${MARK}${SQL.slice(0, -4)}`), want: 'fence-unclosed' },
  ],
  [
    'an unreadable example',
    {
      given: page(`${PAGE}${EXAMPLES}${SQL.replace(' acme.books.books', MARK)}`),
      want: 'example-unreadable',
    },
  ],
  ['a page without an id', { given: page(`${MARK}${FIELDS}${METHODS}`), want: 'page-id-missing' }],
  [
    'front matter that is no YAML',
    {
      given: page(`---\ntitle: a${MARK}: b\n---\n${OVERVIEW}${FIELDS}${METHODS}`),
      want: 'front-matter-invalid',
    },
  ],
];

describe('reported at its place, while the rest goes on:', () => {
  it.each(cases)('%s', async (_, { given, want }) => {
    const documents = { 'openapi.yaml': SPEC, 'books.md': PAGE, 'authors.md': AUTHORS, ...given };
    const cwd = temporaryFolder(
      Object.fromEntries(Object.entries(documents).map(([path, text]) => [path, text.replaceAll(MARK, '')])),
    );
    const { ending, stdout, stderr } = await runCommand(
      cwd,
      'generate --provider acme --spec openapi.yaml --pages *.md --out out --reporter json',
      STAGES_HERE,
    );
    expect([0, 1], stderr).toContain(ending);
    expect(findingsIn(stdout).filter((one) => one.endsWith(` ${want}`))).toEqual(
      placesIn(given).map((place) => `${place} ${want}`),
    );

    const emitted = filesIn(join(cwd, 'out'));
    expect(emitted['client/src/generated/authors/authors.ts']).toContain('GET /authors');
    expect(emitted['docs/authors/authors/index.md']).toContain('Lists authors.');
    expect(emitted['contract-tests/src/generated/authors/authors.test.ts']).toContain('listAuthors(input');
    expect(emitted['docs/books/books/index.md']).toContain('acme.books.books');
  });
});

/** Where the marks stand. */
function placesIn(documents: { readonly [path: string]: string }): readonly string[] {
  return Object.entries(documents).flatMap(([file, text]) =>
    text
      .split(MARK)
      .slice(1)
      .map((_, mark) => {
        const before = text
          .split(MARK)
          .slice(0, mark + 1)
          .join('')
          .split('\n');
        return `${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
      }),
  );
}
