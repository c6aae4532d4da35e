import path from 'node:path';
import type { DefaultParseFrontMatter, ParseFrontMatter } from '@docusaurus/types';
import { isWithin, type Settings } from './settings.ts';

/**
 * Reads a page's front matter: guides are CommonMark, as they are on any other site that shows them, and the page that a
 * page of the reference was made from, its `source`, is what its reader may edit.
 */
export function frontMatterParser({ content, repository }: Settings): ParseFrontMatter {
  return async (
    params: Parameters<DefaultParseFrontMatter>[0] & { defaultParseFrontMatter: DefaultParseFrontMatter },
  ) => {
    const parsed = await params.defaultParseFrontMatter(params);
    if (isWithin(content, params.filePath)) {
      const [provider] = path.relative(content, params.filePath).split(path.sep);
      const { source } = parsed.frontMatter;
      const edit =
        typeof source === 'string' && repository !== null
          ? { custom_edit_url: `${repository}/specs/${provider}/${source}` }
          : {};
      // A reference is looked up, not read from one page to the next.
      const alone = { pagination_prev: null, pagination_next: null };
      return { ...parsed, frontMatter: { ...parsed.frontMatter, ...alone, ...edit } };
    }
    return { ...parsed, frontMatter: { ...parsed.frontMatter, mdx: { format: 'md' } } };
  };
}
