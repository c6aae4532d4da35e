import type { ProviderModel } from '@plumbline/model';
import { type Encoded, type View, yamlScalar } from '@plumbline/render';
import type { PageHead } from '../facts/page-head.ts';

type Yaml = Encoded<'yaml'>;

export interface FrontMatterView extends View {
  readonly title: Yaml;
  /** Null: the title. */
  readonly headTitle: Yaml | null;
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

export interface PageMeta {
  /** Null: what all pages of the format say. */
  readonly head: PageHead | null;
  /** Null: the page stands where its file does. */
  readonly href: string | null;
  readonly source: PageSource;
}

/** The subjects that every page of the format names. */
const KEYWORDS = ['infrastructure-as-code', 'configuration-as-data', 'cloud inventory'];

/** @param names the page's title and what it belongs to, innermost first. */
export function frontMatterView(
  { provider }: Pick<ProviderModel, 'provider'>,
  names: readonly [string, ...string[]],
  { head, href, source: { file, editUrl } }: PageMeta,
): FrontMatterView {
  const [title] = names;
  const keywords = [...new Set([...names, ...(head?.keywords ?? []), 'stackql', ...KEYWORDS])];
  const description = head?.description ?? `Query, deploy and manage ${provider} resources using SQL`;
  return {
    title: yamlScalar(title),
    headTitle: head?.title === undefined ? null : yamlScalar(head.title),
    keywords: keywords.map(yamlScalar),
    description: yamlScalar(description),
    slug: href === null ? null : yamlScalar(href),
    source: file === null ? null : yamlScalar(file),
    editUrl:
      file === null || editUrl === null
        ? ('null' as Yaml)
        : yamlScalar(`${editUrl.replace(/\/$/, '')}/${file}`),
  };
}
