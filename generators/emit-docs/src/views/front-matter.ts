import type { ProviderModel } from '@plumbline/model';
import { type Encoded, type View, yamlScalar } from '@plumbline/render';

type Yaml = Encoded<'yaml'>;

export interface FrontMatterView extends View {
  readonly title: Yaml;
  readonly keywords: readonly Yaml[];
  readonly description: Yaml;
  /** Null: the page stands where its file does. */
  readonly slug: Yaml | null;
  /** The page that this one is made from; null: there is none. */
  readonly source: Yaml | null;
  readonly editUrl: Yaml;
}

export interface PageSource {
  /** Relative to the folder of the provider's config. */
  readonly file: string | null;
  /** Where that folder's files can be edited; null: nobody says. */
  readonly editUrl: string | null;
}

/** The subjects that every page of the format names. */
const KEYWORDS = ['infrastructure-as-code', 'configuration-as-data', 'cloud inventory'];
const NO_SOURCE: PageSource = { file: null, editUrl: null };

/** `names`: the page's title and what it belongs to, innermost first. */
export function frontMatterView(
  { provider }: Pick<ProviderModel, 'provider'>,
  names: readonly [string, ...string[]],
  href: string | null,
  { file, editUrl }: PageSource = NO_SOURCE,
): FrontMatterView {
  const [title] = names;
  const keywords = [...new Set([...names, 'stackql', ...KEYWORDS])];
  return {
    title: yamlScalar(title),
    keywords: keywords.map(yamlScalar),
    description: yamlScalar(`Query, deploy and manage ${provider} resources using SQL`),
    slug: href === null ? null : yamlScalar(href),
    source: file === null ? null : yamlScalar(file),
    editUrl:
      file === null || editUrl === null
        ? ('null' as Yaml)
        : yamlScalar(`${editUrl.replace(/\/$/, '')}/${file}`),
  };
}
