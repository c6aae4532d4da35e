import type { SqlVerb } from '@plumbline/model';
import {
  type Encoded,
  fenceText,
  mdx,
  mdxAttribute,
  mdxFence,
  mdxTemplateLiteral,
  type View,
} from '@plumbline/render';
import type { ExampleData } from '../data/page-data.ts';
import { exampleAnchor } from '../facts/anchors.ts';
import type { ExampleCode } from '../facts/example-code.ts';
import type { ExampleFacts } from '../facts/resource-facts.ts';
import type { Prose } from './prose.ts';
import { methodTab, type Tab, type TabsView, tabsView } from './tabs.ts';

/** The section of one verb. */
export interface ExamplesView extends View {
  readonly heading: Encoded<'mdx'>;
  readonly tabs: TabsView;
  /** Statements are shown beside calls in other languages. */
  readonly hasCalls: boolean;
  readonly methods: readonly {
    readonly value: Encoded<'mdx'>;
    readonly description: Encoded<'mdx'>;
    readonly sql: Encoded<'mdx'>;
    /** The id, and what names the calls with values in them, where any can be found. */
    readonly calls: Encoded<'mdx'>;
  }[];
  readonly manifest: { readonly value: Encoded<'mdx'>; readonly yaml: Encoded<'mdx'> } | null;
}

const HEADINGS: { readonly [V in SqlVerb]: Encoded<'mdx'> } = {
  select: mdx`\`SELECT\` examples`,
  insert: mdx`\`INSERT\` examples`,
  update: mdx`\`UPDATE\` examples`,
  replace: mdx`\`REPLACE\` examples`,
  delete: mdx`\`DELETE\` examples`,
  exec: mdx`Lifecycle Methods`,
};

export interface ExamplesOptions {
  /** By method name. */
  readonly code: ReadonlyMap<string, ExampleCode>;
  readonly prose: Prose;
  /** The examples of the page, in its data; null: statements alone, without components of the site. */
  readonly calls: ExampleData[] | null;
  /** YAML that inserts the resource. */
  readonly manifest: string;
}

export function examplesView({ verb, methods }: ExampleFacts, options: ExamplesOptions): ExamplesView {
  const { prose, calls } = options;
  const manifest = verb === 'insert' ? options.manifest : null;
  const names = methods.map(({ method }) => method.name);
  const tab = manifestTab(names);
  return {
    heading: HEADINGS[verb],
    tabs: tabsView([...names.map(methodTab), ...(manifest === null ? [] : [tab])]),
    hasCalls: calls !== null,
    methods: methods.map(({ method, description, sql }) => {
      const code = options.code.get(method.name);
      return {
        value: mdxAttribute(method.name),
        description: prose.line(description),
        sql: mdxFence(sql, 'sql'),
        calls:
          calls === null
            ? mdx``
            : mdx` id="${mdxAttribute(exampleAnchor(method.name))}"${exampleOf(code, calls)}`,
      };
    }),
    manifest:
      manifest === null ? null : { value: mdxAttribute(tab.value), yaml: mdxTemplateLiteral(manifest) },
  };
}

function exampleOf(code: ExampleCode | undefined, calls: ExampleData[]): Encoded<'mdx'> {
  return code === undefined ? mdx`` : mdx` of={facts.examples[${calls.push(exampleData(code)) - 1}]}`;
}

function exampleData({ sql, typescript, curl }: ExampleCode): ExampleData {
  return { sql: fenceText(sql), typescript: fenceText(typescript), curl: fenceText(curl) };
}

/** Docusaurus refuses two tabs of one value. */
function manifestTab(names: readonly string[]): Tab {
  let value = 'manifest';
  while (names.includes(value)) value += '-';
  return { label: 'Manifest', value };
}
