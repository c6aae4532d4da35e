import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { PageMetadata } from '@docusaurus/theme-common';

/** What the head of a page says of it: its title there, `title_meta`, is whole where its heading is one name of three. */
export default function DocItemMetadata() {
  const { metadata, frontMatter, assets } = useDoc();
  const { title_meta: title = metadata.title } = frontMatter as { readonly title_meta?: string };
  return (
    <PageMetadata
      title={title}
      description={metadata.description}
      keywords={frontMatter.keywords}
      image={assets.image ?? frontMatter.image}
    />
  );
}
