import { useDoc } from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** Where a file of the page's provider can be seen, its path relative to the provider's config; null where the site was not told. */
export function useSourceAddress(file: string): string | null {
  const { repository } = useDocusaurusContext().siteConfig.customFields ?? {};
  const [provider] = useDoc().metadata.id.split('/');
  return typeof repository === 'string' ? `${repository}/specs/${provider}/${file}` : null;
}
