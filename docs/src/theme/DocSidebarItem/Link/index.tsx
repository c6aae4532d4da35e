import Breakable from '@site/src/components/Breakable';
import type { Props } from '@theme/DocSidebarItem/Link';
import DocSidebarItemLink from '@theme-original/DocSidebarItem/Link';

/** A link of the sidebar whose name breaks between its parts. The theme shows a label as it shows any content. */
export default function BreakableDocSidebarItemLink({ item, ...props }: Props) {
  const label = (<Breakable text={item.label} />) as unknown as string;
  return <DocSidebarItemLink {...props} item={{ ...item, label }} />;
}
