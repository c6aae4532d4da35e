import { describe, expect, it } from 'vitest';
import { type Blocks, blocksOf } from './blocks.ts';
import { pageText } from './page-text.ts';

/** Headings as `## title`, fences as `sql: content`, comments as they are written. */
function shown(text: string): readonly string[] {
  const blocks: Blocks = blocksOf(pageText({ path: 'page.md', text }));
  const headings = blocks.headings.map(({ depth, title, start }) => ({
    start,
    text: `${'#'.repeat(depth)} ${title}`,
  }));
  const regions = blocks.regions.map(({ kind, language, start, end, content, closed }) => ({
    start,
    text:
      kind === 'comment'
        ? text.slice(start, end)
        : `${closed ? '' : 'unclosed '}${language}: ${text.slice(content.start, content.end)}`,
  }));
  return [...headings, ...regions].sort((a, b) => a.start - b.start).map((block) => block.text);
}

const cases: [string, { given: string; want: readonly string[] }][] = [
  ['nothing', { given: '', want: [] }],
  ['headings', { given: '# A\n## `B` c ##\ntext\n### D', want: ['# A', '## `B` c', '### D'] }],
  ['no heading without a blank', { given: '#A\n#', want: ['# '] }],
  ['headings of a line below', { given: 'A\n===\n\n`B` c\n---\ntext\n', want: ['# A', '## `B` c'] }],
  ['no heading of the last line of a paragraph', { given: 'A\nB\n---\n', want: [] }],
  [
    'no heading of a line below a table, a list or a tag',
    { given: '| A |\n---\n\n- A\n---\n\n<A>\n---\n', want: [] },
  ],
  ['no heading in front matter', { given: '---\n\ntitle: A\n---\n', want: [] }],
  ['no heading of a line below in a fence', { given: '```\n\nA\n---\n```\n', want: [': \nA\n---'] }],
  ['headings of HTML', { given: '<h2 id="a">A</h2>\n<h2>B\n', want: ['## <h2 id="a">A</h2>'] }],
  ['a fence in a quote', { given: '> a\n> ```sql\n> b\n> ```\n\n## C', want: ['sql: > b', '## C'] }],
  ['a quote in a fence', { given: '```\n> ```sql\n> ```\n```\n## C', want: [': > ```sql\n> ```', '## C'] }],
  [
    'fences in lists',
    { given: '- ```sql\n  a\n  ```\n1. ```sql\n   b\n   ```\n', want: ['sql:   a', 'sql:    b'] },
  ],
  ['indented headings, as MDX has them', { given: '      ## A', want: ['## A'] }],
  ['a fence', { given: '```sql\na\n\nb\n```\n', want: ['sql: a\n\nb'] }],
  ['an empty fence', { given: '```\n```\n', want: [': '] }],
  ['a fence of tildes', { given: '~~~yaml title="x"\n# a\n~~~\n', want: ['yaml: # a'] }],
  ['a fence in a longer one', { given: '````md\n```sql\n```\n````\n', want: ['md: ```sql\n```'] }],
  ['no fence with a backtick in its info', { given: '``` a`b\n## C', want: ['## C'] }],
  ['headings in fences', { given: '```\n## A\n```\n## B', want: [': ## A', '## B'] }],
  ['a fence right behind text', { given: 'text\n```sql\na\n```\n## B', want: ['sql: a', '## B'] }],
  ['a comment', { given: '<!-- a\n## B\n-->\n## C', want: ['<!-- a\n## B\n-->', '## C'] }],
  ['a comment and what stands behind it', { given: '  <!-- a --> b\n## C', want: ['<!-- a -->', '## C'] }],
  ['a comment in a heading', { given: '## A <!-- b -->\n## C {/* d */}', want: ['## A', '## C'] }],
  ['the id of a heading', { given: '## A {#b}', want: ['## A'] }],
  ['a comment of MDX', { given: '{/* a\n```\n*/}\n## C', want: ['{/* a\n```\n*/}', '## C'] }],
  ['a comment that never ends', { given: '<!-- a\n## B', want: ['## B'] }],
  ['a fence in a comment', { given: '<!--\n```\n--> \n## C', want: ['<!--\n```\n-->', '## C'] }],
  ['a comment in a fence', { given: '```\n<!--\n```\n## C\n-->', want: [': <!--', '## C'] }],
  [
    'the template of a code block',
    { given: '<CodeBlock language="yaml">{`# a\n## B\n```\n-->\n`}</CodeBlock>\n## C', want: ['## C'] },
  ],
  ['a code block that never ends', { given: '<CodeBlock>{`\n## B', want: ['## B'] }],
  [
    'a fence that ends with its tab',
    {
      given: '<TabItem>\n```sql\na\n</TabItem>\n<TabItem>\n```sql\nb\n```\n',
      want: ['unclosed sql: a', 'sql: b'],
    },
  ],
  [
    'a fence that ends with its cell',
    { given: '<td>\n```sql\na\n</td>\n## B', want: ['unclosed sql: a', '## B'] },
  ],
  ['a fence that ends with its section', { given: '```sql\na\n## B', want: ['unclosed sql: a', '## B'] }],
  ['a fence that ends with the page', { given: '```sql\na\nb', want: ['unclosed sql: a\nb'] }],
  ['a fence of one line', { given: '```sql', want: ['unclosed sql: '] }],
  [
    'a fence that ends before the next',
    { given: '```sql\na\n```yaml\nb\n```\n', want: ['unclosed sql: a', 'yaml: b'] },
  ],
];

describe('blocksOf', () => {
  it.each(cases)('reads %s', (_name, { given, want }) => {
    expect(shown(given)).toEqual(want);
  });

  it.each(cases)('reads %s with the line endings of Windows', (_name, { given, want }) => {
    expect(shown(given.replaceAll('\n', '\r\n'))).toEqual(want.map((text) => text.replaceAll('\n', '\r\n')));
  });

  it.each([
    ['front matter', { given: '---\na: 1\n---\n# B', frontMatter: 'a: 1\n', bodyStart: 12 }],
    ['a blank behind its dashes', { given: '--- \na: 1\n---\t\n', frontMatter: 'a: 1\n', bodyStart: 14 }],
    ['empty front matter', { given: '---\n---\n', frontMatter: '', bodyStart: 7 }],
    ['dashes in its text', { given: '---\na: |\n ---\n---\n', frontMatter: 'a: |\n ---\n', bodyStart: 17 }],
    ['no front matter further down', { given: '\n---\na: 1\n---\n', frontMatter: null, bodyStart: 0 }],
    ['no front matter without an end', { given: '---\na: 1\n', frontMatter: null, bodyStart: 0 }],
  ])('finds %s', (_name, { given, ...want }) => {
    const { frontMatter, bodyStart } = blocksOf(pageText({ path: 'page.md', text: given }));
    const found = frontMatter === null ? null : given.slice(frontMatter.start, frontMatter.end);
    expect({ frontMatter: found, bodyStart }).toEqual(want);
  });
});
