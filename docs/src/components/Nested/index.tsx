import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ReactNode } from 'react';

interface Props {
  readonly id?: string;
  /** What is opened: the name of the field. */
  readonly label: string;
  readonly type?: string;
  readonly summary?: string;
  readonly children: ReactNode;
}

/** Fields of an object, to open in place; a disclosure of the browser's own, so that it works without scripts. */
export default function Nested({ id, label, type, summary, children }: Props) {
  useBrokenLinks().collectAnchor(id);
  return (
    <details id={id} className="nested">
      <summary>
        <code>{label}</code> {type && <span className="nested__type">{type}</span>}
        {summary && <span className="nested__summary">{summary}</span>}
      </summary>
      {children}
    </details>
  );
}
