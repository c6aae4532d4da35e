import type { Props } from '@theme/TOCItems/Tree';
import TOCItemsTree from '@theme-original/TOCItems/Tree';
import { useMemo } from 'react';

/** The headings of a page, whose names break between their parts. */
export default function BreakableTOCItemsTree({ toc, ...props }: Props) {
  const broken = useMemo(() => toc.map(breakable), [toc]);
  return <TOCItemsTree {...props} toc={broken} />;
}

type Heading = Props['toc'][number];

/** A heading with those below it, which the theme shows by itself. */
function breakable(heading: Heading): Heading {
  return { ...heading, value: withBreaks(heading.value), children: heading.children.map(breakable) };
}

/** HTML with a place to break after each `_` of its text. */
function withBreaks(html: string): string {
  return html.replace(/<[^>]*>|_(?=[^_])/g, (part) => (part === '_' ? '_<wbr>' : part));
}
