import { type Encoded, join, mdx, mdxAttribute, mdxInline } from '@plumbline/render';

type Mdx = Encoded<'mdx'>;

/** Text of our own, of parts that are encoded. */
export function literal(text: string): Mdx {
  return text as Mdx;
}

/** A table; a row that links lead to has an anchor. */
export function table(
  columns: readonly string[],
  rows: readonly { readonly anchor: Mdx | null; readonly cells: readonly Mdx[] }[],
): Mdx {
  const head = columns.map((column) => mdx`    <th>${mdxInline(column)}</th>`);
  const body = rows.map(({ anchor, cells }) => {
    const open = anchor === null ? mdx`<tr>` : mdx`<tr id="${anchor}">`;
    return mdx`${open}
${join(
  cells.map((cell) => mdx`    <td>${cell}</td>`),
  '\n',
)}
</tr>`;
  });
  return mdx`<table>
<thead>
    <tr>
${join(head, '\n')}
    </tr>
</thead>
<tbody>
${join(body, '\n')}
</tbody>
</table>`;
}

/** A tab for each method, the first of them shown. */
export function tabs(items: readonly { readonly method: string; readonly content: Mdx }[]): Mdx {
  const label = (method: string) => (method === 'manifest' ? 'Manifest' : method);
  const values = items.map(
    ({ method }) => mdx`        { label: ${quoted(label(method))}, value: ${quoted(method)} }`,
  );
  const panes = items.map(
    ({ method, content }) => mdx`<TabItem value="${mdxAttribute(method)}">

${content}

</TabItem>`,
  );
  return mdx`<Tabs
    defaultValue="${mdxAttribute(items[0]?.method ?? '')}"
    values={[
${join(values, ',\n')}
    ]}
>
${join(panes, '\n')}
</Tabs>`;
}

/** A string of JavaScript. */
function quoted(text: string): Mdx {
  const safe = text.replace(/[^\w .$-]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return literal(`'${safe}'`);
}

/** A name with a button that copies it. */
export function copyable(name: string): Mdx {
  return mdx`<CopyableCode code="${mdxAttribute(name)}" />`;
}
