import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ReactNode } from 'react';

interface Props {
  /** The id of an element of this page. */
  readonly to: string;
  /** What it is called where its text alone would not tell. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link within the page, which the build checks as it checks those of Markdown. */
export default function PageLink({ to, label, children }: Props) {
  const href = `#${to}`;
  useBrokenLinks().collectLink(href);
  return (
    <a href={href} aria-label={label}>
      {children}
    </a>
  );
}
