import type { PluginOptions } from '@docusaurus/plugin-content-docs';

type SidebarItemsGenerator = PluginOptions['sidebarItemsGenerator'];

/**
 * Makes the items below a provider of its folder: its services, each under the name that queries use, then the pages about
 * the reference itself (changelog, consistency). The provider's own page stands above them.
 */
export const sidebarItems: SidebarItemsGenerator = async ({ defaultSidebarItemsGenerator, ...args }) => {
  const items = await defaultSidebarItemsGenerator(args);
  const below = items.filter((item) => !(item.type === 'doc' && item.id === `${args.item.dirName}/index`));
  const services = below.filter(({ type }) => type === 'category');
  return [...services, ...below.filter((item) => !services.includes(item))];
};
