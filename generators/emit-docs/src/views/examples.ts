import type { SqlVerb } from '@plumbline/model';
import { type Encoded, mdx, mdxAttribute, mdxFence, mdxTemplateLiteral, type View } from '@plumbline/render';
import type { ExampleCode } from '../facts/example-code.ts';
import type { ExampleFacts } from '../facts/resource-facts.ts';
import type { Prose } from './prose.ts';
import { methodTab, type Tab, type TabsView, tabsView } from './tabs.ts';

/** The section of one verb. */
export interface ExamplesView extends View {
  readonly heading: Encoded<'mdx'>;
  readonly tabs: TabsView;
  readonly methods: readonly {
    readonly value: Encoded<'mdx'>;
    readonly description: Encoded<'mdx'>;
    /** With values in it; null where none can be found. */
    readonly filled: Encoded<'mdx'> | null;
    readonly sql: Encoded<'mdx'>;
    readonly typescript: Encoded<'mdx'> | null;
    readonly curl: Encoded<'mdx'> | null;
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
  /** YAML that inserts the resource. */
  readonly manifest: string;
}

export function examplesView({ verb, methods }: ExampleFacts, options: ExamplesOptions): ExamplesView {
  const { prose } = options;
  const manifest = verb === 'insert' ? options.manifest : null;
  const names = methods.map(({ method }) => method.name);
  const tab = manifestTab(names);
  return {
    heading: HEADINGS[verb],
    tabs: tabsView([...names.map(methodTab), ...(manifest === null ? [] : [tab])]),
    methods: methods.map(({ method, description, sql }) => {
      const code = options.code.get(method.name) ?? null;
      return {
        value: mdxAttribute(method.name),
        description: prose.line(description),
        filled: code === null ? null : mdxFence(code.sql, 'sql'),
        sql: mdxFence(sql, 'sql'),
        typescript: code === null ? null : mdxFence(code.typescript, 'ts'),
        curl: code === null ? null : mdxFence(code.curl, 'bash'),
      };
    }),
    manifest:
      manifest === null ? null : { value: mdxAttribute(tab.value), yaml: mdxTemplateLiteral(manifest) },
  };
}

/** Docusaurus refuses two tabs of one value. */
function manifestTab(names: readonly string[]): Tab {
  let value = 'manifest';
  while (names.includes(value)) value += '-';
  return { label: 'Manifest', value };
}
