import { describe, expect, it } from 'vitest';
import { readResourcePages } from '../read-resource-pages.ts';
import { OVERVIEW, pageWithFields, SQL } from '../testing/books-page.ts';

describe('a heading inside a tab', () => {
  it('is the page’s own, where it names a part of the page', () => {
    const page = `<Tabs>\n<TabItem value="v1">\n\n${pageWithFields('| Name |\n|--|\n| `id` |')}</TabItem>\n</Tabs>\n`;
    const [resource] = readResourcePages([{ path: 'a.md', text: page }], { provider: 'acme' }).resources;
    expect(resource?.methods.map(({ name }) => name.value)).toEqual(['get']);
  });
});

describe('tabs of older dialects', () => {
  type Pair = readonly [string, string];

  function page(methods: readonly Pair[], tabs: readonly Pair[]): string {
    const rows = methods.map(([name, verb]) => `| \`${name}\` | \`${verb}\` |\n`).join('');
    const values = tabs.map(([label, value]) => `{ label: '${label}', value: '${value}' }`).join(', ');
    const items = tabs.map(
      ([, value]) => `<TabItem value="${value}">\n\n\`\`\`sql\n${SQL}\n\`\`\`\n\n</TabItem>\n`,
    );
    return (
      `${OVERVIEW}## Fields\n| Name |\n|--|\n| \`id\` |\n\n## Methods\n| Name | Accessible by |\n|--|--|\n${rows}\n` +
      `## \`SELECT\` examples\n<Tabs values={[${values}]}>\n${items.join('')}</Tabs>\n`
    );
  }

  it.each<[string, { methods: readonly Pair[]; tabs: readonly Pair[]; want: readonly (string | null)[] }]>([
    [
      'say what they show',
      {
        methods: [
          ['get', 'SELECT'],
          ['all', 'SELECT'],
        ],
        tabs: [
          ['All Properties', 'all'],
          ['Required', 'required'],
        ],
        want: [null, null],
      },
    ],
    [
      'are those of a method that has such a name',
      {
        methods: [
          ['all', 'SELECT'],
          ['view', 'EXEC'],
        ],
        tabs: [
          ['all', 'all'],
          ['view', 'view'],
        ],
        want: ['all', null],
      },
    ],
  ])('%s', (_name, { methods, tabs, want }) => {
    const text = page(methods, tabs);
    const { resources } = readResourcePages([{ path: 'a.md', text }], { provider: 'acme' });
    expect(resources[0]?.dialect).toBe('L3');
    expect(resources[0]?.examples.map(({ method }) => method?.value ?? null)).toEqual(want);
  });
});

describe('a tab of Fields or of SELECT examples is of the method', () => {
  const tab = (name: string) => `<TabItem value="${name}">\n\n| Name |\n|--|\n| \`id\` |\n</TabItem>`;
  const methods = (...names: readonly string[]) =>
    `## Methods\n| Name | Accessible by |\n|:--|:--|\n${names.map((name) => `| \`${name}\` | \`SELECT\` |`).join('\n')}\n`;
  it.each<[string, { names: readonly string[]; want: string }]>([
    ['of its name', { names: ['get', 'get_all'], want: 'get' }],
    [
      'whose name alone begins with its own',
      { names: ['get_resource', 'list_resources'], want: 'get_resource' },
    ],
    ['of its name, where it could be of several', { names: ['get_one', 'get_all'], want: 'get' }],
  ])('%s', (_name, { names, want }) => {
    const values = `<Tabs values={[{ label: 'get (all)', value: 'get' }]}>`;
    const fields = `## Fields\n${values}\n${tab('get')}\n</Tabs>\n\n`;
    const sql = `<TabItem value="get">\n\n\`\`\`sql\n${SQL}\n\`\`\`\n</TabItem>`;
    const text = `${OVERVIEW}${fields}${methods(...names)}\n## \`SELECT\` examples\n${values}\n${sql}\n</Tabs>\n`;
    const { resources } = readResourcePages([{ path: 'a.md', text }], { provider: 'acme' });
    expect(resources[0]?.fieldSets.map(({ method }) => method?.value)).toEqual([want]);
    expect(resources[0]?.examples.map(({ method }) => method?.value)).toEqual([want]);
  });
});

describe('a column of the resources that methods are of', () => {
  it('is read', () => {
    const text = `${OVERVIEW}## Methods\n| Name | Resource | Accessible by |\n|:--|:--|:--|\n| \`list\` | \`books_list_only\` | \`SELECT\` |\n| \`get\` | | \`SELECT\` |\n`;
    const { resources } = readResourcePages([{ path: 'a.md', text }], { provider: 'acme' });
    expect(resources[0]?.methods.map(({ resource }) => resource)).toEqual(['books_list_only', undefined]);
  });
});
