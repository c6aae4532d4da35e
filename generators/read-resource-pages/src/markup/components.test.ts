import { describe, expect, it } from 'vitest';
import { readResourcePages } from '../read-resource-pages.ts';

const head = (...columns: readonly string[]): string =>
  `<thead><tr>${columns.map((column) => `<th>${column}</th>`).join('')}</tr></thead>`;
const FACTS = head('Name', 'Datatype', 'Description');

/** A page as `emit-docs` writes it, with what its components add. */
const PAGE = `import CodeBlock from '@theme/CodeBlock';

Books.

## Overview

<table><tbody>
<tr><td><b>Name</b></td><td><CopyableCode code="books" /></td></tr>
<tr><td><b>Id</b></td><td><CopyableCode code="acme.library.books" /></td></tr>
</tbody></table>

<DriftBadge errors="1" warnings="0" href="/acme/consistency#acme-library-books" />

## Fields

<Tabs values={[{ label: 'list', value: 'list' }, { label: 'get', value: 'get' }]}>
<TabItem value="list">

All books.

<table>
${FACTS}
<tbody>
<tr id="field-list-author">
    <td><CopyableCode code="author" /></td>
    <td><code>object</code></td>
    <td>Who wrote it. <Notes>(read-only)</Notes> <Aside of={facts.rows[0]} /></td>
</tr>
</tbody>
</table>
</TabItem>
<TabItem value="get">

One book.

<SameFields method="list" href="#field-list-author" />
</TabItem>
</Tabs>

## Methods

<table>
${head('Name', 'Accessible by', 'Required Params', 'Optional Params', 'Description')}
<tbody>
<tr id="list"><td><a href="#list"><CopyableCode code="list" /></a> <MethodBadge http="GET" path="/books" /></td><td><CopyableCode code="select" /></td><td></td><td></td><td><Prose><p>Lists books:</p><ul><li>**new**<ol start="3"><li>a</li></ol></li><li>old</li></ul><blockquote><p>b</p><p>c</p></blockquote><pre><code>d&#10;  e</code></pre><table><thead><tr><th>f</th></tr></thead><tbody><tr><td>g</td></tr></tbody></table><p><strong>h</strong></p><hr /></Prose> <Notes>(deprecated)</Notes> <MethodDetails of={facts.methods[0]} /></td></tr>
</tbody>
</table>

## Parameters

<table>
${FACTS}
<tbody>
<tr id="parameter-limit"><td><CopyableCode code="limit" /></td><td><code>integer</code></td><td>How many. <Aside of={facts.rows[1]} /></td></tr>
</tbody>
</table>

## \`SELECT\` examples

<Tabs values={[{ label: 'list', value: 'list' }]}>
<TabItem value="list">

Lists books.

<ExampleTabs id="example-list" of={facts.examples[0]}>

\`\`\`sql
SELECT author FROM acme.library.books WHERE "limit" = {{ limit }};
\`\`\`

</ExampleTabs>
</TabItem>
</Tabs>
`;

const { resources, diagnostics } = readResourcePages([{ path: 'books.md', text: PAGE }], {
  provider: 'acme',
});
const [page] = resources;

describe('a page with components of ours', () => {
  it('is read without a finding', () => {
    expect(diagnostics).toEqual([]);
    expect(page?.dialect).toBe('N2');
  });

  it('has its own fields alone, and those of another tab where it says so', () => {
    const sets = page?.fieldSets.map(({ method, caption, fields }) => [
      method?.value,
      caption,
      fields.map(({ name, description, notes }) => [name.value, description?.value, notes.flags]),
    ]);
    const fields = [['author', 'Who wrote it.', ['read-only']]];
    expect(sets).toEqual([
      ['list', 'All books.', fields],
      ['get', 'One book.', fields],
    ]);
  });

  it('has its own methods and parameters alone', () => {
    expect(page?.methods.map(({ name }) => name.value)).toEqual(['list']);
    expect(page?.parameters.map(({ name, description }) => [name.value, description?.value])).toEqual([
      ['limit', 'How many.'],
    ]);
  });

  it('tells prose of several blocks as Markdown', () => {
    expect(page?.methods[0]?.description?.value).toBe(
      'Lists books:\n\n- **new**\n  3. a\n- old\n\n> b\n>\n> c\n\n```\nd\n  e\n```\n\n| f |\n| --- |\n| g |\n\n**h**\n\n*** (deprecated)',
    );
  });

  it('has the statement with everything that it can pass as the example', () => {
    expect(
      page?.examples.map(({ language, description, text }) => [language, description, text.value]),
    ).toEqual([
      ['sql', 'Lists books.', 'SELECT author FROM acme.library.books WHERE "limit" = {{ limit }};'],
    ]);
  });
});
