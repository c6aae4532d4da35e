import type { ReactNode } from 'react';

interface Props {
  /** Where it is sent: path, query, header, cookie, body or server. */
  readonly place?: string;
  /** Links to the methods. */
  readonly children: ReactNode;
}

/** Tells where a parameter is sent, and by which methods. */
export default function UsedBy({ place, children }: Props) {
  return (
    <div className="aside">
      {place && <>in {place}, </>}used by {children}
    </div>
  );
}
