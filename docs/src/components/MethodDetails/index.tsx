import useBrokenLinks from '@docusaurus/useBrokenLinks';
import MethodBadge from '@site/src/components/MethodBadge';
import type { ComponentProps, ReactNode } from 'react';

interface Props extends ComponentProps<typeof MethodBadge> {
  readonly id: string;
  readonly method: string;
  readonly children: ReactNode;
}

/** What there is to know of a method beyond its row: its operation, responses and errors, to open in place. */
export default function MethodDetails({ id, method, children, ...badge }: Props) {
  useBrokenLinks().collectAnchor(id);
  return (
    <details id={id} className="method-details">
      <summary>
        <code className="method-details__name">{method}</code> <MethodBadge {...badge} />
      </summary>
      {children}
    </details>
  );
}
