import { GENERATOR } from '../../generator.ts';

/** Other people's packages that a new workspace depends on, at the versions that they were tested with. */
export const VERSIONS = {
  '@changesets/cli': '3.0.3',
  '@docusaurus/core': '3.10.2',
  '@docusaurus/faster': '3.10.2',
  '@docusaurus/module-type-aliases': '3.10.2',
  '@docusaurus/plugin-client-redirects': '3.10.2',
  '@docusaurus/plugin-content-docs': '3.10.2',
  '@docusaurus/plugin-sitemap': '3.10.2',
  '@docusaurus/theme-classic': '3.10.2',
  '@docusaurus/theme-common': '3.10.2',
  '@docusaurus/types': '3.10.2',
  '@easyops-cn/docusaurus-search-local': '0.55.3',
  '@mdx-js/react': '3.1.1',
  '@types/node': '24.9.1',
  '@types/react': '19.3.0',
  '@types/react-dom': '19.3.0',
  'prism-react-renderer': '2.4.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
  tsdown: '0.22.14',
  turbo: '2.11.11',
  typescript: '7.0.2',
  vitest: '5.1.1',
} as const;

export const PACKAGE_MANAGER = 'pnpm@12.21.0';

/** Our packages that a new workspace depends on: all are released together. */
const OURS = [
  '@plumbline/cli',
  '@plumbline/client-runtime',
  '@plumbline/contract-suite',
  '@plumbline/emit-docs',
  '@plumbline/model',
  '@plumbline/render',
] as const;

export type Dependency = keyof typeof VERSIONS | (typeof OURS)[number];

/** Dependencies whose versions stand in the catalogue of the workspace. */
export function fromCatalog(...names: readonly Dependency[]): { readonly [name: string]: string } {
  return Object.fromEntries(names.map((name) => [name, 'catalog:']));
}

/** Name and version of all of them, in order. */
export function catalogEntries(): readonly (readonly [name: string, version: string])[] {
  const ours = OURS.map((name) => [name, GENERATOR.version] as const);
  return [...ours, ...Object.entries(VERSIONS)].sort(([a], [b]) => (a < b ? -1 : 1));
}
