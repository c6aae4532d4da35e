import { describe, expect, it } from 'vitest';
import { readResourcePages } from './read-resource-pages.ts';
import { METHODS, OVERVIEW, pageWithFields, SQL } from './testing/books-page.ts';

const examples = (body: string) =>
  `${pageWithFields('| Name |\n|--|\n| `id` |')}## \`SELECT\` examples\n${body}\n`;
const PIPES = '| Name | Datatype |\n|:--|:--|\n';

/** The fields and methods of a page, and its examples' code. Nothing may be found wrong. */
function shown(text: string) {
  const { resources, diagnostics } = readResourcePages([{ path: 'a.md', text }], { provider: 'acme' });
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  return {
    fields: resources.flatMap(({ fieldSets }) =>
      fieldSets.flatMap((set) =>
        set.fields.map(({ name, type }) => [name.value, type?.value.type ?? null].join(' ')),
      ),
    ),
    methods: resources.flatMap((page) => page.methods.map(({ name }) => name.value)),
    examples: resources.flatMap((page) => page.examples.map(({ text: code }) => code.value.trim())),
  };
}

const COLUMNS = `[
  { "name": "id", "type": "string (uuid)", "description": "Say \\"id\\".<br />More." },
  {
    "name": "parts",
    "type": "array",
    "description": "",
    "children": [{ "name": "size", "type": "integer", "children": [{ "name": "unit", "type": "string" }] }]
  },
  { name: 'shelf', type: 'string', },
]`;

const tables: [string, { given: string; want: readonly string[] }][] = [
  [
    'its rows as data, which hold what is below them',
    { given: `<SchemaTable fields={${COLUMNS}} />`, want: ['id string', 'parts array', 'shelf string'] },
  ],
  [
    'its rows as data in tabs',
    {
      given: `<Tabs values={[{ label: 'get', value: 'get' }]}>\n<TabItem value="get">\n\n<SchemaTable fields={${COLUMNS}} />\n</TabItem>\n</Tabs>`,
      want: ['id string', 'parts array', 'shelf string'],
    },
  ],
  ['a pipe in a name', { given: `${PIPES}| \`a\\|b\` | \`string\` |`, want: ['a|b string'] }],
  [
    'no pipes around the rows',
    { given: 'Name | Datatype\n--|--\na | string\nb | string', want: ['a string', 'b string'] },
  ],
  [
    'no pipe before a row',
    { given: `${PIPES}\`a\` | \`string\` |\n| \`b\` | \`string\` |`, want: ['a string', 'b string'] },
  ],
  [
    'a table in a quote',
    { given: '> | Name | Datatype |\n> |:--|:--|\n> | `a` | `string` |', want: ['a string'] },
  ],
  [
    'a table in a list',
    {
      given: '- the fields:\n\n  | Name | Datatype |\n  |:--|:--|\n  | `a` | `string` |',
      want: ['a string'],
    },
  ],
  [
    'tabs around cells',
    { given: '|\tName\t|\tDatatype\t|\n|\t:--\t|\t--:\t|\n|\t`a`\t|\t`string`\t|', want: ['a string'] },
  ],
  [
    'headings with marks',
    { given: '| **Name** | *Data type:* |\n|:--|:--|\n| `a` | `string` |', want: ['a string'] },
  ],
  [
    'links in cells',
    {
      given: `${PIPES}| [a](#a) | [string](https://a.example) |\n| [\`b\`](#b) | \`string\` |`,
      want: ['a string', 'b string'],
    },
  ],
  [
    'emphasis in cells',
    {
      given: `${PIPES}| **a** | *string* |\n| __typename | string |`,
      want: ['a string', '__typename string'],
    },
  ],
  [
    'a link in angle brackets',
    {
      given: `${PIPES.replace('Datatype', 'Description')}| \`a\` | see <https://a.example/b?c=d|e> |`,
      want: ['a '],
    },
  ],
  [
    'a table that is a comment',
    {
      given: `<!--\n${PIPES}| \`old\` | \`string\` |\n-->\n${PIPES}| \`a\` | \`string\` |`,
      want: ['a string'],
    },
  ],
  [
    'a table that is a comment of MDX',
    {
      given: `{/*\n${PIPES}| \`old\` | \`string\` |\n*/}\n${PIPES}| \`a\` | \`string\` |`,
      want: ['a string'],
    },
  ],
  [
    'rows that are a comment',
    {
      given: '<table><tr><th>Name</th></tr><!-- <tr><td>old</td></tr> -->\n<tr><td>a</td></tr></table>',
      want: ['a '],
    },
  ],
  [
    'a row behind a comment',
    { given: '<table><tr><th>Name</th></tr>\n<!-- x --><tr><td>a</td></tr></table>', want: ['a '] },
  ],
  [
    'details',
    {
      given: `<details>\n<summary>All</summary>\n\n${PIPES}| \`a\` | \`string\` |\n\n</details>`,
      want: ['a string'],
    },
  ],
  [
    'details on a line',
    {
      given:
        '<details><summary>All</summary><table><tr><th>Name</th></tr><tr><td>a</td></tr></table></details>',
      want: ['a '],
    },
  ],
  [
    'a table in a cell between pipes',
    {
      given: `| Name | Description |\n|--|--|\n| \`a\` | <table><tr><td>x</td></tr></table> |\n| \`b\` | |`,
      want: ['a ', 'b '],
    },
  ],
  [
    'tables of something else above the rows',
    {
      given: `| Code | Meaning |\n|--|--|\n| 1 | one |\n\n<table><tr><th>Plan</th></tr><tr><td>free</td></tr></table>\n\n${PIPES}| \`a\` | \`string\` |`,
      want: ['a string'],
    },
  ],
  [
    'white space that nobody sees',
    {
      given: `${PIPES}|\u00a0\`a\`\u200b|\u00a0\`string\`\u00a0|`,
      want: ['a string'],
    },
  ],
  [
    'another word for the name',
    { given: '| Field | Type |\n|--|--|\n| `a` | `string` |', want: ['a string'] },
  ],
  [
    'a heading before the rows of a tab',
    {
      given: `<Tabs>\n<TabItem value="get">\n\n# Notes\n\n${PIPES}| \`a\` | \`string\` |\n</TabItem>\n</Tabs>`,
      want: ['a string'],
    },
  ],
  [
    'a heading in a cell',
    {
      given:
        '<table><tr><th>Name</th></tr><tr><td>a<br/>\n\n## Notes\n\nmore</td></tr><tr><td>b</td></tr></table>',
      want: ['a ', 'b '],
    },
  ],
  [
    'a heading in details',
    {
      given: `<details>\n<summary>More</summary>\n\n## Notes\n\nText.\n</details>\n\n${PIPES}| \`a\` | \`string\` |`,
      want: ['a string'],
    },
  ],
  [
    'rows that start with a heading',
    {
      given:
        '<table><tr><th>Name</th><th>Datatype</th></tr><tr><th scope="row">a</th><td>string</td></tr></table>',
      want: ['a string'],
    },
  ],
  ['tags in capitals', { given: '<TABLE><TR><TH>Name</TH></TR><TR><TD>a</TD></TR></TABLE>', want: ['a '] }],
  [
    'several bodies',
    {
      given:
        '<table><thead><tr><th>Name</th></tr></thead><tbody><tr><td>a</td></tr></tbody><tbody><tr><td>b</td></tr></tbody></table>',
      want: ['a ', 'b '],
    },
  ],
  [
    'two tables',
    { given: '| Name |\n|--|\n| `a` |\n\nMore:\n\n| Name |\n|--|\n| `b` |', want: ['a ', 'b '] },
  ],
];

const METHODS_BELOW = METHODS.slice('## Methods\n'.length);
const headings: [string, string][] = [
  ['a line below', `Methods\n-------\n${METHODS_BELOW}`],
  ['a colon', `## Methods:\n${METHODS_BELOW}`],
  ['capitals', `## METHODS\n${METHODS_BELOW}`],
  ['a link', `## [Methods](#methods)\n${METHODS_BELOW}`],
  ['an anchor', `## <a name="m"></a>Methods\n${METHODS_BELOW}`],
  ['an id', `## Methods {#methods}\n${METHODS_BELOW}`],
  ['an emoji', `## ⚙️ Methods\n${METHODS_BELOW}`],
  ['a tag in capitals', `<H2>Methods</H2>\n\n${METHODS_BELOW}`],
  ['a tag', `<h2>Methods</h2>\n\n${METHODS_BELOW}`],
  ['a comment', `## Methods <!-- x -->\n${METHODS_BELOW}`],
];

const codes: [string, { given: string; want: readonly string[] }][] = [
  ['a fence in a quote', { given: `> Text:\n> \`\`\`sql\n> ${SQL}\n> \`\`\``, want: [SQL] }],
  [
    'a fence in a list',
    { given: `- \`\`\`sql\n  ${SQL}\n  \`\`\`\n1. \`\`\`sql\n   ${SQL}\n   \`\`\``, want: [SQL, SQL] },
  ],
  ['a fence with attributes', { given: `\`\`\`SQL title="x" {1}\n${SQL}\n\`\`\``, want: [SQL] }],
  ['a fence of tildes', { given: `~~~sql\n${SQL}\n~~~`, want: [SQL] }],
  [
    'a heading before the code of a tab',
    {
      given: `<Tabs>\n<TabItem value="get">\n\n# Get it<br />Now.\n\n\`\`\`sql\n${SQL}\n\`\`\`\n</TabItem>\n</Tabs>`,
      want: [SQL],
    },
  ],
  [
    'a commented fence',
    { given: `<!--\n\`\`\`sql\nold\n\`\`\`\n-->\n\`\`\`sql\n${SQL}\n\`\`\``, want: [SQL] },
  ],
];

describe('a page that is written in its own way', () => {
  it.each(tables)('has its fields read: %s', (_, { given, want }) => {
    expect(shown(pageWithFields(given))).toEqual({ fields: want, methods: ['get'], examples: [] });
    expect(shown(pageWithFields(given).replaceAll('\n', '\r\n')).fields).toEqual(want);
  });

  it.each(headings)('has its sections found: a heading with %s', (_, methods) => {
    const page = `${OVERVIEW}## Fields\n| Name |\n|--|\n| \`id\` |\n\n${methods}`;
    expect(shown(page)).toEqual({ fields: ['id '], methods: ['get'], examples: [] });
  });

  it.each([1, 3])('has its sections found: headings of rank %d', (rank) => {
    const page = pageWithFields('| Name |\n|--|\n| `id` |').replaceAll('## ', `${'#'.repeat(rank)} `);
    expect(shown(page)).toEqual({ fields: ['id '], methods: ['get'], examples: [] });
  });

  it.each(codes)('has its examples read: %s', (_, { given, want }) => {
    expect(shown(examples(given)).examples).toEqual(want);
  });

  const summaries: [string, string][] = [
    ['a title of a line below', 'books\n=====\n\nThe books.\n\n'],
    [
      'imports over several lines',
      "import {\n  A,\n  B,\n} from 'x';\nexport const y = {\n  a: 1,\n};\n\nThe books.\n\n",
    ],
    ['comments', '<!-- a\nb -->\n{/* c */}\n\nThe books.\n\n'],
  ];
  it.each(summaries)('has its summary found behind %s', (_, top) => {
    const text = top + pageWithFields('| Name |\n|--|\n| `id` |');
    const [page] = readResourcePages([{ path: 'a.md', text }], { provider: 'acme' }).resources;
    expect(page?.summary?.value).toBe('The books.');
  });
});

describe('a table below the methods', () => {
  it('is of their parameters', () => {
    const below =
      '<details>\n<summary>Optional Parameter Details</summary>\n\n| Name | Description | Type | Default |\n|--|--|--|--|\n| `limit` | At most. | `integer` | `-` |\n\n</details>\n';
    const table =
      '## Methods\n| Name | Accessible by | Optional Params |\n|--|--|--|\n| `list` | `SELECT` | `limit` |\n| `run` | `EXEC` | - |\n<br />\n\n';
    const text = `${OVERVIEW}## Fields\n| Name |\n|--|\n| \`id\` |\n\n${table}${below}`;
    const { resources, diagnostics } = readResourcePages([{ path: 'a.md', text }], { provider: 'acme' });
    expect(diagnostics).toEqual([]);
    const [page] = resources;
    expect(page?.methods.map(({ name, optional }) => [name.value, optional?.length])).toEqual([
      ['list', 1],
      ['run', 0],
    ]);
    expect(page?.parameters.map(({ name, type }) => [name.value, type?.value.type])).toEqual([
      ['limit', 'integer'],
    ]);
  });
});

describe('a view', () => {
  it('tells what it requires', () => {
    const text = `${OVERVIEW}## Fields\n${PIPES}| \`a\` | \`string\` |\n\n## Required Parameters\n\n${PIPES}| \`b\` | \`string\` |\n`;
    const [view] = readResourcePages([{ path: 'a.md', text }], { provider: 'acme' }).resources;
    expect(view?.parameters.map(({ name }) => name.value)).toEqual(['b']);
  });
});

describe('rows that are data', () => {
  it.each<[string, { type: string; want: true | undefined }]>([
    ['have no place for formats, where none has one', { type: 'string', want: true }],
    ['have one, where one has', { type: 'string (date)', want: undefined }],
  ])('%s', (_name, { type, want }) => {
    const text = pageWithFields(`<SchemaTable fields={[{ "name": "id", "type": "${type}" }]} />`);
    const { resources } = readResourcePages([{ path: 'a.md', text }], { provider: 'acme' });
    expect(resources[0]?.fieldSets.map(({ withoutFormats }) => withoutFormats)).toEqual([want]);
  });
});
