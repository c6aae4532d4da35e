import type { SqlVerb } from '@plumbline/model';
import { type Encoded, mdx, mdxAttribute, mdxFence, mdxTemplateLiteral, type View } from '@plumbline/render';
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
    readonly sql: Encoded<'mdx'>;
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

/** @param manifest YAML, for INSERT; else null. */
export function examplesView(
  { verb, methods }: ExampleFacts,
  manifest: string | null,
  prose: Prose,
): ExamplesView {
  const names = methods.map(({ name }) => name);
  const tab = manifestTab(names);
  return {
    heading: HEADINGS[verb],
    tabs: tabsView([...names.map(methodTab), ...(manifest === null ? [] : [tab])]),
    methods: methods.map(({ name, description, sql }) => ({
      value: mdxAttribute(name),
      description: prose.line(description),
      sql: mdxFence(sql, 'sql'),
    })),
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
