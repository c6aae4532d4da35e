import type { ProviderModel } from '@plumbline/model';
import { type Encoded, mdx, mdxAttribute, type View } from '@plumbline/render';
import { type FrontMatterView, frontMatterView, type PageMeta } from './front-matter.ts';

type Mdx = Encoded<'mdx'>;

export interface PageView extends View {
  readonly frontMatter: FrontMatterView;
  /** The components that the body names. */
  readonly imports: readonly { readonly name: Mdx; readonly path: Mdx }[];
  readonly body: Mdx;
}

/** Components of the site that pages of the format do not have. */
export const OWN_COMPONENTS = [
  'Aside',
  'DriftBadge',
  'ExampleTabs',
  'FindingKinds',
  'FindingPages',
  'Findings',
  'MethodBadge',
  'MethodDetails',
  'Notes',
  'Prose',
  'ResourceFilter',
  'RichText',
  'SameFields',
] as const;

/** In the order in which pages of the format import them. */
const IMPORTS: readonly { readonly name: Mdx; readonly path: Mdx }[] = [
  { name: mdx`CopyableCode`, path: mdx`@site/src/components/CopyableCode/CopyableCode` },
  { name: mdx`CodeBlock`, path: mdx`@theme/CodeBlock` },
  { name: mdx`Tabs`, path: mdx`@theme/Tabs` },
  { name: mdx`TabItem`, path: mdx`@theme/TabItem` },
  ...OWN_COMPONENTS.map((name) => ({ name: name as Mdx, path: `@site/src/components/${name}` as Mdx })),
];

export function pageView(
  model: ProviderModel,
  names: readonly [string, ...string[]],
  {
    body,
    dataFile = null,
    ...meta
  }: PageMeta & {
    readonly body: Mdx;
    /** The name of the file of data beside the page. */
    readonly dataFile?: string | null;
  },
): PageView {
  const named = new Set(body.match(/<[A-Z]\w*/g));
  return {
    frontMatter: frontMatterView(model, names, meta),
    imports: [
      ...IMPORTS.filter(({ name }) => named.has(`<${name}`)),
      ...(dataFile === null ? [] : [{ name: mdx`facts`, path: mdxAttribute(`./${dataFile}`) }]),
    ],
    body: body.trimEnd() as Mdx,
  };
}
