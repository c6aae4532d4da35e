import type { SqlVerb } from '@plumbline/model';
import {
  type Encoded,
  join,
  mdx,
  mdxAttribute,
  mdxFence,
  mdxInline,
  mdxLine,
  mdxTemplateLiteral,
  yamlScalar,
} from '@plumbline/render';
import { copyable, literal, table, tabs } from './mdx-blocks.ts';
import { proseOf } from './mdx-prose.ts';
import type {
  FactRow,
  FieldTable,
  MethodColumn,
  MethodRow,
  PageExample,
  RenderedPage,
} from './rendered-page.ts';

type Mdx = Encoded<'mdx'>;

/** The page as source: the second edition of the current format, with what the text held and nothing more. */
export function emitPage(page: RenderedPage): string {
  const blocks = [
    mdx`${literal(frontMatter(page))}`,
    IMPORTS,
    ...(page.summary.length === 0 ? [] : [mdxLine(proseOf(page.summary))]),
    ...(page.id === null ? [] : [overview(page)]),
    ...fields(page),
    ...methods(page),
    ...parameters(page),
    ...examples(page),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The components that pages are made of. */
const COMPONENTS = [
  ['CopyableCode', '@site/src/components/CopyableCode/CopyableCode'],
  ['CodeBlock', '@theme/CodeBlock'],
  ['Tabs', '@theme/Tabs'],
  ['TabItem', '@theme/TabItem'],
] as const;
const IMPORTS = literal(COMPONENTS.map(([name, target]) => `import ${name} from '${target}';`).join('\n'));

const HEADINGS = { name: 'Name', type: 'Datatype', description: 'Description' } as const;
const METHOD_HEADINGS: { readonly [column in MethodColumn]: string } = {
  name: 'Name',
  verb: 'Accessible by',
  required: 'Required Params',
  optional: 'Optional Params',
  description: 'Description',
};

function frontMatter({ name, id }: RenderedPage): string {
  const title = name ?? id;
  return title === null ? '---\n---' : `---\ntitle: ${yamlScalar(title)}\n---`;
}

function overview({ name, type, id }: RenderedPage): Mdx {
  const rows = [
    mdx`<tr><td><b>Name</b></td><td>${copyable(name ?? '')}</td></tr>`,
    ...(type === null ? [] : [mdx`<tr><td><b>Type</b></td><td>${mdxInline(type)}</td></tr>`]),
    mdx`<tr><td><b>Id</b></td><td>${copyable(id ?? '')}</td></tr>`,
  ];
  return mdx`## Overview

<table><tbody>
${join(rows, '\n')}
</tbody></table>`;
}

function fields({ fieldSets, unsupported }: RenderedPage): readonly Mdx[] {
  if (fieldSets.length === 0) {
    if (unsupported === null) return [];
    return [
      mdx`## Fields

\`SELECT\` not supported for this resource, use \`SHOW METHODS\` to view available operations for the resource.`,
    ];
  }
  const named = fieldSets.filter(({ method }) => method !== null);
  const others = fieldSets.filter(({ method }) => method === null);
  return [
    mdx`## Fields

The following fields are returned by \`SELECT\` queries:`,
    ...others.map(fieldTable),
    ...(named.length === 0
      ? []
      : [tabs(named.map((set) => ({ method: set.method ?? '', content: fieldTable(set) })))]),
  ];
}

function fieldTable({ caption, rows, hasDescriptions }: FieldTable): Mdx {
  const table = factTable(rows, { hasDescriptions, isLinked: false });
  return caption === ''
    ? table
    : mdx`${mdxLine(mdxInline(caption))}

${table}`;
}

function parameters({ parameters: rows }: RenderedPage): readonly Mdx[] {
  if (rows.length === 0) return [];
  return [
    mdx`## Parameters

Parameters can be passed in the \`WHERE\` clause of a query. Check the [Methods](#methods) section to see which parameters are required or optional for each operation.`,
    factTable(rows, { hasDescriptions: true, isLinked: true }),
  ];
}

function factTable(
  rows: readonly FactRow[],
  { hasDescriptions, isLinked }: { readonly hasDescriptions: boolean; readonly isLinked: boolean },
): Mdx {
  const columns = [HEADINGS.name, HEADINGS.type, ...(hasDescriptions ? [HEADINGS.description] : [])];
  return table(
    columns,
    rows.map(({ name, type, description }) => ({
      anchor: isLinked ? mdx`parameter-${mdxAttribute(name)}` : null,
      cells: [
        copyable(name),
        type === '' ? mdx`` : mdx`<code>${mdxInline(type)}</code>`,
        ...(hasDescriptions ? [proseOf(description)] : []),
      ],
    })),
  );
}

function methods({ methods: rows, methodColumns, parameters: params }: RenderedPage): readonly Mdx[] {
  if (rows.length === 0) return [];
  const linked = new Set(params.map(({ name }) => name));
  const cell = (row: MethodRow, column: MethodColumn): Mdx => {
    switch (column) {
      case 'name':
        return mdx`<a href="#${mdxAttribute(row.name)}">${copyable(row.name)}</a>`;
      case 'verb':
        return copyable(row.verb);
      case 'required':
      case 'optional':
        return join(
          row[column].map((name) => paramName(name, linked)),
          ', ',
        );
      case 'description':
        return proseOf(row.description);
    }
  };
  return [
    mdx`## Methods

The following methods are available for this resource:`,
    table(
      methodColumns.map((column) => METHOD_HEADINGS[column]),
      rows.map((row) => ({
        anchor: mdxAttribute(row.name),
        cells: methodColumns.map((column) => cell(row, column)),
      })),
    ),
  ];
}

/** A name as code; a comma would part it in two. It leads to its row, where there is one. */
function paramName(name: string, linked: ReadonlySet<string>): Mdx {
  const code = mdx`<code>${literal(mdxInline(name).replaceAll(',', '&#44;'))}</code>`;
  return linked.has(name) ? mdx`<a href="#parameter-${mdxAttribute(name)}">${code}</a>` : code;
}

const TITLES: { readonly [verb in SqlVerb]: Mdx } = {
  select: mdx`## \`SELECT\` examples`,
  insert: mdx`## \`INSERT\` examples`,
  update: mdx`## \`UPDATE\` examples`,
  replace: mdx`## \`REPLACE\` examples`,
  delete: mdx`## \`DELETE\` examples`,
  exec: mdx`## Lifecycle Methods`,
};

function examples({ examples: all }: RenderedPage): readonly Mdx[] {
  const verbs = [...new Set(all.map(({ verb }) => verb))];
  return verbs.flatMap((verb) => {
    const own = all.filter((example) => example.verb === verb);
    // A tab shows one example; of two of a method, the second stands by itself.
    const seen = new Set<string>();
    const inTabs: { method: string; content: Mdx }[] = [];
    const others: Mdx[] = [];
    for (const example of own) {
      const method = example.language === 'yaml' ? 'manifest' : example.method;
      if (method === null || seen.has(method)) others.push(exampleText(example));
      else {
        seen.add(method);
        inTabs.push({ method, content: exampleText(example) });
      }
    }
    return [TITLES[verb], ...others, ...(inTabs.length === 0 ? [] : [tabs(inTabs)])];
  });
}

function exampleText({ language, description, code }: PageExample): Mdx {
  if (language === 'yaml') return mdx`<CodeBlock language="yaml">${mdxTemplateLiteral(code)}</CodeBlock>`;
  const fence = mdxFence(code, 'sql');
  return description.length === 0
    ? fence
    : mdx`${mdxLine(proseOf(description))}

${fence}`;
}
