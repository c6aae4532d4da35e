import type { PluginOptions } from '@docusaurus/plugin-content-docs';

type SidebarItemsGenerator = PluginOptions['sidebarItemsGenerator'];
type Item = Awaited<ReturnType<SidebarItemsGenerator>>[number];
type Doc = Parameters<SidebarItemsGenerator>[0]['docs'][number];

/**
 * Makes the items below a provider of its folder: its services, each under the name that queries use, then the pages about
 * the reference itself (changelog, consistency), with those of a folder of the same name within. The provider's own page
 * stands above them.
 */
export const sidebarItems: SidebarItemsGenerator = async ({ defaultSidebarItemsGenerator, ...args }) => {
  const items = await defaultSidebarItemsGenerator(args);
  const folders = items.filter((item) => item.type === 'category');
  const services = folders.filter(({ link }) => link !== undefined);
  const abouts = items.flatMap((item): Item[] => {
    if (item.type !== 'doc' || item.id === `${args.item.dirName}/index`) return [];
    const within = folders.find(({ label, link }) => link === undefined && item.id.endsWith(`/${label}`));
    if (within === undefined) return [item];
    const { title } = args.docs.find(({ id }) => id === item.id) ?? { title: within.label };
    const children = within.items.map((child) =>
      child.type === 'doc' ? { ...child, label: shortName(child.id, args.docs) } : child,
    );
    return [{ ...within, label: title, link: { type: 'doc', id: item.id }, items: children }];
  });
  return [...services.map((service) => ({ ...service, label: breakable(service.label) })), ...abouts];
};

/** A long name with places to break, as a mere text: the theme tells it to those who do not see it, too. */
function breakable(name: string): string {
  return name.length > 16 ? name.replace(/_(?=[^_])/g, '_\u200b') : name;
}

/** The end of a page's address. */
function shortName(id: string, docs: readonly Doc[]): string {
  const slug = docs.find((doc) => doc.id === id)?.frontMatter.slug ?? id;
  return decodeURIComponent(slug.replace(/^.*\//, ''));
}
