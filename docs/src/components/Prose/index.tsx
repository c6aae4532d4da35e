import type { ReactNode } from 'react';

/** A description of several blocks, where a table or a tab has room for one paragraph. */
export default function Prose({ children }: { readonly children: ReactNode }) {
  return <div className="prose">{children}</div>;
}
