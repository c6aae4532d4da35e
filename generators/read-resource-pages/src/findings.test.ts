import { catalogueGroups, isSpecOrigin, type Pages } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { readResourcePages } from './read-resource-pages.ts';

/** Stands in a page before the place of the finding. */
const MARK = '▸';

const OVERVIEW = `## Overview
<table><tbody>
<tr><td><b>Name</b></td><td><code>books</code></td></tr>
<tr><td><b>Id</b></td><td><CopyableCode code="acme.library.books" /></td></tr>
</tbody></table>

`;
const FIELDS = '## Fields\n| Name | Datatype |\n|:--|:--|\n| `id` | `string` |\n\n';
const METHODS = '## Methods\n| Name | Accessible by |\n|:--|:--|\n| `get` | `SELECT` |\n\n';
const PAGE = OVERVIEW + FIELDS + METHODS;
const SQL = '```sql\nSELECT id FROM acme.library.books;\n```\n';
const OPEN_SQL = SQL.slice(0, -'```\n'.length);

const TABLE = '| Name |\n|:--|\n| `id` |\n\n';

const methods = (row: string) =>
  `${OVERVIEW}${FIELDS}## Methods\n| Name | Accessible by |\n|:--|:--|\n${row}\n`;
const fields = (body: string) => `${OVERVIEW}${METHODS}## Fields\n${body}`;
const examples = (body: string) => `${PAGE}## \`SELECT\` examples\n${body}`;
const tabs = (values: string, items: string) => `<Tabs\n    values={[${values}]}\n>\n${items}\n</Tabs>\n`;

const read = (text: string): Pages =>
  readResourcePages([{ path: 'docs/library/books/index.md', text }], { provider: 'acme' });

const cases: [string, { given: string; want: string | null }][] = [
  ['nothing', { given: PAGE, want: null }],
  ['a page without an id', { given: `${MARK}${FIELDS}${METHODS}`, want: 'page-id-missing' }],
  ['an id that is none', { given: PAGE.replace('"acme.library.', `"${MARK}`), want: 'page-id-missing' }],
  ['no Fields section', { given: `${MARK}${OVERVIEW}${METHODS}`, want: 'fields-section-missing' }],
  ['no Methods section', { given: `${MARK}${OVERVIEW}${FIELDS}`, want: 'methods-section-missing' }],
  ['a view without methods', { given: `${OVERVIEW}${FIELDS}> This resource is a view.\n`, want: null }],
  ['an empty section', { given: `${OVERVIEW}${MARK}## Fields\n${METHODS}`, want: 'section-empty' }],
  [
    'a section that says why it is empty',
    { given: `${OVERVIEW}## Fields\n\`SELECT\` not supported for this resource.\n${METHODS}`, want: null },
  ],
  [
    'a view whose fields its definition tells',
    {
      given: `${OVERVIEW.replace('</table>', '<tr><td>Type</td><td>View</td></tr></table>')}## Fields\n\nSee the SQL Definition (view DDL) for its fields.\n\n## SQL Definition\n`,
      want: null,
    },
  ],
  [
    'a table without a Name column',
    {
      given: fields(`${MARK}| Title | Datatype |\n|:--|:--|\n| \`id\` | \`string\` |\n`),
      want: 'table-unreadable',
    },
  ],
  [
    'a row without a name',
    {
      given: fields(`| Name | Datatype |\n|:--|:--|\n| ${MARK}\` \` | \`string\` |\n`),
      want: 'row-unreadable',
    },
  ],
  [
    'rows behind an empty line',
    {
      given: fields(`| Name |\n|:--|\n| \`id\` |\n\n${MARK}| \`name\` |\n| \`age\` |\n`),
      want: 'row-outside-table',
    },
  ],
  [
    'a table whose line of dashes is too long',
    {
      given: fields(`${TABLE}${MARK}| Name |\n|:--|:--|\n| \`name\` |\n`),
      want: 'row-outside-table',
    },
  ],
  [
    'two rows of one name',
    { given: fields(`| Name |\n|:--|\n| \`id\` |\n| \`${MARK}id\` |\n`), want: 'row-duplicate' },
  ],
  ['an unknown verb', { given: methods(`| \`get\` | \`${MARK}GET\` |`), want: 'verb-unknown' }],
  ['two verbs', { given: methods(`| \`get\` | \`${MARK}SELECT, EXEC\` |`), want: 'verb-unknown' }],
  ['no verb at all', { given: methods(`| ${MARK}\`get\` | |`), want: 'verb-unknown' }],
  [
    'front matter that is no YAML',
    { given: `---\ntitle: a${MARK}: b\n---\n${PAGE}`, want: 'front-matter-invalid' },
  ],
  ['front matter that is no map', { given: `---\n${MARK}- a\n---\n${PAGE}`, want: 'front-matter-invalid' }],
  [
    'front matter with an anchor',
    { given: `---\na: &x [b]\nc: *${MARK}x\n---\n${PAGE}`, want: 'front-matter-invalid' },
  ],
  [
    'front matter that is not closed',
    { given: `${MARK}---\ntitle: a\n\n${PAGE}`, want: 'front-matter-invalid' },
  ],
  [
    'a tab without a body',
    {
      given: examples(tabs("{ label: 'a', value: 'a' }", `${MARK}<TabItem value="a">\n</TabItem>`)),
      want: 'tab-empty',
    },
  ],
  [
    'a tab without fields',
    {
      given: fields(tabs("{ label: 'a', value: 'a' }", `${MARK}<TabItem value="a">\nSuccess\n</TabItem>`)),
      want: 'tab-empty',
    },
  ],
  [
    'a tab that `values` does not list',
    { given: examples(tabs('', `${MARK}<TabItem value="a">\n${SQL}</TabItem>`)), want: 'tab-unlisted' },
  ],
  [
    'an entry in `values` without a tab',
    {
      given: examples(
        tabs(
          `{ label: 'A', value: 'a' }, { value: '${MARK}b', label: 'B' }`,
          `<TabItem value="a">\n${SQL}</TabItem>`,
        ),
      ),
      want: 'tab-without-item',
    },
  ],
  [
    'tabs without `values`',
    { given: examples(`<Tabs>\n<TabItem value="a" label="A">\n${SQL}</TabItem>\n</Tabs>\n`), want: null },
  ],
  [
    'a tab that is not closed',
    {
      given: examples(
        `<Tabs>\n${MARK}<TabItem value="a">\n${SQL}<TabItem value="b">\n${SQL}</TabItem>\n</Tabs>\n`,
      ),
      want: 'tag-unclosed',
    },
  ],
  [
    'tabs that are not closed',
    { given: examples(`${MARK}<Tabs>\n<TabItem value="a">\n${SQL}</TabItem>\n`), want: 'tag-unclosed' },
  ],
  [
    'a table that is not closed',
    { given: fields(`${MARK}<table>\n<tr><th>Name</th></tr>\n<tr><td>id</td></tr>\n`), want: 'tag-unclosed' },
  ],
  [
    'a fence that is not closed',
    {
      given: examples(`<Tabs>\n<TabItem value="a">\n${MARK}${OPEN_SQL}</TabItem>\n</Tabs>\n`),
      want: 'fence-unclosed',
    },
  ],
  [
    'a fence that takes the next one with it',
    { given: examples(`${MARK}${OPEN_SQL}\n${SQL}`), want: 'fence-unclosed' },
  ],
  [
    'a link that begins anew in its midst',
    {
      given: `${PAGE}See [books](${MARK}https://a.example/docshttps://a.example/docs/books).\n`,
      want: 'link-mangled',
    },
  ],
  [
    'a comment that silences nothing',
    { given: `${PAGE}<!-- ${MARK}plumbline-ignore row-duplicate -->\n`, want: 'ignore-comment-invalid' },
  ],
  [
    'a manifest that is no YAML',
    {
      given: examples(`\`\`\`yaml\n- name: books\n  description: one of${MARK}: a, b\n\`\`\`\n`),
      want: 'manifest-unreadable',
    },
  ],
  [
    'a manifest with templates',
    { given: examples('```yaml\n- name: {{ name }}\n  value: "{{ value }}"\n```\n'), want: null },
  ],
  [
    'SQL that cannot be read',
    { given: examples(`\`\`\`sql\nSELECT id\nFROM${MARK};\n\`\`\`\n`), want: 'example-unreadable' },
  ],
];

describe('findings', () => {
  it.each(cases)('of %s', (_name, { given, want }) => {
    const { diagnostics, resources } = read(given.replace(MARK, ''));
    const before = given.slice(0, given.indexOf(MARK)).split('\n');
    const place = {
      file: 'docs/library/books/index.md',
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    };
    expect(diagnostics.map(({ code, place: at }) => ({ code, place: at }))).toEqual(
      want === null ? [] : [{ code: want, place }],
    );
    // The page goes on.
    expect(resources.map(({ id }) => id.value)).toEqual(['acme.library.books']);
  });

  it.each(['# How to read\n\nBooks.\n', '', 'Books'])('of a page about something else: %j', (text) => {
    const pages = read(text);
    expect(pages.diagnostics.map(({ code }) => code)).toEqual(['page-skipped']);
    expect([pages.resources, pages.indexes]).toEqual([[], []]);
  });

  it('have a case for every code', () => {
    const codes = catalogueGroups.find(({ title }) => title === 'Reading the pages')?.codes ?? [];
    const covered = new Set([...cases.map(([, { want }]) => want), 'page-skipped', 'page-id-duplicate']);
    expect(codes.filter((code) => !covered.has(code))).toEqual([]);
    expect(codes.length).toBe(covered.size - 1);
  });

  it('tell the resource, and both pages of one id', () => {
    const files = ['b.md', 'a.md'].map((path) => ({ path, text: PAGE }));
    const pages = readResourcePages(files, { provider: 'acme' });
    expect(pages.resources.map(({ file }) => file)).toEqual(['a.md']);
    expect(pages.diagnostics).toEqual([
      {
        code: 'page-id-duplicate',
        message: '`acme.library.books` is already described by `a.md`.',
        hint: 'Mend the Id row of one of the pages, or delete the page that is out of date.',
        subject: { resource: 'acme.library.books' },
        place: { file: 'b.md', line: 4, column: 47 },
        related: [{ message: 'The page that is kept.', place: { file: 'a.md', line: 4, column: 47 } }],
      },
    ]);
  });

  it('tell where the row is that is kept', () => {
    const [finding] = read(fields('| Name |\n|:--|\n| `id` |\n| `id` |\n')).diagnostics;
    expect(finding?.subject).toEqual({ resource: 'acme.library.books', name: 'id' });
    expect(finding?.related.map(({ place }) => isSpecOrigin(place) || [place.line, place.column])).toEqual([
      [15, 4],
    ]);
  });
});
