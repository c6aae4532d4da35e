import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ReactNode } from 'react';

interface Props {
  readonly id?: string;
  /** What is opened: the name of the field or of its schema. */
  readonly label: string;
  readonly type?: string;
  readonly summary?: string;
  /** Where the page tells it already; then there is nothing to open. */
  readonly href?: string;
  readonly children?: ReactNode;
}

/** Fields of an object, to open in place; a disclosure of the browser's own, so that it works without scripts. */
export default function Nested({ id, label, type, summary, href, children }: Props) {
  useBrokenLinks().collectAnchor(id);
  if (href !== undefined) {
    return (
      <div className="aside">
        see <Link to={href}>{label}</Link>
      </div>
    );
  }
  return (
    <details id={id} className="nested">
      <summary>
        <code>{label}</code>{' '}
        <span className="nested__about">{[type, summary].filter(Boolean).join(', ')}</span>
      </summary>
      {children}
    </details>
  );
}
