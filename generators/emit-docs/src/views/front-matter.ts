import type { ProviderModel } from '@plumbline/model';
import { type Encoded, type View, yamlScalar } from '@plumbline/render';

export interface FrontMatterView extends View {
  readonly title: Encoded<'yaml'>;
  readonly keywords: readonly Encoded<'yaml'>[];
  readonly description: Encoded<'yaml'>;
  readonly slug: Encoded<'yaml'>;
}

/** The subjects that every page of the format names. */
const KEYWORDS = ['infrastructure-as-code', 'configuration-as-data', 'cloud inventory'];

/** `names`: the page's title and what it belongs to, innermost first. */
export function frontMatterView(
  { provider }: ProviderModel,
  names: readonly [string, ...string[]],
  href: string,
): FrontMatterView {
  const [title] = names;
  const keywords = [...new Set([...names, 'stackql', ...KEYWORDS])];
  return {
    title: yamlScalar(title),
    keywords: keywords.map(yamlScalar),
    description: yamlScalar(`Query, deploy and manage ${provider} resources using SQL`),
    slug: yamlScalar(href),
  };
}
