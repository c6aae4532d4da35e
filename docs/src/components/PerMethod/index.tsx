import type { ReactNode } from 'react';

/** A list of what a parameter means to some methods, within the cell that describes it. */
export default function PerMethod({ children }: { readonly children: ReactNode }) {
  return <div className="per-method">{children}</div>;
}
