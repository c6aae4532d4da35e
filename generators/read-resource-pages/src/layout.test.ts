import { describe, expect, it } from 'vitest';
import { layoutOf } from './layout.ts';

const TEXT = `## Fields

<Tabs
    defaultValue="get"
    values={[{ label: 'get', value: 'get' }]}
>
<TabItem value="get">

<table>
<thead><tr><th>Name</th></tr></thead>
<tbody>
<tr id="x">
    <td>a</td>
</tr>
<tr><td>b
</tbody>
</table>
</TabItem>
</Tabs>

## Methods

| Name | Accessible by |
|------|---------------|
| c | \`SELECT\` |
`;

describe('layoutOf', () => {
  const { sections, text } = layoutOf({ path: 'page.md', text: TEXT });
  const written = ({ start, end }: { readonly start: number; readonly end: number }) =>
    text.slice(start, end);

  it('tells where rows start and end, with their tags and pipes', () => {
    const rows = sections
      .flatMap(({ panes }) => panes)
      .flatMap(({ items }) => items)
      .flatMap((item) => (item.kind === 'table' ? item.table.rows : []));
    expect(rows.map(({ whole }) => written(whole))).toEqual([
      '<tr id="x">\n    <td>a</td>\n</tr>',
      '<tr><td>b',
      '| c | `SELECT` |',
    ]);
  });

  it('tells where tabs are listed, and where each stands', () => {
    const [tabs] = sections.flatMap((section) => section.tabs);
    expect(tabs?.values && written(tabs.values)).toBe("[{ label: 'get', value: 'get' }]");
    expect(tabs?.entries.map(({ value }) => value)).toEqual(['get']);
    expect(
      tabs?.items.map((item) => [item.value, written(item).slice(0, 21), written(item).slice(-10)]),
    ).toEqual([['get', '<TabItem value="get">', '</TabItem>']]);
    expect(tabs && written(tabs).endsWith('</Tabs>')).toBe(true);
  });
});
