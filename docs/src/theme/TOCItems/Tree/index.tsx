import type { Props } from '@theme/TOCItems/Tree';
import TOCItemsTree from '@theme-original/TOCItems/Tree';
import { useMemo } from 'react';

/** The headings of a page, whose names break between their parts. */
export default function BreakableTOCItemsTree({ toc, ...props }: Props) {
  const broken = useMemo(
    () => toc.map((heading) => ({ ...heading, value: withBreaks(heading.value) })),
    [toc],
  );
  return <TOCItemsTree {...props} toc={broken} />;
}

/** HTML with a place to break after each `_` of its text. */
function withBreaks(html: string): string {
  return html.replace(/<[^>]*>|_(?=[^_])/g, (part) => (part === '_' ? '_<wbr>' : part));
}
